import { ownIdentity, type ProcessIdentity } from '../system/process-identity.js'
import type { CliLock } from './cli-lock-paths.js'
import { ownerOf } from './cli-owner-record.js'

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
