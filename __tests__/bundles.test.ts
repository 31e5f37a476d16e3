import { execFile } from 'node:child_process'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ActionCopy } from '../testing/action-copy.js'
import { REFRESHED } from '../testing/sample-report.js'
import { sampleText } from '../testing/sample-login.js'
import { isJsonObject } from '../src/core/json.js'

const DIST = path.resolve(import.meta.dirname, '../dist')

/** What stands in the code of a package, and nowhere else. */
const MARKS = { 'libsodium-wrappers': 'crypto_box_seal_open', '@octokit/request': 'octokit-request.js' }

/** The files of a bundle that hold the code of a package. */
async function filesWith(mark: string, bundle: string): Promise<readonly string[]> {
  const names = (await readdir(path.join(DIST, bundle))).filter(name => name.endsWith('.js'))
  const texts = await Promise.all(names.map(name => readFile(path.join(DIST, bundle, name), 'utf8')))
  return names.filter((_name, at) => texts[at]?.includes(mark))
}

describe('dist/action', () => {
  it.each(Object.entries(MARKS))('has %s outside of what is loaded first', async (_package, mark) => {
    const files = await filesWith(mark, 'action')
    expect(files).not.toEqual([])
    expect(files).not.toContain('program.js')
  })
})

describe('a step that stores no secret', () => {
  let action: ActionCopy
  beforeAll(async () => {
    action = new ActionCopy()
    const files = await Promise.all(Object.values(MARKS).map(mark => filesWith(mark, 'action')))
    await Promise.all([...new Set(files.flat())].map(name => rm(action.at('dist/action', name))))
  })
  afterAll(() => {
    action[Symbol.dispose]()
  })

  it('does not even load what others store it with', async () => {
    const clr = `console.log(${JSON.stringify(JSON.stringify(REFRESHED))})`
    const creds = action.at('c.json')
    const { exitCode, outputs } = await action.step(clr, { creds, 'creds-json': sampleText() })
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 0, reason: 'refreshed' })
  })
})

describe.each(['action/main.js', 'action/post.js', 'cli/index.js'])(
  'dist/%s, after a step that set NODE_TLS_REJECT_UNAUTHORIZED=0',
  entry => {
    it('drops it before it loads anything else', async () => {
      const { count, early } = await loadsOf(entry)
      expect(count).toBeGreaterThan(0)
      expect(early).toEqual([])
    })
  }
)

/** What a program loads, and what of that while it still has the variable. */
function loadsOf(entry: string): Promise<{ count: number; early: readonly unknown[] }> {
  const probe = path.resolve(import.meta.dirname, '../testing/load-probe.mjs')
  const env = { PATH: '/nowhere', HOME: '/nowhere', INPUT_TRACE: 'nonsense', NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--import', probe, path.join(DIST, entry)], { env }, (_error, _out, said) => {
      const told: unknown = JSON.parse(said.trim().split('\n').at(-1) ?? '')
      if (!isJsonObject(told) || !Array.isArray(told.early)) reject(new Error(said))
      else resolve({ count: Number(told.count), early: told.early })
    })
  })
}
