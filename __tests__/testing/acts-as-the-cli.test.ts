import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startEndpoint, type Endpoint } from '../../testing/endpoint/endpoint.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { NODE24, smallClaude } from '../../testing/paths.js'
import { startProgram, type Running, type Variables } from '../../testing/program.js'
import { until } from '../../testing/waiting.js'

const BLANKED = { accessToken: '', refreshToken: '', expiresAt: 0 }

let endpoint: Endpoint
beforeAll(async () => (endpoint = await startEndpoint()))
afterAll(() => endpoint.close())

/** A session in a HOME, as a person starts one. */
function session(setup: E2eSetup, env: Variables = {}): Running {
  const command = [NODE24, `${smallClaude('acts-as-the-cli')}/claude`, '--print', '.']
  return startProgram(command, { env: { ...setup.environment, ...env }, cwd: setup.home.path })
}

/** A HOME whose access token has expired. The endpoint's requests are counted from now on. */
function setUp(login = { expiresAt: 1 }): E2eSetup {
  endpoint.requests.clear()
  endpoint.token.reply = { kind: 'ok' }
  return E2eSetup.at(endpoint, login)
}

it('does not refresh a token that is still valid, and asks the model', async () => {
  await using setup = setUp({ expiresAt: Date.now() + 3_600_000 })
  expect(await session(setup).ended).toMatchObject({ exitCode: 0, stdout: 'stand-in model answer 200\n' })
  expect(setup.fileState).toBe('as it was')
  expect(endpoint.requests.model).toHaveLength(1)
})

it('refreshes an expired token, keeps other keys, and leaves no lock', async () => {
  await using setup = setUp()
  expect(await session(setup).ended).toMatchObject({ exitCode: 0 })
  expect(setup.fileState).toBe('current')
  expect(setup.home.document.mcpOAuth).toEqual(setup.login.mcpOAuth)
  expect(setup.leftovers).toEqual([])
})

it('blanks the file of a rejected login', async () => {
  await using setup = setUp()
  endpoint.revoke(setup.login)
  const ended = await session(setup).ended
  expect(ended).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('OAuth session expired') })
  expect(setup.home.login).toMatchObject(BLANKED)
})

it.each([429, 500])(
  'sends its token 3 times after a %i, keeps the file, and goes on with the old token',
  async status => {
    await using setup = setUp()
    endpoint.token.reply = { kind: 'status', status }
    expect(await session(setup).ended).toMatchObject({ exitCode: 0 })
    expect(endpoint.requests.token).toHaveLength(3)
    expect(setup.fileState).toBe('as it was')
  }
)

it('sends a used token again after a lost answer, which revokes the login', async () => {
  await using setup = setUp()
  endpoint.token.inTurn({ kind: 'drop', rotate: true }, { kind: 'ok' })
  expect(await session(setup).ended).toMatchObject({ exitCode: 1 })
  expect(endpoint.isRevoked(setup.login)).toBe(true)
})

it('refreshes once if two sessions start together', async () => {
  await using setup = setUp()
  const ends = await Promise.all([session(setup).ended, session(setup).ended])
  expect(ends.map(({ exitCode }) => exitCode)).toEqual([0, 0])
  expect(endpoint.requests.token).toHaveLength(1)
})

it.each([
  ['SIGTERM', 143],
  ['SIGINT', 0]
] as const)('stores the new pair before a %s ends it', async (signal, exitCode) => {
  await using setup = setUp()
  let answer = (): void => undefined
  endpoint.token.reply = { kind: 'ok', after: new Promise<void>(resolve => (answer = resolve)) }
  const running = session(setup)
  await until(() => endpoint.requests.token.length > 0)
  running.signal(signal)
  answer()
  expect(await running.ended).toMatchObject({ exitCode })
  expect(setup.fileState).toBe('current')
})

it('takes over the locks of a session that was killed in its exchange', async () => {
  await using setup = setUp()
  endpoint.token.inTurn({ kind: 'hang' }, { kind: 'ok' })
  const killed = session(setup)
  await until(() => endpoint.requests.token.length > 0)
  killed.signal('SIGKILL')
  await killed.ended
  expect(await session(setup).ended).toMatchObject({ exitCode: 0 })
  expect(setup.fileState).toBe('current')
})
