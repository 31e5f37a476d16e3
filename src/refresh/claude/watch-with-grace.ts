import { Deadline } from '../deadline.js'
import { watchCall, type Patience, type Scene, type Sighting } from './watch.js'

/** How long an exchange that has begun may go on beyond the deadline or a cancel, in milliseconds. */
const GRACE_MS = 5000

/** In the last second of it `claude` is asked to end: new versions finish the exchange first, old ones just die. */
const GRACE_BEFORE_TERM_MS = 4000

/** How patient a caller is. */
export interface CallerPatience extends Patience {
  /** Aborted when the caller insists: no more grace. */
  readonly insist: AbortSignal
}

/** Watches a call, and its grace where the deadline passes, or the caller cancels, in the middle of an exchange. */
export async function watchWithGrace(scene: Scene, { deadline, cancel, insist }: CallerPatience): Promise<Sighting> {
  const sighting = await watchCall(scene, { deadline, cancel })
  if (sighting.kind !== 'deadline' && sighting.kind !== 'cancelled') return sighting
  if (!scene.home.isExchangeUnderWay()) return sighting
  const term = setTimeout(() => {
    scene.claude.terminate()
  }, GRACE_BEFORE_TERM_MS)
  const last = await watchCall(scene, { deadline: Deadline.after(GRACE_MS / 1000), cancel: insist })
  clearTimeout(term)
  return last.kind === 'pair' || last.kind === 'blanked' ? last : sighting
}
