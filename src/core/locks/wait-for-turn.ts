import { setTimeout as sleep } from 'node:timers/promises'
import type { Patience } from '../deadline.js'
import { NOT_SENT_HERE, RefreshError } from '../reasons.js'
import { ownIdentity, type ProcessIdentity } from '../system/process-identity.js'
import type { CliLock } from './cli-lock-paths.js'
import { ownerOf, type CliOwner } from './cli-owner-record.js'

/** How often to try for a lock that another process holds, in milliseconds. */
const RETRY_EVERY_MS = 40

/**
 * Waits a moment before the next try for a lock that another process holds.
 * @param describeHolder names the holder, for the message
 * @throws RefreshError `cancelled`, `locked`: the deadline has passed
 */
export async function waitForTurn({ deadline, cancel }: Patience, describeHolder: () => string): Promise<void> {
  if (cancel.aborted) throw new RefreshError('cancelled', `cancelled while waiting for a lock; ${NOT_SENT_HERE}`)
  if (deadline.hasPassed()) {
    throw new RefreshError('locked', `the deadline passed while ${describeHolder()} held the lock; ${NOT_SENT_HERE}`)
  }
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
