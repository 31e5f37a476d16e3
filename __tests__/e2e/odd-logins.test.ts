import { describe, expect, it } from '@jest/globals'
import { OTHER_ODD_LOGINS, REPORTED_LOGINS, type OddLogin } from '../../testing/odd-logins.js'
import { ACTION, CLR_ON_NODE20, fieldOf, type DoorRun } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

/** An end-to-end setup whose login has these fields; `undefined` takes one away. */
async function setupWith({ set }: Pick<OddLogin, 'set'>): Promise<E2eSetup> {
  const setup = await E2eSetup.create()
  const claudeAiOauth = { ...setup.login.claudeAiOauth, ...set }
  setup.home.writeCredentials(JSON.stringify({ ...setup.login, claudeAiOauth }))
  return setup
}

/** The run ended well, and the file holds the endpoint's current pair, with all that `claude` needs. */
function expectMended(setup: E2eSetup, run: DoorRun): void {
  expect(run).toMatchObject({ code: 0, reason: 'refreshed' })
  const login = fieldOf(setup.home.document, 'claudeAiOauth')
  const scopes = ['user:inference', 'user:profile']
  expect(login).toMatchObject({ ...setup.endpoint.currentPair(setup.login), scopes })
  expect(fieldOf(login, 'expiresAt')).toBeGreaterThan(Date.now())
  expect(setup.endpoint.requests).toMatchObject({ token: [{}], model: [] })
}

describe('a login whose other fields are odd, with the real CLI', () => {
  it.each(REPORTED_LOGINS)('is refreshed and mended by clr: $name', async login => {
    await using setup = await setupWith(login)
    expectMended(setup, await setup.refresh(CLR_ON_NODE20))
  })

  it.each(OTHER_ODD_LOGINS.slice(-1))('is refreshed and mended by the action: $name', async login => {
    await using setup = await setupWith(login)
    expectMended(setup, await setup.refresh(ACTION))
  })
})

describe('an answer whose expires_in makes no sense, with the real CLI', () => {
  it.each([
    { door: CLR_ON_NODE20, expiresIn: null },
    { door: CLR_ON_NODE20, expiresIn: -5 },
    { door: CLR_ON_NODE20, expiresIn: 1e12 },
    { door: ACTION, expiresIn: null }
  ])('brings a pair that is kept, and no date: $expiresIn, $door.name', async ({ door, expiresIn }) => {
    await using setup = await E2eSetup.create()
    // `claude` would refresh once more at once, with the new pair, if it were not ended in time.
    setup.endpoint.token.inTurn({ kind: 'ok', expiresIn }, { kind: 'hang' })
    const run = await setup.refresh(door)
    expect(run).toMatchObject({ code: 0, reason: 'refreshed', shown: expect.stringContaining('makes no sense') })
    expect(run.shown).not.toMatch(/valid until|min ago|s ago|in \d+ days/)
    expect(setup.home.document).toMatchObject({
      claudeAiOauth: { ...setup.endpoint.currentPair(setup.login), expiresAt: 0 }
    })
  })
})

it('a login without a refresh token is used as it is: nothing is sent, and min-validity is met', async () => {
  const inTenDays = Date.now() + 10 * 24 * 3_600_000
  await using setup = await setupWith({ set: { refreshToken: undefined, expiresAt: inTenDays } })
  await setup.startSession().ended
  expect(await setup.refresh(CLR_ON_NODE20, { minValidity: '1d' })).toMatchObject({ code: 0, reason: 'still-valid' })
  expect(await setup.refresh(CLR_ON_NODE20)).toMatchObject({ code: 1, reason: 'creds-invalid' })
  expect(setup.endpoint.requests).toMatchObject({ token: [], model: [{}] })
})
