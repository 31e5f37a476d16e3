import { describe, expect, it } from '@jest/globals'
import { ApiFailure } from '../../src/github-secrets/api-failure.js'
import { Patience, TimeBudget, type Limits } from '../../src/github-secrets/retries.js'

const OPEN = new AbortController().signal

/** A refusal by the rate limit, which asks for a wait of this many seconds. */
function refusal(seconds: number): ApiFailure {
  return new ApiFailure(429, '', { 'retry-after': String(seconds) })
}

/** Makes attempts that fail like this, then one that succeeds. Notes the pause before each attempt, in milliseconds. */
async function attempts(failures: readonly ApiFailure[], limits: Limits, maxTries?: number) {
  const pauses: number[] = []
  let endedAtMs = performance.now()
  const attempt = (signal: AbortSignal): Promise<string> => {
    pauses.push(performance.now() - endedAtMs)
    if (signal.aborted) return Promise.reject(new Error('this attempt began too late'))
    const failure = failures[pauses.length - 1]
    endedAtMs = performance.now()
    return failure === undefined ? Promise.resolve('done') : Promise.reject(failure)
  }
  const result = await new TimeBudget(limits, maxTries).retry(attempt).catch((error: unknown) => error)
  return { result, pauses: pauses.slice(1) }
}

function patience(leftMs: number, signal = OPEN) {
  const waits: number[] = []
  return { waits, patience: new Patience(leftMs, { signal, onWait: ms => waits.push(ms) }) }
}

describe('a wait that the rate limit asks for', () => {
  it('is never cut short, and grows with each further refusal', async () => {
    const { result, pauses } = await attempts([refusal(2), refusal(0), refusal(0)], { limitMs: 60_000 })
    expect(result).toBe('done')
    const [asked = 0, second = 0, third = 0] = pauses
    expect(asked).toBeGreaterThanOrEqual(1_990)
    expect(second).toBeGreaterThanOrEqual(990)
    expect(third).toBeGreaterThanOrEqual(1_990)
  })

  it('does not count as a try, but the failures of a server do', async () => {
    const down = new ApiFailure(503, '')
    const limits = { limitMs: 60_000 }
    expect((await attempts([refusal(0), refusal(0), refusal(0), down], limits, 2)).result).toBe('done')
    expect((await attempts([refusal(0), down, down], limits, 2)).result).toBe(down)
  })

  it('ends the call at once if it is longer than the rest of its time', async () => {
    const refused = refusal(3_600)
    const startMs = performance.now()
    expect(await attempts([refused], { limitMs: 60_000 })).toEqual({ result: refused, pauses: [] })
    expect(performance.now() - startMs).toBeLessThan(10_000)
  })

  it('comes in addition to the time of the call if there is patience, which several calls share', async () => {
    const { patience: shared, waits } = patience(3_500)
    const limits = { limitMs: 1_000, patience: shared }
    expect((await attempts([refusal(2)], limits)).result).toBe('done')
    const second = refusal(2)
    expect((await attempts([second], limits)).result).toBe(second)
    expect((await attempts([refusal(1)], limits)).result).toBe('done')
    expect(waits).toEqual([2_000, 1_000])
  })

  it('is not what patience is for if a server fails', async () => {
    const { patience: unused, waits } = patience(60_000)
    const down = new ApiFailure(503, '', { 'retry-after': '30' })
    expect((await attempts([down], { limitMs: 1_000, patience: unused })).result).toBe(down)
    expect(waits).toEqual([])
  })

  it('does not begin after the caller has cancelled', async () => {
    const { patience: cancelled, waits } = patience(60_000, AbortSignal.abort())
    expect([await cancelled.wait(1_000), waits]).toEqual([false, []])
  })

  it('ends when the caller cancels', async () => {
    const signal = AbortSignal.timeout(200)
    const refused = refusal(60)
    const limits = { limitMs: 1_000, signal, patience: patience(120_000, signal).patience }
    expect((await attempts([refused], limits)).result).toBe(refused)
  })
})

describe('the time of a call', () => {
  it('is not given up because a failing server asks for longer, which is only a guess', async () => {
    const down = new ApiFailure(503, '', { 'retry-after': '3700' })
    const startMs = performance.now()
    await attempts([down], { limitMs: 60_000, signal: AbortSignal.timeout(500) })
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(490) // the cancel ended its pause
  })
})
