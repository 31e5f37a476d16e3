import { describe, expect, it } from '@jest/globals'
import { Deadline } from '../../src/core/deadline.js'
import { TestHome } from '../../testing/test-home.js'
import { objectFrom } from '../../testing/json-object.js'
import { NEW_PAIR } from '../../testing/sample-login.js'
import { SHORTEST_GRACE_MS } from '../../testing/waiting.js'

const TIMED_OUT = { exitCode: 2, report: { refreshed: false, reason: 'timeout', exitCode: 2 } }
const REFRESHED = { exitCode: 0, report: { refreshed: true, reason: 'refreshed' } }

/** The deadline, in seconds: on a busy machine, too, `claude` has begun its exchange by then. */
const DEADLINE_S = 5
const DEADLINE_MS = DEADLINE_S * 1000

/** In the 5 s of grace, and not near their end, if `claude` takes some time to start. */
const IN_THE_GRACE_MS = DEADLINE_MS + 1000

/** Runs until the deadline or longer; returns the run, how long it took by its own report, the file and what was left. */
async function untilDeadline(claude: string, env: Readonly<Record<string, string>> = {}) {
  using home = new TestHome()
  const { exitCode, report } = await home.refresh(claude, ['--timeout', String(DEADLINE_S)], env)
  const isAsItWas = home.text('.claude/.credentials.json') === home.originalText
  const tookMs = Number(objectFrom(report).elapsedMs)
  return { exitCode, report, tookMs, login: home.login, isAsItWas, leftovers: home.leftovers }
}

describe('Deadline', () => {
  it('has all its time at first, and none once it has passed', () => {
    const now = performance.now()
    expect(Deadline.after(10).remainingMs()).toBeGreaterThan(9000)
    expect(Deadline.after(10).hasPassed()).toBe(false)
    expect(Deadline.after(10, now - 10_001).remainingMs()).toBe(0)
    expect(Deadline.after(10, now - 10_001).hasPassed()).toBe(true)
  })

  it('is none at 0 seconds', () => {
    expect(Deadline.after(0, -1e12).remainingMs()).toBe(Infinity)
    expect(Deadline.after(0).hasPassed()).toBe(false)
  })
})

// All at once: one after the other these would take half a minute.
describe('when the deadline passes', () => {
  it.concurrent.each(['hangs', 'ignores-sigterm'])('a claude that %s is ended at once', async claude => {
    const { tookMs, ...run } = await untilDeadline(claude)
    expect(run).toMatchObject({ ...TIMED_OUT, isAsItWas: true, leftovers: [] })
    expect(tookMs).toBeLessThan(DEADLINE_MS + SHORTEST_GRACE_MS)
  })

  it.concurrent('an exchange under way may still land, for up to 5 seconds', async () => {
    const { tookMs, ...run } = await untilDeadline('lands-late', { LC_AFTER_MS: String(IN_THE_GRACE_MS) })
    expect(run).toMatchObject({ ...REFRESHED, login: NEW_PAIR, leftovers: [] })
    expect(tookMs).toBeGreaterThan(DEADLINE_MS)
  })

  it.concurrent('a claude that finishes its exchange when it is asked to end has the time for it', async () => {
    expect(await untilDeadline('lands-when-asked-to-end')).toMatchObject({
      ...REFRESHED,
      login: NEW_PAIR,
      leftovers: []
    })
  })

  it.concurrent('an exchange that does not end within the grace is ended, and nothing is changed', async () => {
    const { tookMs, ...run } = await untilDeadline('hangs-in-the-exchange')
    expect(run).toMatchObject({ ...TIMED_OUT, isAsItWas: true, leftovers: [] })
    expect(tookMs - DEADLINE_MS).toBeGreaterThan(4900)
    expect(tookMs - DEADLINE_MS).toBeLessThan(9000)
  })
})

describe('without a deadline', () => {
  it.concurrent('a refresh is waited for', async () => {
    using home = new TestHome()
    expect(await home.refresh('lands-late', ['--timeout', '0'])).toMatchObject(REFRESHED)
  })

  it.concurrent('a claude that asks for the model and never began an exchange is ended all the same', async () => {
    using home = new TestHome()
    const run = await home.refresh('asks-the-model', ['--timeout', '0'])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'claude-failed' } })
    expect(home.leftovers).toEqual([])
  })
})
