import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CLOCK_JUMPS, tryClock } from '../../testing/faults/clocks.js'
import { tryConcurrentRuns } from '../../testing/faults/concurrent-runs.js'
import { DISKS, tryDisk } from '../../testing/faults/disks.js'
import { killAt, killInRecovery } from '../../testing/faults/named-kills.js'
import { KILLS_AT_POINTS, KILLS_IN_RECOVERY } from '../../testing/faults/points.js'
import { ODD_REPLIES, tryReply } from '../../testing/faults/replies.js'
import { asRootThatMayMount } from '../../testing/needs.js'
import { startEndpoint, type Endpoint } from '../../testing/endpoint/endpoint.js'

// The short form of `npm run test:faults`: every kill at a named point, and no random kills.

let endpoint: Endpoint

beforeAll(async () => {
  endpoint = await startEndpoint({ token: { kind: 'ok', delayMs: 20, rotateOn: 'arrival' } })
})

afterAll(async () => {
  await endpoint.close()
})

describe('a login whose refresh is killed', () => {
  it.each(KILLS_AT_POINTS)('is current after the next run: SIGKILL of $target $point.name', async kill => {
    const { reuses } = endpoint
    expect(await killAt(endpoint, kill.point, kill.target)).toBe('kept')
    expect(endpoint.reuses).toBe(reuses)
  })

  it.each(KILLS_IN_RECOVERY)(
    'is current after the next run: second SIGKILL during recovery from a $where, $point.name',
    async kill => {
      const { reuses } = endpoint
      expect(await killInRecovery(endpoint, kill.point, kill.where)).toBe('kept')
      expect(endpoint.reuses).toBe(reuses)
    }
  )
})

it('a login that ten runs refresh at the same time is current for all of them, and no token is sent twice', async () => {
  expect(await tryConcurrentRuns(endpoint, { runs: 10, sessions: 0 })).toMatchObject({ problems: [] })
})

describe('a login whose refresh meets a fault', () => {
  it.each(ODD_REPLIES)('suffers no harm, and is current after the next run: $name', async reply => {
    expect(await tryReply(endpoint, reply)).toMatchObject({ problems: [] })
  })

  it.each(CLOCK_JUMPS)('is refreshed, and no token is sent twice: $name', async jump => {
    expect(await tryClock(endpoint, jump)).toMatchObject({ problems: [] })
  })
})

asRootThatMayMount().describe('a login whose refresh meets a disk fault', () => {
  it.each(DISKS)('is not lost, and is current after the next run: $name', async disk => {
    expect(await tryDisk(endpoint, disk)).toMatchObject({ problems: [] })
  })
})
