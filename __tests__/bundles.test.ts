import { cpSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ActionCopy } from '../testing/action-copy.js'
import { REFRESHED } from '../testing/sample-report.js'
import { sampleText } from '../testing/sample-login.js'
import { parseObject } from '../testing/json-object.js'
import { startProgram } from '../testing/program.js'
import type { TempFolder } from '../testing/temp-folder.js'
import { TestHome } from '../testing/test-home.js'

const DIST = path.resolve(import.meta.dirname, '../dist')

/** Text that occurs only in the code of each package that only the storing of a secret needs. */
const MARKS = { 'libsodium-wrappers': 'crypto_box_seal_open', '@octokit/request': 'octokit-request.js' }

/** The files of `dist/` that contain this text. */
async function filesWith(mark: string): Promise<readonly string[]> {
  const names = (await readdir(DIST, { recursive: true })).filter(name => /\.c?js$/.test(name))
  const texts = await Promise.all(names.map(name => readFile(path.join(DIST, name), 'utf8')))
  return names.filter((_name, at) => texts[at]?.includes(mark))
}

/** Removes from a copy of `dist/` what only the storing of a secret needs. */
async function removePackages(copy: TempFolder): Promise<void> {
  const files = await Promise.all(Object.values(MARKS).map(filesWith))
  await Promise.all([...new Set(files.flat())].map(name => rm(copy.at('dist', name), { force: true })))
}

describe('dist', () => {
  it.each(Object.entries(MARKS))('has %s only in files that are loaded later', async (_package, mark) => {
    const files = await filesWith(mark)
    expect(files).not.toEqual([])
    // The notice makes requests in every run, so it has no reason to load anything later.
    expect(files.filter(name => name.endsWith('/program.js') && !name.startsWith('notice/'))).toEqual([])
  })

  it('has no package in the notice that stores secrets', async () => {
    expect(await filesWith(MARKS['libsodium-wrappers'])).toEqual(['cli/libsodium-wrappers.cjs'])
    expect(await readFile(path.join(DIST, 'notice/program.js'), 'utf8')).not.toContain('libsodium')
  })

  it.each(['action', 'cli', 'notice'])('has no code twice in one folder: %s', async folder => {
    const names = (await readdir(path.join(DIST, folder))).filter(name => /\.c?js$/.test(name))
    const texts = await Promise.all(names.map(name => readFile(path.join(DIST, folder, name), 'utf8')))
    expect(names.filter((_name, at) => texts.indexOf(texts[at] ?? '') !== at)).toEqual([])
  })

  it.each(['libsodium-wrappers', 'undici'])('has %s once, for all bundles', async name => {
    const mark = name === 'undici' ? 'UND_ERR_HEADERS_OVERFLOW' : MARKS['libsodium-wrappers']
    expect(await filesWith(mark)).toEqual([`cli/${name}.cjs`])
  })
})

describe('without the packages that store a secret', () => {
  it('a step that stores none still runs', async () => {
    using action = new ActionCopy()
    await removePackages(action)
    const clr = `console.log(${JSON.stringify(JSON.stringify(REFRESHED))})`
    const creds = action.at('c.json')
    const { exitCode, outputs } = await action.step(clr, { creds, 'creds-json': sampleText() })
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 0, reason: 'refreshed' })
  })

  it('clr refresh still runs, also without undici and the other commands', async () => {
    using copy = new TestHome()
    cpSync(path.join(DIST, 'cli'), copy.at('dist/cli'), { recursive: true })
    await removePackages(copy)
    for (const name of ['undici.cjs', 'others.js']) await rm(copy.at('dist/cli', name))
    const env = copy.environment('refreshes')
    const command = [process.execPath, copy.at('dist/cli/index.js'), 'refresh']
    expect(await startProgram(command, { env, cwd: copy.path }).ended).toMatchObject({ exitCode: 0, stderr: '' })
  })
})

it.each(['action/main.js', 'action/post.js', 'cli/index.js', 'notice/main.js'])(
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
