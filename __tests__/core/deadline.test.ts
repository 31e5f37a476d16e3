import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, jest } from '@jest/globals'
import { Deadline } from '../../src/core/deadline.js'
import { expectRefreshed, expectUnchanged } from '../../testing/expectations.js'
import { objectFrom } from '../../testing/json-object.js'
import { TestHome, type ClrRun } from '../../testing/test-home.js'
import { SHORTEST_GRACE_MS } from '../../testing/waiting.js'

const TIMED_OUT = { exitCode: 2, report: { refreshed: false, reason: 'timeout', exitCode: 2 } }

/** The deadline, in seconds: late enough for `claude` to begin its exchange first, even on a busy machine. */
const DEADLINE_S = 5
const DEADLINE_MS = DEADLINE_S * 1000

/** A time in the 5 s of grace, and well before their end even if `claude` is slow to start. */
const IN_THE_GRACE_MS = DEADLINE_MS + 1000

function refreshUntilDeadline(home: TestHome, claude: string, env: Readonly<Record<string, string>> = {}) {
  return home.refresh(claude, ['--timeout', String(DEADLINE_S)], env)
}

/** How long a run took, in milliseconds, according to its report. */
const elapsedMs = ({ report }: ClrRun): number => Number(objectFrom(report).elapsedMs)

describe('Deadline', () => {
  it('has all its time at first, and none after it has passed', () => {
    const now = performance.now()
    expect(Deadline.after(10).remainingMs()).toBeGreaterThan(9000)
    expect(Deadline.after(10).hasPassed()).toBe(false)
    expect(Deadline.after(10, now - 10_001).remainingMs()).toBe(0)
    expect(Deadline.after(10, now - 10_001).hasPassed()).toBe(true)
  })

  it('never passes if it is 0 seconds', () => {
    expect(Deadline.after(0, -1e12).remainingMs()).toBe(Infinity)
    expect(Deadline.after(0).hasPassed()).toBe(false)
  })

  it('calls back when it has passed, even if that takes several timers', async () => {
    const deadline = Deadline.after(0.3)
    const hadPassed = await new Promise<boolean>(resolve => {
      deadline.whenPassed(() => {
        resolve(deadline.hasPassed())
      }, 20)
    })
    expect(hadPassed).toBe(true)
  })

  it.each([
    ['after the callback was cancelled', 0.05, true],
    ['if there is no limit', 0, false]
  ])('does not call back %s', async (_when, seconds, isCancelled) => {
    const onPassed = jest.fn()
    const cancel = Deadline.after(seconds).whenPassed(onPassed, 20)
    if (isCancelled) cancel()
    await sleep(100)
    expect(onPassed).not.toHaveBeenCalled()
  })
})

// These run at the same time: one after the other they would take half a minute.
describe('when the deadline passes', () => {
  it.concurrent.each([
    ['hangs', 'hangs'],
    ['ignores SIGTERM', 'ignores-sigterm']
  ])('ends a claude without a grace period if it %s', async (_what, claude) => {
    using home = new TestHome()
    const run = await refreshUntilDeadline(home, claude)
    expect(run).toMatchObject(TIMED_OUT)
    expectUnchanged(home)
    expect(elapsedMs(run)).toBeLessThan(DEADLINE_MS + SHORTEST_GRACE_MS)
  })

  it.concurrent('waits up to 5 more seconds for an exchange to finish', async () => {
    using home = new TestHome()
    const run = await refreshUntilDeadline(home, 'refreshes-late', { LC_AFTER_MS: String(IN_THE_GRACE_MS) })
    expectRefreshed(home, run)
    expect(elapsedMs(run)).toBeGreaterThan(DEADLINE_MS)
  })

  it.concurrent('lets a claude finish its exchange after asking it to end', async () => {
    using home = new TestHome()
    expectRefreshed(home, await refreshUntilDeadline(home, 'refreshes-on-sigterm'))
  })

  it.concurrent('ends an exchange that outlasts the grace period, and changes nothing', async () => {
    using home = new TestHome()
    const run = await refreshUntilDeadline(home, 'hangs-in-the-exchange')
    expect(run).toMatchObject(TIMED_OUT)
    expectUnchanged(home)
    expect(elapsedMs(run) - DEADLINE_MS).toBeGreaterThan(4900)
    expect(elapsedMs(run) - DEADLINE_MS).toBeLessThan(9000)
  })
})

describe('without a deadline', () => {
  it.concurrent('waits for a slow refresh', async () => {
    using home = new TestHome()
    expectRefreshed(home, await home.refresh('refreshes-late', ['--timeout', '0']))
  })

  it.concurrent('still ends a claude that asks for the model without having begun an exchange', async () => {
    using home = new TestHome()
    const run = await home.refresh('asks-the-model', ['--timeout', '0'])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'claude-failed' } })
    expect(home.leftovers).toEqual([])
  })
})

describe('a --timeout longer than one timer can hold', () => {
  it.each(['2147484', '63072000', '9'.repeat(30)])('lets claude refresh: %s seconds', async timeout => {
    using home = new TestHome()
    const run = await home.refresh('refreshes', ['--timeout', timeout])
    expectRefreshed(home, run)
    expect(run.stderr).not.toContain('TimeoutOverflowWarning')
  })
})
