import { describeMoment } from '../times.js'
import type { LockStatus, RemainsStatus } from './file-status.js'
import { isHeld } from './locks.js'

/** A sentence for each holder of a lock. A holder of several locks is named once. */
export function lockNotes(locks: readonly LockStatus[], nowMs: number): readonly string[] {
  const holderOf = ({ holder, pid, isElsewhere }: LockStatus): string => `${holder} ${pid ?? ''} ${isElsewhere}`
  const first = locks.filter((lock, at) => locks.findIndex(other => holderOf(other) === holderOf(lock)) === at)
  return first.map(lock => lockNote(lock, nowMs))
}

function lockNote(lock: LockStatus, nowMs: number): string {
  const { holder, isAlive, sinceMs, renewedAtMs } = lock
  const who = `${holder === 'clr' ? 'a run of `clr`' : 'a session of `claude`'}${whereIs(lock)}`
  if (isAlive === false) return `${who} has ended without releasing its lock: the next run takes it over at once`
  if (isHeld(lock, nowMs)) return `${who} ${whatItDoes(holder, sinceMs, nowMs)}`
  const renewed = `was last renewed at ${describeMoment(renewedAtMs, nowMs)}`
  return `the lock of ${who} ${renewed}: unless it is renewed again, the next run takes it over`
}

function whatItDoes(holder: LockStatus['holder'], sinceMs: number | null, nowMs: number): string {
  const isClr = holder === 'clr'
  if (sinceMs === null) return isClr ? 'is working on this login' : 'holds the lock for a refresh'
  const does = isClr ? 'has been working on this login' : 'has been holding the lock for a refresh'
  return `${does} since ${describeMoment(sinceMs, nowMs)}`
}

/** Our own lock also distinguishes one boot of this machine from another, which then looks like another machine. */
function whereIs({ holder, pid, isElsewhere }: LockStatus): string {
  if (!isElsewhere) return pid === null ? '' : ` (pid ${pid})`
  return holder === 'clr'
    ? ' in another container, on another machine or before the last reboot'
    : ' in another container or on another machine'
}

/** A sentence for each thing that a run left. Of a run at work, only if no lock shows it. */
export function remainsNotes(
  remains: readonly RemainsStatus[],
  locks: readonly LockStatus[],
  nowMs: number
): readonly string[] {
  const isRunShown = locks.some(lock => lock.holder === 'clr' && isHeld(lock, nowMs))
  return remains.flatMap(one => (one.handledBy === 'its-run' && isRunShown ? [] : [remainsNote(one)]))
}

const NEXT_RUN = 'the next `clr refresh` or `clr recover`'

/** Why no run uses something. */
const NOT_TRUSTED = 'because another user owns it or may have changed it'

function remainsNote(one: RemainsStatus): string {
  const { path, kind, hasNewTokens, handledBy } = one
  if (handledBy === 'its-run') return `a run of \`clr\` is working in ${path}`
  if (!one.isTrusted) return untrustedNote(one)
  if (handledBy === 'person' && hasNewTokens === true) {
    const other = `${path} has tokens of another login than the file`
    const toDo = 'delete it if you do not want them; `clr recover` saves them in a separate file'
    return kind === 'home' ? `${other}: ${toDo}` : other
  }
  if (handledBy === 'person') return `${path} has no tokens that \`clr\` can use: delete it`
  if (hasNewTokens === true)
    return `the new tokens of an interrupted run are in ${path}: ${NEXT_RUN} puts them into the file`
  if (hasNewTokens === null) return `${path} can't be read, and may have newer tokens than the file`
  const what = kind === 'home' ? 'an interrupted run left' : 'the file already has the tokens that were saved in'
  return `${what} ${path}${kind === 'home' ? ', without newer tokens than the file' : ''}: ${NEXT_RUN} removes it`
}

function untrustedNote({ path, hasNewTokens }: RemainsStatus): string {
  if (hasNewTokens === null)
    return `${path} can't be read, and may have tokens that the file does not have, but runs ignore it ${NOT_TRUSTED}`
  if (!hasNewTokens) return `${path} has no tokens that the file needs; runs do not touch it ${NOT_TRUSTED}: delete it`
  const ours = 'take ownership of it and remove the rights of others (`chown`, `chmod go=`)'
  return `${path} has tokens that the file does not have, but runs ignore it ${NOT_TRUSTED}: delete it or, if you trust it, ${ours}`
}
