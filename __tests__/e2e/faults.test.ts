import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CLOCK_JUMPS, tryClock } from '../../testing/faults/clocks.js'
import { tryConcurrentRuns } from '../../testing/faults/concurrent-runs.js'
import { DISKS, tryDisk } from '../../testing/faults/disks.js'
import { killAt, killInRecovery } from '../../testing/faults/named-kills.js'
import { KILLS_AT_POINTS, KILLS_IN_RECOVERY } from '../../testing/faults/points.js'
import { ODD_REPLIES, tryReply } from '../../testing/faults/replies.js'
import { asRootThatMayMount } from '../../testing/needs.js'
import { startEndpoint, type Endpoint } from '../../testing/endpoint/endpoint.js'

// The short form of `npm run test:faults`: each kill at a point that has a name, and none at random.

let endpoint: Endpoint

beforeAll(async () => {
  endpoint = await startEndpoint({ token: { kind: 'ok', delayMs: 20, rotateOn: 'arrival' } })
})

afterAll(async () => {
  await endpoint.close()
})

describe('a login whose refresh is killed, on the real CLI', () => {
  it.each(KILLS_AT_POINTS)('is put right by the next run after a SIGKILL of $target $point.name', async kill => {
    const { reuses } = endpoint
    expect(await killAt(endpoint, kill.point, kill.target)).toBe('kept')
    expect(endpoint.reuses).toBe(reuses)
  })

  it.each(KILLS_IN_RECOVERY)(
    'is put right by the next run after a second SIGKILL, in recovery from a $where, $point.name',
    async kill => {
      const { reuses } = endpoint
      expect(await killInRecovery(endpoint, kill.point, kill.where)).toBe('kept')
      expect(endpoint.reuses).toBe(reuses)
    }
  )
})

describe('a login that many are after at once', () => {
  it('is refreshed for all of them, without a token sent twice', async () => {
    expect(await tryConcurrentRuns(endpoint, { runs: 10, sessions: 0 })).toMatchObject({ problems: [] })
  })
})

describe('a login whose refresh meets a fault', () => {
  it.each(ODD_REPLIES)('is no worse for it, and right after the next run: $name', async reply => {
    expect(await tryReply(endpoint, reply)).toMatchObject({ problems: [] })
  })

  it.each(CLOCK_JUMPS)('is refreshed, without a token sent twice: $name', async jump => {
    expect(await tryClock(endpoint, jump)).toMatchObject({ problems: [] })
  })
})

asRootThatMayMount().describe('a login whose refresh meets a fault of the disk', () => {
  it.each(DISKS)('is not lost, and right after the next run: $name', async disk => {
    expect(await tryDisk(endpoint, disk)).toMatchObject({ problems: [] })
  })
})
