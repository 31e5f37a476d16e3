import { startEndpoint } from '../__tests__/stand-in/endpoint.js'
import { crowd } from './faults/crowds.js'
import { mayMount, tryDisks } from './faults/disks.js'
import { aim, killOnce, measureSpanMs, type KillResult, type Victim } from './faults/kills.js'
import { tryReplies } from './faults/replies.js'

/** `npm run test:faults -- [kills]`: how many kills that came in time; 500 for a long run. */
const KILLS = Number(process.argv[2] ?? 60)

/** The endpoint rotates as the request arrives, and takes some milliseconds to say so: the worst moment to be killed. */
const REPLY_DELAY_MS = 20

let passed = 0
let failed = 0

await using endpoint = await startEndpoint({ token: { kind: 'ok', delayMs: REPLY_DELAY_MS, rotateOn: 'arrival' } })
await killMany()
check(
  'no token was sent twice in all of that, no model was asked',
  endpoint.reuses + endpoint.requests.model.length === 0
)
for (const [runs, sessions] of [
  [20, 0],
  [4, 2]
] as const) {
  const result = await crowd(endpoint, runs, sessions)
  const isFine = result.failures.length === 0 && result.reuses === 0
  check(`${runs} runs and ${sessions} sessions at once: ${JSON.stringify(result)}`, isFine && result.isCurrent)
  check('  and nothing is left', result.leftovers.length === 0)
}
for (const { what, ended, sends, reuses, isCurrent, leftovers } of await tryReplies(endpoint)) {
  const isLostForGood = what.includes('dropped')
  const isFine = isLostForGood ? ended.exitCode === 1 : ended.exitCode === 0 && isCurrent
  check(
    `${what}: ${ended.reason ?? ''}, ${sends} sent`,
    isFine && sends === 1 && reuses === 0 && leftovers.length === 0
  )
}
if (mayMount()) {
  for (const { disk, ended, isFileAsItWas, exchanges } of await tryDisks(endpoint)) {
    check(`${disk}: ${ended.message}`, ended.reason === 'creds-not-writable' && isFileAsItWas && exchanges === 0)
  }
} else {
  console.log('- disks that fail: not tried, this user may not mount')
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

async function killMany(): Promise<void> {
  const spanMs = await measureSpanMs(endpoint)
  console.log(`A run takes ${Math.round(spanMs)} ms; every other kill is aimed at its last quarter.`)
  for (const victim of ['clr', 'tree'] as const) {
    const tally = await killSome(victim, spanMs)
    const counts = Object.entries(tally).map(([result, count]) => `${count} ${result}`)
    check(`SIGKILL of ${victim === 'clr' ? 'clr alone' : 'the whole tree'}: ${counts.join(', ')}`, tally.lost === 0)
  }
}

async function killSome(victim: Victim, spanMs: number): Promise<Record<KillResult, number>> {
  const tally = { kept: 0, 'never-arrived': 0, lost: 0, 'too-late': 0 }
  for (let inTime = 0; inTime < KILLS / 2;) {
    const result = await killOnce(endpoint, victim, aim(spanMs, inTime))
    tally[result] += 1
    if (result !== 'too-late') inTime += 1
  }
  return tally
}

function check(what: string, isFine: boolean): void {
  console.log(`${isFine ? '✓' : '✗'} ${what}`)
  if (isFine) passed += 1
  else failed += 1
}
