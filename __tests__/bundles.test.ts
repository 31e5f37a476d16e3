import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ActionCopy } from '../testing/action-copy.js'
import { REFRESHED } from '../testing/sample-report.js'
import { sampleText } from '../testing/sample-login.js'
import { parseObject } from '../testing/json-object.js'
import { startProgram } from '../testing/program.js'

const DIST = path.resolve(import.meta.dirname, '../dist')

/** Text that occurs only in the code of each package. */
const MARKS = { 'libsodium-wrappers': 'crypto_box_seal_open', '@octokit/request': 'octokit-request.js' }

/** The files of the action's bundle that contain this text. */
async function filesWith(mark: string): Promise<readonly string[]> {
  const names = (await readdir(path.join(DIST, 'action'))).filter(name => name.endsWith('.js'))
  const texts = await Promise.all(names.map(name => readFile(path.join(DIST, 'action', name), 'utf8')))
  return names.filter((_name, at) => texts[at]?.includes(mark))
}

describe('dist/action', () => {
  it.each(Object.entries(MARKS))('has %s only in files that are loaded later', async (_package, mark) => {
    const files = await filesWith(mark)
    expect(files).not.toEqual([])
    expect(files).not.toContain('program.js')
  })
})

describe('a step that stores no secret', () => {
  let action: ActionCopy
  beforeAll(async () => {
    action = new ActionCopy()
    const files = await Promise.all(Object.values(MARKS).map(mark => filesWith(mark)))
    await Promise.all([...new Set(files.flat())].map(name => rm(action.at('dist/action', name))))
  })
  afterAll(() => {
    action[Symbol.dispose]()
  })

  it('loads no package that is needed to store one', async () => {
    const clr = `console.log(${JSON.stringify(JSON.stringify(REFRESHED))})`
    const creds = action.at('c.json')
    const { exitCode, outputs } = await action.step(clr, { creds, 'creds-json': sampleText() })
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 0, reason: 'refreshed' })
  })
})

it.each(['action/main.js', 'action/post.js', 'cli/index.js'])(
  'dist/%s deletes NODE_TLS_REJECT_UNAUTHORIZED=0 of an earlier step before it loads anything else',
  async entry => {
    const probe = path.resolve(import.meta.dirname, '../testing/load-probe.mjs')
    const env = { PATH: '/nowhere', HOME: '/nowhere', INPUT_TRACE: 'nonsense', NODE_TLS_REJECT_UNAUTHORIZED: '0' }
    const { stderr } = await startProgram([process.execPath, '--import', probe, path.join(DIST, entry)], { env }).ended
    const { count, early } = parseObject(stderr.trim().split('\n').at(-1) ?? '')
    expect(count).toBeGreaterThan(0)
    expect(early).toEqual([])
  }
)
