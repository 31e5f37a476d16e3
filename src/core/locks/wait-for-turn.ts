import { setTimeout as sleep } from 'node:timers/promises'
import type { Patience } from '../deadline.js'
import { NOT_SENT_HERE, RefreshError } from '../reasons.js'
import { ownIdentity, type ProcessIdentity } from '../system/process-identity.js'
import type { CliLock } from './cli-lock-paths.js'
import { ownerOf } from './cli-owner-record.js'

/** How often to ask for a lock that another holds, in milliseconds. */
const ASK_EVERY_MS = 40

/**
 * Waits a moment before the next try for a lock that another holds.
 * @param describeHolder who that is, for the message
 * @throws RefreshError `cancelled`, `locked`: the deadline has passed
 */
export async function waitForTurn({ deadline, cancel }: Patience, describeHolder: () => string): Promise<void> {
  if (cancel.aborted) throw new RefreshError('cancelled', `cancelled while it waited for a lock; ${NOT_SENT_HERE}`)
  if (deadline.hasPassed()) {
    throw new RefreshError('locked', `the deadline passed while ${describeHolder()} held the lock; ${NOT_SENT_HERE}`)
  }
  await sleep(Math.min(ASK_EVERY_MS, deadline.remainingMs()))
}

const ELSEWHERE = ' in another container or on another machine'

/** The run that holds our own lock, for a message. */
export function describeRun(identity: ProcessIdentity | null): string {
  const who = 'another run of clr-refresh'
  if (identity === null) return who
  return isElsewhere(identity) ? `${who}${ELSEWHERE}` : `${who} (pid ${identity.pid})`
}

/** The session that holds a lock of the CLI's, for a message. */
export function describeSession(lock: CliLock): string {
  const who = 'a session of `claude`'
  const owner = ownerOf(lock)
  if (owner === null) return who
  return owner.isElsewhere ? `${who}${ELSEWHERE}` : `${who} (pid ${owner.pid})`
}

/** Whether a pid means another process there than here. */
function isElsewhere({ bootId, pidNamespace }: ProcessIdentity): boolean {
  const own = ownIdentity()
  return isOther(bootId, own.bootId) || isOther(pidNamespace, own.pidNamespace)
}

function isOther(theirs: string | null, ours: string | null): boolean {
  return theirs !== null && ours !== null && theirs !== ours
}
