import { describe, expect, it } from '@jest/globals'
import { parseLogin } from '../../src/core/credentials/credentials.js'
import { ACTION, type DoorRun } from '../../testing/doors.js'
import { WRITE_TOKEN } from '../../testing/github/github.js'
import type { Running } from '../../testing/program.js'
import { inputVariables } from '../../testing/runner-files.js'
import { PLACE, SECRET, SecretSetup } from '../../testing/secret-setup.js'
import { allowShown } from '../../testing/sign-in.js'

/** An earlier login in the secret, which a job refreshes. */
function storeOldLogin({ e2e, environment }: SecretSetup): string {
  const { claudeAiOauth } = e2e.endpoint.newLogin()
  environment.put(SECRET, { text: JSON.stringify({ claudeAiOauth }), updatedAtMs: Date.now() - 3_600_000 })
  return claudeAiOauth.refreshToken
}

/** Starts a job that refreshes the login in the secret, and stores it there again. */
function startJob({ e2e, github, environment }: SecretSetup): Running<DoorRun> {
  const inputs = inputVariables({
    'creds-json': environment.textOf(SECRET) ?? '',
    'secret-name': SECRET,
    'secret-environment': 'claude',
    'github-token': WRITE_TOKEN
  })
  const env = { ...inputs, GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: github.apiUrl }
  return ACTION.start(e2e, { creds: e2e.home.at('job/.credentials.json'), env })
}

/** The refresh token in the secret. */
function tokenIn({ environment }: SecretSetup): string | null {
  return parseLogin(environment.textOf(SECRET) ?? '').refreshToken
}

describe('two sign-ins for one secret', () => {
  it('store the login of the first one; that of the second is kept, and stored only if asked for', async () => {
    await using setup = await SecretSetup.create()
    const { e2e, environment } = setup
    const first = setup.start()
    await allowShown(e2e, first)
    const second = setup.start()
    await allowShown(e2e, second)
    await setup.signIn(first)
    expect(await first.ended).toMatchObject({ exitCode: 0 })
    const stored = environment.textOf(SECRET)
    await setup.signIn(second)
    expect(await second.ended).toMatchObject({ exitCode: 1 })
    expect(second.shown).toMatch(
      /clr: secret-write-failed: .* somebody else wrote it at .*; storing this login now would replace it/
    )
    expect(environment.textOf(SECRET)).toBe(stored)
    const again = setup.start([...PLACE, '--from', setup.keptLogin(second)])
    expect(await again.ended).toMatchObject({ exitCode: 0 })
    expect(environment.textOf(SECRET)).not.toBe(stored)
    expect(e2e.endpoint.requests.signIn).toHaveLength(2)
    expect(e2e.leftovers).toEqual([])
  })
})

describe('a sign-in while a job refreshes the login in the same secret', () => {
  it('does not overwrite what the job has stored meanwhile', async () => {
    await using setup = await SecretSetup.create()
    const { e2e } = setup
    const old = storeOldLogin(setup)
    const login = setup.start()
    await allowShown(e2e, login)
    expect(await startJob(setup).ended).toMatchObject({ code: 0, reason: 'refreshed' })
    await setup.signIn(login)
    expect(await login.ended).toMatchObject({ exitCode: 1 })
    expect(login.shown).toMatch(/clr: secret-write-failed: .* somebody else wrote it at /)
    expect(tokenIn(setup)).toBe(e2e.endpoint.currentPair(old).refreshToken)
    expect(parseLogin(e2e.home.text(pathIn(setup, login)))).toHaveProperty('refreshToken')
  })

  it('is not overwritten by the job that was at work before', async () => {
    await using setup = await SecretSetup.create()
    const { e2e } = setup
    const old = storeOldLogin(setup)
    let answer: (value?: unknown) => void = () => undefined
    const after = new Promise(resolve => (answer = resolve))
    e2e.endpoint.token.inTurn({ kind: 'ok', after }, { kind: 'ok' })
    const job = startJob(setup)
    await e2e.untilSent()
    const login = setup.start()
    await setup.signIn(login)
    expect(await login.ended).toMatchObject({ exitCode: 0 })
    const stored = tokenIn(setup)
    answer()
    const { reason, shown } = await job.ended
    expect([reason, stored === old]).toEqual(['secret-write-failed', false])
    expect(shown).toMatch(/somebody else wrote it at .*a new sign-in, or another job/)
    expect(tokenIn(setup)).toBe(stored)
  })
})

/** The path, inside the HOME, of the login that a failed run has kept. */
function pathIn(setup: SecretSetup, login: Parameters<SecretSetup['keptLogin']>[0]): string {
  return setup.keptLogin(login).slice(setup.e2e.home.path.length + 1)
}
