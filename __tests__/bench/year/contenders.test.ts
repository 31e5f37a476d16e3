import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CONTENDERS } from '../../../bench/year/contenders.js'
import type { Point } from '../../../bench/year/plan.js'
import { MINUTE_MS } from '../../../bench/year/rates.js'
import { Play } from './play.js'

const ENVIRONMENT = "hosted, the action, an environment's secret"
const REPOSITORY = "hosted, the action, a repository's secret"
const RECIPE = 'hosted, the shell recipe'
const WITHOUT_STORE = 'hosted, `clr` without a secret store'
const OWN_ACTION = 'self-hosted, the action'
const OWN_CLR = 'self-hosted, `clr refresh` by cron'
const OWN_RECIPE = 'self-hosted, `claude -p` by cron'

it('names seven rows', () => {
  const names = [ENVIRONMENT, REPOSITORY, RECIPE, WITHOUT_STORE, OWN_ACTION, OWN_CLR, OWN_RECIPE]
  expect(CONTENDERS.map(({ name }) => name)).toEqual(names)
})

describe('a job without a fault', () => {
  it.each([ENVIRONMENT, REPOSITORY, OWN_ACTION, OWN_CLR])(
    '%s: refreshes, and the next job gets the login',
    async row => {
      await using play = await Play.start(row)
      expect(await play.run()).toMatchObject({ isSuccess: true, reason: 'refreshed', shownTokens: 0, modelRequests: 0 })
      expect(play.hasNextJobTheLogin).toBe(true)
      expect(play.endpoint.currentPair(play.care.refreshToken ?? '').accessToken).toBe(play.care.accessToken)
    }
  )

  it.each([RECIPE, OWN_RECIPE])('%s: refreshes once the token has expired', async row => {
    await using play = await Play.start(row)
    expect(await play.run()).toMatchObject({ isSuccess: true, modelRequests: 1 })
    expect(play.endpoint.requests.token).toHaveLength(0)
    expect(await play.run()).toMatchObject({ isSuccess: true, modelRequests: 1 })
    expect(play.endpoint.requests.token).toHaveLength(1)
    expect(play.hasNextJobTheLogin).toBe(true)
  })

  it(`${WITHOUT_STORE}: loses the new pair with its disk`, async () => {
    await using play = await Play.start(WITHOUT_STORE)
    expect(await play.run()).toMatchObject({ isSuccess: true, reason: 'refreshed' })
    expect(play.isLoginKept).toBe(false)
  })

  it.each([ENVIRONMENT, REPOSITORY, OWN_ACTION, OWN_CLR, OWN_RECIPE])(
    '%s: with the real CLI, every 25th job',
    async row => {
      await using play = await Play.start(row)
      await play.run()
      expect(await play.run(null, { index: 25 })).toMatchObject({ isSuccess: true, usedRealCli: true })
      expect(play.hasNextJobTheLogin).toBe(true)
    }
  )

  it('counts no model request of the work of a job', async () => {
    await using play = await Play.start(ENVIRONMENT)
    expect(await play.run(null, { kind: 'uses the login' })).toMatchObject({ isSuccess: true, modelRequests: 0 })
    expect(play.endpoint.requests.model).toHaveLength(1)
  })

  it('stores what the work of a job has refreshed', async () => {
    await using play = await Play.start(ENVIRONMENT)
    await play.run()
    const lastsMs = 119 * MINUTE_MS // then the token is valid for less than a minute
    expect(await play.run(null, { kind: 'uses the login', lastsMs })).toMatchObject({
      isSuccess: true,
      reason: 'still-valid'
    })
    expect(play.endpoint.requests.token).toHaveLength(2)
    expect(play.hasNextJobTheLogin).toBe(true)
  })
})

/** Where the login is after a kill, as docs/how-it-works.md promises it. */
const KILLS: readonly (readonly [Point, { readonly hosted: boolean; readonly own: boolean }])[] = [
  ['before the exchange', { hosted: true, own: true }],
  ['with the token sent', { hosted: false, own: false }],
  ['with the answer on its way', { hosted: false, own: false }],
  ["with the new pair on the runner's disk", { hosted: false, own: true }],
  ['with the file written back', { hosted: false, own: true }]
]
const POINTS = KILLS.map(([point]) => point)

/** Points that only a job with a secret reaches. */
const AT_GITHUB = ["as GitHub has the secret's request", 'after the secret is stored'] as const

describe('cancelled and killed jobs on a hosted runner', () => {
  let play: Play
  beforeAll(async () => (play = await Play.start(ENVIRONMENT)))
  afterAll(() => play[Symbol.asyncDispose]())

  it.each([...POINTS, ...AT_GITHUB])('cancelled %s: the login is kept', async point => {
    expect(await play.run({ kind: 'cancel', point })).toMatchObject({ isSuccess: false, isFaultMet: true })
    expect(play.hasNextJobTheLogin).toBe(true)
  })

  it.each(['cancel', 'kill'] as const)('%s in a later step: the login is kept', async kind => {
    const end = await play.run({ kind, point: 'in a later step' }, { kind: 'uses the login' })
    expect(end).toMatchObject({ isSuccess: false, isFaultMet: true })
    expect(play.hasNextJobTheLogin).toBe(true)
  })

  it.each(KILLS)('killed %s: what has not reached GitHub is lost', async (point, { hosted }) => {
    expect(await play.run({ kind: 'kill', point })).toMatchObject({ isSuccess: false, isFaultMet: true, reason: '' })
    expect(play.isLoginKept).toBe(hosted)
  })

  it.each(AT_GITHUB)('killed %s: the login is kept', async point => {
    expect(await play.run({ kind: 'kill', point })).toMatchObject({ isSuccess: false, isFaultMet: true, reason: '' })
    expect(play.hasNextJobTheLogin).toBe(true)
  })
})

describe('cancelled and killed jobs on a self-hosted runner', () => {
  let play: Play
  beforeAll(async () => (play = await Play.start(OWN_ACTION)))
  afterAll(() => play[Symbol.asyncDispose]())

  it.each(POINTS)('cancelled %s: the login is kept', async point => {
    expect(await play.run({ kind: 'cancel', point })).toMatchObject({ isSuccess: false, isFaultMet: true })
    expect(play.hasNextJobTheLogin).toBe(true)
  })

  it.each(KILLS)('killed %s: what has reached the disk is recovered', async (point, { own }) => {
    expect(await play.run({ kind: 'kill', point })).toMatchObject({ isSuccess: false, isFaultMet: true, reason: '' })
    expect(play.isLoginKept).toBe(own)
    expect(await play.run()).toMatchObject({ isSuccess: true })
    expect(play.hasNextJobTheLogin).toBe(true)
  })

  it.each(AT_GITHUB)('is never cancelled %s', async point => {
    expect(await play.run({ kind: 'cancel', point })).toMatchObject({ isSuccess: true, isFaultMet: false })
  })

  it('shares its file with a session that refreshes at the same moment', async () => {
    await play.run({ kind: 'session' })
    expect(play.hasNextJobTheLogin).toBe(true)
    expect(play.endpoint.reuses).toBe(0)
  })
})

describe('GitHub and the endpoint', () => {
  let play: Play
  beforeAll(async () => (play = await Play.start(ENVIRONMENT)))
  afterAll(() => play[Symbol.asyncDispose]())

  it('sends no token while GitHub is down', async () => {
    const sentBefore = play.endpoint.requests.token.length
    const fault = { kind: 'github-down', from: 'before the job', minutes: 60 } as const
    expect(await play.run(fault)).toMatchObject({ isSuccess: false, reason: 'secret-not-writable', isFaultMet: true })
    expect(play.endpoint.requests.token).toHaveLength(sentBefore)
  })

  it('stores the secret at the end of the job if GitHub works again by then, without real waits', async () => {
    const fault = { kind: 'github-down', from: 'between check and store', minutes: 5 } as const
    const end = await play.run(fault)
    expect(end).toMatchObject({ isSuccess: false, reason: 'secret-write-failed', isFaultMet: true, sealed: null })
    expect(end.waitedMs).toBeGreaterThan(MINUTE_MS)
    expect(play.hasNextJobTheLogin).toBe(true)
  })

  it('shows a command in the summary if GitHub is down for longer', async () => {
    const fault = { kind: 'github-down', from: 'between check and store', minutes: 120 } as const
    const { sealed, reason, shownTokens } = await play.run(fault)
    expect({ reason, shownTokens }).toEqual({ reason: 'secret-write-failed', shownTokens: 0 })
    expect(play.isLoginKept).toBe(false)
    expect(sealed !== null && (await play.care.storeByHand(sealed))).toBe(true)
    expect(play.hasNextJobTheLogin).toBe(true)
  })

  it.each([
    [{ kind: 'endpoint', status: 429 }, 'rate-limited'],
    [{ kind: 'endpoint', status: 503 }, 'server-error'],
    [{ kind: 'endpoint', status: 'unreachable' }, 'network']
  ] as const)('keeps the login after %j', async (fault, reason) => {
    expect(await play.run(fault)).toMatchObject({ isSuccess: false, reason, isFaultMet: true })
    expect(play.hasNextJobTheLogin).toBe(true)
  })

  it('waits for a slow answer', async () => {
    expect(await play.run({ kind: 'slow-answer', seconds: 2 })).toMatchObject({ isSuccess: true, isFaultMet: true })
    expect(play.hasNextJobTheLogin).toBe(true)
  })

  it('cannot keep a login if the answer is lost', async () => {
    expect(await play.run({ kind: 'lost-answer' })).toMatchObject({ isSuccess: false, isFaultMet: true })
    expect(play.isLoginKept).toBe(false)
    expect(play.endpoint.reuses).toBe(0)
  })

  it('cannot keep a login if two jobs use it at the same moment', async () => {
    expect(await play.run({ kind: 'overlap' })).toMatchObject({ isFaultMet: true })
    expect(play.endpoint.isRevoked(play.care.refreshToken ?? '')).toBe(true)
  })
})
