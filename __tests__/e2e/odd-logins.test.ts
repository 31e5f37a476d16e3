import { describe, expect, it } from '@jest/globals'
import { OTHER_ODD_LOGINS, REPORTED_LOGINS, type OddLogin } from '../../testing/odd-logins.js'
import { ACTION, CLR_ON_NODE20, fieldOf, type DoorRun } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

/** An end-to-end setup whose login has these fields; `undefined` removes a field. */
async function setupWith({ set }: Pick<OddLogin, 'set'>): Promise<E2eSetup> {
  const setup = await E2eSetup.create()
  const claudeAiOauth = { ...setup.login.claudeAiOauth, ...set }
  setup.home.writeCredentials(JSON.stringify({ ...setup.login, claudeAiOauth }))
  return setup
}

/** Expects a successful run: the file has the endpoint's current pair, and the fields that `claude` needs are valid. */
function expectRepaired(setup: E2eSetup, run: DoorRun): void {
  expect(run).toMatchObject({ code: 0, reason: 'refreshed' })
  const login = fieldOf(setup.home.document, 'claudeAiOauth')
  const scopes = ['user:inference', 'user:profile']
  expect(login).toMatchObject({ ...setup.endpoint.currentPair(setup.login), scopes })
  expect(fieldOf(login, 'expiresAt')).toBeGreaterThan(Date.now())
  expect(setup.endpoint.requests).toMatchObject({ token: [{}], model: [] })
}

describe('a login with invalid fields beside its tokens', () => {
  it.each(REPORTED_LOGINS)('is refreshed and repaired by clr: $name', async login => {
    await using setup = await setupWith(login)
    expectRepaired(setup, await setup.refresh(CLR_ON_NODE20))
  })

  it.each(OTHER_ODD_LOGINS.slice(-1))('is refreshed and repaired by the action: $name', async login => {
    await using setup = await setupWith(login)
    expectRepaired(setup, await setup.refresh(ACTION))
  })
})

describe('the new pair of an answer with an impossible expires_in', () => {
  it.each([
    { door: CLR_ON_NODE20, expiresIn: null },
    { door: CLR_ON_NODE20, expiresIn: -5 },
    { door: CLR_ON_NODE20, expiresIn: 1e12 },
    { door: ACTION, expiresIn: null }
  ])('is stored, without an expiry date: $expiresIn, $door.name', async ({ door, expiresIn }) => {
    await using setup = await E2eSetup.create()
    // If `claude` were not ended in time, it would refresh again at once, with the new pair.
    setup.endpoint.token.inTurn({ kind: 'ok', expiresIn }, { kind: 'hang' })
    const run = await setup.refresh(door)
    expect(run).toMatchObject({ code: 0, reason: 'refreshed', shown: expect.stringContaining('impossible expiry') })
    expect(run.shown).not.toMatch(/valid until|just now|min ago|s ago|in \d+ days/)
    expect(setup.home.document).toMatchObject({
      claudeAiOauth: { ...setup.endpoint.currentPair(setup.login), expiresAt: 0 }
    })
  })
})

it('a login without a refresh token is still-valid if min-validity is met, else creds-invalid; nothing is sent', async () => {
  const inTenDays = Date.now() + 10 * 24 * 3_600_000
  await using setup = await setupWith({ set: { refreshToken: undefined, expiresAt: inTenDays } })
  await setup.startSession().ended
  expect(await setup.refresh(CLR_ON_NODE20, { minValidity: '1d' })).toMatchObject({ code: 0, reason: 'still-valid' })
  expect(await setup.refresh(CLR_ON_NODE20)).toMatchObject({ code: 1, reason: 'creds-invalid' })
  expect(setup.endpoint.requests).toMatchObject({ token: [], model: [{}] })
})
