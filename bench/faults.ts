import '../script/refuse-stale-dist.js'
import { startEndpoint } from '../testing/endpoint/endpoint.js'
import { CLOCK_JUMPS, tryClock } from '../testing/faults/clocks.js'
import { tryConcurrentRuns } from '../testing/faults/concurrent-runs.js'
import { DISKS, tryDisk } from '../testing/faults/disks.js'
import { killMany, type KillResult, type KillTarget } from '../testing/faults/kills.js'
import { mayMount, unmountAll } from '../testing/mounts.js'
import { killAt, killInRecovery } from '../testing/faults/named-kills.js'
import { KILLS_AT_POINTS, KILLS_IN_RECOVERY } from '../testing/faults/points.js'
import { ODD_REPLIES, tryReply } from '../testing/faults/replies.js'
import type { TrialResult } from '../testing/faults/trial.js'

/** `npm run test:faults -- [kills]`: the number of random kills that are not too late; 500 for a long run. */
const KILLS = Number(process.argv[2] ?? 60)

/** The endpoint rotates the pair at once but answers only after this time, which is the worst moment for a kill. */
const REPLY_DELAY_MS = 20

let passed = 0
let failed = 0

process.once('exit', unmountAll)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

await using endpoint = await startEndpoint({ token: { kind: 'ok', delayMs: REPLY_DELAY_MS, rotateOn: 'arrival' } })
for (const { point, target } of KILLS_AT_POINTS) {
  check(`SIGKILL of ${target} ${point.name}`, (await killAt(endpoint, point, target)) === 'kept')
}
for (const { point, where } of KILLS_IN_RECOVERY) {
  const result = await killInRecovery(endpoint, point, where)
  check(`SIGKILL of clr in recovery from a ${where}, ${point.name}`, result === 'kept')
}
await tallyKills('SIGKILL of clr only', 'clr')
await tallyKills('SIGKILL of the whole tree', 'tree')
const { reuses, requests } = endpoint
check('after all kills, no token was sent twice and no model was asked', reuses + requests.model.length === 0)
report(await tryConcurrentRuns(endpoint, { runs: 20, sessions: 0 }))
report(await tryConcurrentRuns(endpoint, { runs: 4, sessions: 2 }))
for (const reply of ODD_REPLIES) report(await tryReply(endpoint, reply))
for (const jump of CLOCK_JUMPS) report(await tryClock(endpoint, jump))
if (mayMount()) {
  for (const disk of DISKS) report(await tryDisk(endpoint, disk))
} else {
  console.log('- disks that fail: not tried, since this user may not mount')
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

async function tallyKills(what: string, target: KillTarget): Promise<void> {
  const tally: Record<KillResult, number> = { kept: 0, 'never-arrived': 0, lost: 0, 'too-late': 0 }
  for (const result of await killMany(endpoint, target, KILLS / 2)) tally[result] += 1
  const counts = Object.entries(tally).map(([result, count]) => `${count} ${result}`)
  check(`${what}: ${counts.join(', ')}`, tally.lost === 0)
}

function report({ name, summary, problems }: TrialResult): void {
  check(`${name}: ${summary}`, problems.length === 0)
  for (const problem of problems) console.log(`    ${problem}`)
}

function check(what: string, isFine: boolean): void {
  console.log(`${isFine ? '✓' : '✗'} ${what}`)
  if (isFine) passed += 1
  else failed += 1
}
