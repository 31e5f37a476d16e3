import { setTimeout as sleep } from 'node:timers/promises'
import { Deadline, type Patience } from '../deadline.js'
import type { Log } from '../options.js'
import { watchCall, type RunningCall, type Watched } from './watch.js'

/** How long an exchange that has begun may go on after the deadline or a cancel, in milliseconds. */
const GRACE_MS = 5000

/** In the last second of the grace, `claude` gets a SIGTERM: new versions finish the exchange first, old ones just die. */
const GRACE_BEFORE_TERM_MS = 4000

/** How long `claude` may take to print why its exchange had no result, in milliseconds. */
const EXPLANATION_MS = 2000

/**
 * Watches a call. If the deadline passes, or the caller cancels, in the middle of an exchange, `claude` gets a grace period.
 * @param patience its `insist` is aborted when the caller insists: then the grace period ends; its `log` is told that one begins
 */
export async function watchWithGrace(
  call: RunningCall,
  { deadline, cancel, insist, log }: Patience & { readonly insist: AbortSignal; readonly log: Pick<Log, 'activity'> }
): Promise<Watched> {
  const watched = await watchCall(call, { deadline, cancel })
  const { kind } = watched.sighting
  if (kind === 'over' && watched.mayHaveSent) return waitForExplanation(call, watched, cancel)
  if ((kind !== 'deadline' && kind !== 'cancelled') || !call.home.isExchangeUnderWay()) return watched
  log.activity?.({ kind: 'grace', cause: kind, graceMs: GRACE_MS })
  const term = setTimeout(() => {
    call.claude.terminate()
  }, GRACE_BEFORE_TERM_MS)
  const last = await watchCall(call, { deadline: Deadline.after(GRACE_MS / 1000), cancel: insist })
  clearTimeout(term)
  const isResult = last.sighting.kind === 'pair' || last.sighting.kind === 'blanked'
  return { sighting: isResult ? last.sighting : watched.sighting, mayHaveSent: true }
}

/**
 * A `claude` that gives up prints why, and exits (docs/claude-cli.md#a-malformed-proxy-variable). Until then its HOME is
 * locked again, so that it can't begin another exchange. If it has already begun one, we do not wait.
 */
async function waitForExplanation(
  { home, claude, modelRequest }: RunningCall,
  watched: Watched,
  cancel: AbortSignal
): Promise<Watched> {
  if (!home.lock()) return watched
  const ends = [modelRequest, cancel].map(signal =>
    sleep(EXPLANATION_MS, null, { signal, ref: false }).catch(() => null)
  )
  const exit = await Promise.race([claude.exited, ...ends])
  return exit === null ? watched : { ...watched, sighting: { kind: 'exited', exit } }
}
