import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { crowd } from '../../bench/faults/crowds.js'
import { aim, killOnce, measureSpanMs, type KillResult, type Victim } from '../../bench/faults/kills.js'
import { startEndpoint, type Endpoint } from '../stand-in/endpoint.js'

/** The short form of `npm run test:faults`. */
const KILLS = 8

let endpoint: Endpoint

beforeAll(async () => {
  endpoint = await startEndpoint({ token: { kind: 'ok', delayMs: 20, rotateOn: 'arrival' } })
})

afterAll(async () => {
  await endpoint.close()
})

describe('a login whose refresh is killed, on the real CLI', () => {
  it.each<Victim>(['clr', 'tree'])('is put right by the next run after a SIGKILL of %s', async victim => {
    const spanMs = await measureSpanMs(endpoint, 3)
    const seen: KillResult[] = []
    while (seen.length < KILLS) {
      const result = await killOnce(endpoint, victim, aim(spanMs, seen.length))
      if (result !== 'too-late') seen.push(result)
    }
    expect(seen).not.toContain('lost')
    if (victim === 'clr') expect(seen).not.toContain('never-arrived')
    expect(endpoint.reuses).toBe(0)
  })

  it('survives many runs at once, without a token sent twice', async () => {
    expect(await crowd(endpoint, 10, 0)).toMatchObject({ failures: [], reuses: 0, isCurrent: true, leftovers: [] })
  })
})
