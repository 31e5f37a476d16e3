import { describe, expect, it } from '@jest/globals'
import { Deadline } from '../../src/refresh/deadline.js'
import { ClrScene, type ClrRun } from '../fixtures/clr.js'
import { NEW_PAIR } from '../fixtures/sample-login.js'

const TIMED_OUT = { exitCode: 2, report: { refreshed: false, reason: 'timeout', exitCode: 2 } }
const REFRESHED = { exitCode: 0, report: { refreshed: true, reason: 'refreshed' } }

/** Runs with a deadline of one second; returns the run, the file and what was left. */
async function withOneSecond(
  claude: string
): Promise<ClrRun & { readonly login: unknown; readonly isAsItWas: boolean; readonly leftovers: readonly unknown[] }> {
  using scene = new ClrScene()
  const run = await scene.refresh(claude, ['--timeout', '1'])
  const isAsItWas = scene.text('.claude/.credentials.json') === scene.originalText
  return { ...run, login: scene.login, isAsItWas, leftovers: scene.leftovers }
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
    const { elapsedMs, ...run } = await withOneSecond(claude)
    expect(run).toMatchObject({ ...TIMED_OUT, isAsItWas: true, leftovers: [] })
    expect(elapsedMs).toBeLessThan(4000) // and not after 5 seconds of grace
  })

  it.concurrent('an exchange under way may still land, for up to 5 seconds', async () => {
    expect(await withOneSecond('lands-late')).toMatchObject({ ...REFRESHED, login: NEW_PAIR, leftovers: [] })
  })

  it.concurrent('a claude that finishes its exchange when it is asked to end has the time for it', async () => {
    expect(await withOneSecond('lands-when-asked-to-end')).toMatchObject({
      ...REFRESHED,
      login: NEW_PAIR,
      leftovers: []
    })
  })

  it.concurrent('an exchange that does not end within the grace is ended, and nothing is changed', async () => {
    const run = await withOneSecond('hangs-in-the-exchange')
    expect(run).toMatchObject({ ...TIMED_OUT, isAsItWas: true, leftovers: [] })
    expect(run.elapsedMs).toBeGreaterThan(5900)
    expect(run.elapsedMs).toBeLessThan(8500)
  })
})

describe('without a deadline', () => {
  it.concurrent('a refresh is waited for', async () => {
    using scene = new ClrScene()
    expect(await scene.refresh('lands-late', ['--timeout', '0'])).toMatchObject(REFRESHED)
  })

  it.concurrent('a claude that asks for the model and never began an exchange is ended all the same', async () => {
    using scene = new ClrScene()
    const run = await scene.refresh('asks-the-model', ['--timeout', '0'])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'claude-failed' } })
    expect(scene.leftovers).toEqual([])
  })
})
