import { setTimeout as sleep } from 'node:timers/promises'
import { Deadline, type Patience } from '../deadline.js'
import { watchCall, type RunningCall, type Watched } from './watch.js'

/** How long an exchange that has begun may go on beyond the deadline or a cancel, in milliseconds. */
const GRACE_MS = 5000

/** In the last second of it `claude` is asked to end: new versions finish the exchange first, old ones just die. */
const GRACE_BEFORE_TERM_MS = 4000

/** How patient a caller is. */
export interface CallerPatience extends Patience {
  /** Aborted when the caller insists: no more grace. */
  readonly insist: AbortSignal
}

/** How long a `claude` whose exchange ended without a result has to say why, in milliseconds. */
const LAST_WORDS_MS = 2000

/** Watches a call, and its grace if the deadline passes, or the caller cancels, in the middle of an exchange. */
export async function watchWithGrace(
  call: RunningCall,
  { deadline, cancel, insist }: CallerPatience
): Promise<Watched> {
  const watched = await watchCall(call, { deadline, cancel })
  const { kind } = watched.sighting
  if (kind === 'over' && watched.mayHaveSent) return hearLastWords(call, watched, cancel)
  if ((kind !== 'deadline' && kind !== 'cancelled') || !call.home.isExchangeUnderWay()) return watched
  const term = setTimeout(() => {
    call.claude.terminate()
  }, GRACE_BEFORE_TERM_MS)
  const last = await watchCall(call, { deadline: Deadline.after(GRACE_MS / 1000), cancel: insist })
  clearTimeout(term)
  const isResult = last.sighting.kind === 'pair' || last.sighting.kind === 'blanked'
  return { sighting: isResult ? last.sighting : watched.sighting, mayHaveSent: true }
}

/**
 * A `claude` that gives up for good says why, and ends (docs/claude-cli.md#a-malformed-proxy-variable). Meanwhile its HOME is locked,
 * as it was at first, so that it begins no other exchange; if it has already begun one, it is not waited for.
 */
async function hearLastWords(
  { home, claude, modelRequest }: RunningCall,
  watched: Watched,
  cancel: AbortSignal
): Promise<Watched> {
  if (!home.lock()) return watched
  const ends = [modelRequest, cancel].map(signal =>
    sleep(LAST_WORDS_MS, null, { signal, ref: false }).catch(() => null)
  )
  const exit = await Promise.race([claude.exited, ...ends])
  return exit === null ? watched : { ...watched, sighting: { kind: 'exited', exit } }
}
