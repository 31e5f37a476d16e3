import { describe, expect, it } from '@jest/globals'
import { parseLogin } from '../../src/core/credentials/credentials.js'
import { Dialogue } from '../../testing/dialogue.js'
import { ACTION, type DoorRun } from '../../testing/doors.js'
import { WRITE_TOKEN } from '../../testing/github/github.js'
import type { Vault } from '../../testing/github/vault.js'
import { CLR } from '../../testing/paths.js'
import type { Variables } from '../../testing/program.js'
import { inputVariables, type Inputs } from '../../testing/runner-files.js'
import { SECRET, SecretSetup } from '../../testing/secret-setup.js'
import { pasteCode } from '../../testing/sign-in.js'

const DAY_MS = 86_400_000

/** A login that the endpoint rejects, and whose stated end was two days ago. */
function endedLogin({ e2e }: SecretSetup): string {
  const endMs = Date.now() - 2 * DAY_MS
  const login = e2e.endpoint.newLogin({ expiresAt: endMs - 3_600_000, refreshTokenExpiresAt: endMs })
  e2e.endpoint.revoke(login)
  return JSON.stringify(login)
}

/** Runs a step of the action in octo/demo, for a login that has ended. */
function runStep({ e2e }: SecretSetup, creds: string, inputs: Inputs, variables: Variables): Promise<DoorRun> {
  const env = { GITHUB_REPOSITORY: 'octo/demo', ...inputVariables(inputs), ...variables }
  return ACTION.start(e2e, { creds, env }).ended
}

/** Types a line into a shell in which `clr` is found, and signs in. */
async function typeAndSignIn({ e2e }: SecretSetup, line: string, variables: Variables): Promise<Dialogue> {
  e2e.home.write('caller/clr', `#!/bin/sh\nexec '${process.execPath}' '${CLR}' "$@"\n`, 0o755)
  const { PATH } = e2e.environment
  const env = { ...e2e.environment, PATH: `${e2e.home.at('caller')}:${PATH}`, ...variables }
  const dialogue = Dialogue.byPipe(['/bin/sh', '-c', line], env)
  await pasteCode(e2e, dialogue)
  return dialogue
}

const GHES_TOKEN = { GH_ENTERPRISE_TOKEN: WRITE_TOKEN }

describe('the output login-command of a job whose login has ended', () => {
  it.each<[string, string, Inputs, Variables, (setup: SecretSetup) => Vault]>([
    [
      'a repository',
      'api.github.com',
      {},
      { GH_TOKEN: WRITE_TOKEN },
      ({ github }: SecretSetup) => github.repository('octo/demo')
    ],
    [
      'an environment',
      'api.github.com',
      { 'secret-environment': "the 'claude' one" },
      { GH_TOKEN: WRITE_TOKEN },
      ({ github }: SecretSetup) => github.environment('octo/demo', "the 'claude' one")
    ],
    [
      'an organization',
      'api.github.com',
      { 'secret-organization': 'acme' },
      { GH_TOKEN: WRITE_TOKEN },
      ({ github }: SecretSetup) => github.organization('acme')
    ],
    [
      'an environment of a GitHub Enterprise Server',
      'ghes.test',
      { 'secret-environment': 'claude' },
      GHES_TOKEN,
      ({ environment }: SecretSetup) => environment
    ],
    [
      'an organization of a GitHub Enterprise Server',
      'ghes.test',
      { 'secret-organization': 'acme' },
      GHES_TOKEN,
      ({ github }: SecretSetup) => github.organization('acme')
    ],
    [
      'an organization of a tenant at ghe.com',
      'api.acme.ghe.com',
      { 'secret-organization': 'acme' },
      { GH_TOKEN: WRITE_TOKEN },
      ({ github }: SecretSetup) => github.organization('acme')
    ]
  ])('makes a new login in the secret of %s, at %s', async (_place, host, inputs, variables, vaultOf) => {
    const prefix = host === 'ghes.test' ? '/api/v3' : ''
    await using setup = await SecretSetup.create(prefix)
    const vault = vaultOf(setup)
    setup.e2e.endpoint.standIns.set(host, `http://127.0.0.1:${setup.github.port}`)
    const given = { 'creds-json': endedLogin(setup), 'secret-name': SECRET, 'github-token': WRITE_TOKEN, ...inputs }
    const api = { GITHUB_API_URL: `https://${host}${prefix}` }
    const step = await runStep(setup, setup.e2e.home.at('job/.credentials.json'), given, api)
    const line = step.outputs['login-command'] ?? ''
    expect(step).toMatchObject({ reason: 'login-expired', outputs: { 'login-ends-soon': 'true' } })
    expect(step.shown).toContain(`Sign in again with \`${line}\`.`)

    const dialogue = await typeAndSignIn(setup, line, variables)
    expect(await dialogue.ended).toMatchObject({ exitCode: 0 })
    const { accessToken, refreshToken } = parseLogin(vault.textOf(SECRET) ?? '')
    expect(setup.e2e.endpoint.currentPair(accessToken)).toEqual({ accessToken, refreshToken })
  })

  it('makes a new login in its file', async () => {
    await using setup = await SecretSetup.create()
    const { e2e } = setup
    const creds = e2e.home.write('my ci/.credentials.json', endedLogin(setup))
    const step = await runStep(setup, creds, {}, {})
    expect(step).toMatchObject({ reason: 'login-expired' })
    const dialogue = await typeAndSignIn(setup, step.outputs['login-command'] ?? '', {})
    expect(await dialogue.ended).toMatchObject({ exitCode: 0 })
    expect(await runStep(setup, creds, {}, {})).toMatchObject({ reason: 'refreshed', code: 0 })
  })
})
