import { setTimeout as sleep } from 'node:timers/promises'
import type { Patience } from '../deadline.js'
import type { Log } from '../options.js'
import { NOT_SENT_HERE, RefreshError } from '../reasons.js'
import { ownIdentity, type ProcessIdentity } from '../system/process-identity.js'
import type { CliLock } from './cli-lock-paths.js'
import { ownerOf, type CliOwner } from './cli-owner-record.js'

/** How often to try for a lock that another process holds, in milliseconds. */
const RETRY_EVERY_MS = 40

/** How long to wait for locks, and whom to tell. */
export interface LockPatience extends Patience {
  /** Called before each wait, with what names the process that holds the lock. */
  readonly onWait?: ((holder: () => string) => void) | undefined
}

/** Reports who holds the lock as what the run is doing: `onWait` of a run that has a log. */
export function reportWaiting(log: Pick<Log, 'activity'>): (holder: () => string) => void {
  return holder => log.activity?.({ kind: 'waiting', holder })
}

/**
 * Waits a moment before the next try for a lock that another process holds.
 * @param describeHolder names the holder, for the message
 * @throws RefreshError `cancelled`, `locked`: the deadline has passed
 */
export async function waitForTurn(
  { deadline, cancel, onWait }: LockPatience,
  describeHolder: () => string
): Promise<void> {
  if (cancel.aborted) throw new RefreshError('cancelled', `stopped while waiting for a lock; ${NOT_SENT_HERE}`)
  if (deadline.hasPassed()) {
    throw new RefreshError('locked', `the time limit passed while ${describeHolder()} held the lock; ${NOT_SENT_HERE}`)
  }
  onWait?.(describeHolder)
  await sleep(Math.min(RETRY_EVERY_MS, deadline.remainingMs()))
}

/** Names the run that holds our own lock, for a message. */
export function describeRun(identity: ProcessIdentity | null): string {
  const owner = identity === null ? null : { pid: identity.pid, isElsewhere: isElsewhere(identity) }
  return describeHolder('another run of clr-refresh', owner)
}

/** Names the session that holds a CLI lock, for a message. */
export function describeSession(lock: CliLock): string {
  return describeHolder('a session of `claude`', ownerOf(lock))
}

function describeHolder(who: string, owner: Pick<CliOwner, 'pid' | 'isElsewhere'> | null): string {
  if (owner === null) return who
  return owner.isElsewhere ? `${who} in another container or on another machine` : `${who} (pid ${owner.pid})`
}

/** Whether a process is in another container or on another machine, where its pid is that of another process than here. */
export function isElsewhere({ bootId, pidNamespace }: ProcessIdentity): boolean {
  const own = ownIdentity()
  return isOther(bootId, own.bootId) || isOther(pidNamespace, own.pidNamespace)
}

function isOther(theirs: string | null, ours: string | null): boolean {
  return theirs !== null && ours !== null && theirs !== ours
}
