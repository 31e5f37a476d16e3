import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CLOCK_JUMPS, tryClock } from '../../bench/faults/clocks.js'
import { tryCrowd } from '../../bench/faults/crowds.js'
import { DISKS, tryDisk } from '../../bench/faults/disks.js'
import { aim, killMany, killOnce, type Victim } from '../../bench/faults/kills.js'
import { mayMount } from '../../bench/faults/mounts.js'
import { ODD_REPLIES, tryReply } from '../../bench/faults/replies.js'
import { startEndpoint, type Endpoint } from '../stand-in/endpoint.js'

// The short form of `npm run test:faults`.

const KILLS = 4

/** A jump in company takes as long as the reply is held back: here only forward, and for the whole machine. */
const JUMPS = CLOCK_JUMPS.filter(
  ({ company, byMs }) => company === undefined || (byMs > 0 && company.whose === 'both' && company.waiter === 'run')
)

const whereMountable = mayMount() ? it : it.skip

let endpoint: Endpoint

beforeAll(async () => {
  endpoint = await startEndpoint({ token: { kind: 'ok', delayMs: 20, rotateOn: 'arrival' } })
})

afterAll(async () => {
  await endpoint.close()
})

describe('a login whose refresh is killed, on the real CLI', () => {
  it.each<Victim>(['clr', 'tree'])('is put right by the next run after a SIGKILL of %s', async victim => {
    const seen = await killMany(endpoint, KILLS, (spanMs, round) => killOnce(endpoint, victim, aim(spanMs, round)))
    expect(seen).not.toContain('lost')
    if (victim === 'clr') expect(seen).not.toContain('never-arrived')
    expect(endpoint.reuses).toBe(0)
  })
})

describe('a login that many are after at once', () => {
  it('is refreshed for all of them, without a token sent twice', async () => {
    expect(await tryCrowd(endpoint, { runs: 10, sessions: 0 })).toMatchObject({ complaints: [] })
  })
})

describe('a login whose refresh meets a fault', () => {
  it.each(ODD_REPLIES)('is no worse for it, and right after the next run: $name', async reply => {
    expect(await tryReply(endpoint, reply)).toMatchObject({ complaints: [] })
  })

  it.each(JUMPS)('is refreshed, without a token sent twice: $name', async jump => {
    expect(await tryClock(endpoint, jump)).toMatchObject({ complaints: [] })
  })

  whereMountable.each(DISKS)('is not lost, and right after the next run: $name', async disk => {
    expect(await tryDisk(endpoint, disk)).toMatchObject({ complaints: [] })
  })
})
