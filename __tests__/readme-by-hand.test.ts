import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { writeProgram } from '../testing/fake-gh.js'
import { parseObject } from '../testing/json-object.js'
import { needing } from '../testing/needs.js'
import { startProgram, type Ended } from '../testing/program.js'
import { readRepositoryFile } from '../testing/repository-files.js'
import { TempFolder } from '../testing/temp-folder.js'

const withJq = needing('jq', spawnSync('jq', ['--version']).status === 0)

const BLOCKS = [...readRepositoryFile('README.md').matchAll(/^```sh\n([^]*?)^```/gm)].map(([, code = '']) => code)
/** The commands in the README that store a login, and those that print it for the web page. */
const STORE = BLOCKS.filter(code => code.includes('| gh secret set CLAUDE_CREDENTIALS'))
const PRINT = BLOCKS.filter(code => code.startsWith('jq '))

const LOGIN = { accessToken: 'sk-ant-oat01-test-by-hand', refreshToken: 'sk-ant-ort01-test-by-hand', expiresAt: 1 }

/** A computer with a credentials file, or without one, and a `gh` that notes its arguments and keeps what it is to store. */
class Computer extends TempFolder {
  constructor(credentials: string | null, ghExitCode = 0) {
    super()
    if (credentials !== null) this.write('claude/.credentials.json', credentials)
    writeProgram(
      this,
      'gh',
      `#!/bin/sh\necho "$*" >>'${this.at('calls')}'\ncat >'${this.at('stored')}'\nexit ${ghExitCode}\n`
    )
  }

  run(script: string): Promise<Ended> {
    const env = { PATH: `${this.at('bin')}:/usr/bin:/bin`, HOME: this.path, CLAUDE_CONFIG_DIR: this.at('claude') }
    return startProgram(['sh', '-c', script], { env, cwd: this.path }).ended
  }

  get hasCalledGh(): boolean {
    return existsSync(this.at('calls'))
  }
}

it('the README has one block of commands for each way', () => {
  expect({ store: STORE.length, print: PRINT.length }).toEqual({ store: 1, print: 1 })
})

withJq.describe('storing a login by hand, as the README says', () => {
  const [store = ''] = STORE
  const [print = ''] = PRINT

  it('stores the login as one line, without the other keys of the file, and not in the arguments', async () => {
    using computer = new Computer(JSON.stringify({ claudeAiOauth: LOGIN, mcpOAuth: { x: 1 } }, null, 2))
    expect(await computer.run(store)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect(computer.text('calls')).toBe('secret set CLAUDE_CREDENTIALS --repo acme/app --env claude\n')
    expect(computer.text('stored').split('\n')).toHaveLength(1)
    expect(parseObject(computer.text('stored'))).toEqual({ claudeAiOauth: LOGIN })
  })

  it('fails if `gh` fails', async () => {
    using computer = new Computer(JSON.stringify({ claudeAiOauth: LOGIN }), 4)
    expect((await computer.run(store)).exitCode).toBe(4)
  })

  it('prints the same line for the web page', async () => {
    using computer = new Computer(JSON.stringify({ claudeAiOauth: LOGIN }, null, 2))
    expect((await computer.run(print)).stdout).toBe(`${JSON.stringify({ claudeAiOauth: LOGIN })}\n`)
  })

  it.each([
    ['is missing', null],
    ['is empty', ''],
    ['is not JSON', '{"claudeAiOauth":'],
    ['has no login', '{}'],
    ['has null instead of a login', '{"claudeAiOauth":null}'],
    ['has a text instead of a login', '{"claudeAiOauth":"sk-ant-oat01-test"}'],
    ['was blanked by `claude`', JSON.stringify({ claudeAiOauth: { ...LOGIN, accessToken: '', refreshToken: '' } })],
    ['has a blank refresh token', JSON.stringify({ claudeAiOauth: { ...LOGIN, refreshToken: ' ' } })],
    ['has null as refresh token', JSON.stringify({ claudeAiOauth: { ...LOGIN, refreshToken: null } })],
    ['has no refresh token', JSON.stringify({ claudeAiOauth: { accessToken: LOGIN.accessToken } })],
    ['has no access token', JSON.stringify({ claudeAiOauth: { refreshToken: LOGIN.refreshToken } })]
  ])('stores and prints nothing if the file %s', async (_, credentials) => {
    using computer = new Computer(credentials)
    expect((await computer.run(store)).stderr).toMatch(/^Not stored: there is no complete login in this file$/m)
    expect((await computer.run(print)).stdout).toBe('')
    expect(computer.hasCalledGh).toBe(false)
  })
})
