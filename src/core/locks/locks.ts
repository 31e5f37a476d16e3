import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findIfMoved, type CredentialsPath } from '../credentials/credentials-path.js'
import { whyOthersMayMoveLink, whyOthersMayWrite } from '../credentials/folder-judgement.js'
import { refuseIrreplaceable } from '../credentials/irreplaceable-file.js'
import { refuseMountedFile } from '../credentials/mounted-file.js'
import { waitingNote } from '../waiting-pairs.js'
import { WorkFolder } from '../work-folder.js'
import type { Deadline } from '../deadline.js'
import { NOT_SENT_HERE, RefreshError } from '../reasons.js'
import { cliLocksFor } from './cli-lock-paths.js'
import { orUnreadable } from '../unreadable.js'
import { CliLocks } from './cli-locks.js'
import { FileLock } from './own-lock.js'
import { describeRun, describeSession } from './holder.js'
import { LockWatch } from './lock-watch.js'

/** How often to ask for a lock that another holds, in milliseconds. */
const ASK_EVERY_MS = 40

/** How long to wait for a lock. */
export interface LockPatience {
  readonly deadline: Deadline
  readonly cancel: AbortSignal
}

/** The locks of one file, while they are held. */
export interface HeldLocks {
  /** The file; another one than before if a link to it led elsewhere by the time the locks were ours. */
  readonly file: CredentialsPath
  readonly folder: WorkFolder
  /** What a person should know, a sentence each: who is not kept off, because a lock can't be made, or who may read. */
  readonly warnings: readonly string[]
  /** @throws RefreshError `locked`: another has taken over a lock of ours (a machine that slept), nothing was sent yet */
  readonly check: () => void
}

/**
 * Does some work while no other run and no live session of the CLI can refresh the same file.
 * @throws RefreshError `locked`, `cancelled`, `creds-not-writable`, and whatever the work throws
 */
export async function whileLocked<T>(
  file: CredentialsPath,
  patience: LockPatience,
  work: (locks: HeldLocks) => Promise<T>
): Promise<T> {
  for (let current = file; ;) {
    const attempt = await tryWhileLocked(current, patience, work)
    if ('result' in attempt) return attempt.result
    current = attempt.movedTo
  }
}

type Attempt<T> = { readonly result: T } | { readonly movedTo: CredentialsPath }

async function tryWhileLocked<T>(
  file: CredentialsPath,
  patience: LockPatience,
  work: (locks: HeldLocks) => Promise<T>
): Promise<Attempt<T>> {
  refuseMountedFile(file)
  const watch = new LockWatch()
  const { own, folder } = await orSayWhatWaits(file, () => takeOwnLock(file, patience, watch))
  const cli = new CliLocks(folder, watch)
  try {
    cli.removeThoseOfTheDead()
    await takeCliLocks(file, patience, cli)
    const movedTo = findIfMoved(file)
    if (movedTo !== null) return { movedTo }
    const warnings = [...(folder.keepsModes ? [] : [noModesWarning(file)]), ...cli.warnings]
    return {
      result: await work({
        file,
        folder,
        warnings,
        check: () => {
          refuseIfLost(own, cli)
        }
      })
    }
  } finally {
    cli.release()
    own.release()
    folder.close()
  }
}

/** A run that can write nothing here can't recover either: what an interrupted one may have sent has to be told. */
async function orSayWhatWaits<T>(file: CredentialsPath, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefreshError) || error.reason !== 'creds-not-writable') throw error
    throw new RefreshError(error.reason, `${error.message}${waitingNoteIfAny(file)}`, error.remedy)
  }
}

/** Empty if the folder can't be read: there is an error to tell of already. */
function waitingNoteIfAny(file: CredentialsPath): string {
  try {
    return waitingNote(file)
  } catch {
    return ''
  }
}

async function takeCliLocks(file: CredentialsPath, patience: LockPatience, cli: CliLocks): Promise<void> {
  const locks = cliLocksFor(file)
  for (const lock of locks) {
    while (!cli.tryTake(lock)) await waitForTurn(patience, () => describeSession(lock))
  }
  for (const lock of locks) cli.removeOwnerRecord(lock)
}

function refuseIfLost(own: FileLock, cli: CliLocks): void {
  if (own.isHeld() && !cli.isLost()) return
  throw new RefreshError('locked', `another run took over while this one slept; ${NOT_SENT_HERE}`)
}

async function takeOwnLock(
  file: CredentialsPath,
  patience: LockPatience,
  watch: LockWatch
): Promise<{ own: FileLock; folder: WorkFolder }> {
  const objection = orUnreadable(file.given, () => whyOthersMayWrite(file) ?? whyOthersMayMoveLink(file))
  if (objection === null) refuseIrreplaceable(file) // before anything is made that could not be removed
  for (;;) {
    const folder = openWorkFolder(file, objection)
    const own = tryTakeOwn(folder, watch)
    if (own instanceof FileLock) return { own, folder }
    await waitForTurn(patience, () => describeRun(own.identity), folder)
  }
}

/** @param objection why others may write beside the file; nothing follows from it if the file system keeps no modes */
function openWorkFolder(file: CredentialsPath, objection: string | null): WorkFolder {
  if (objection === null) return WorkFolder.open(file)
  const folder = openIfPossible(file)
  if (folder?.keepsModes === false) return folder
  folder?.close()
  throw new RefreshError('creds-not-writable', objection)
}

function openIfPossible(file: CredentialsPath): WorkFolder | null {
  try {
    return WorkFolder.open(file)
  } catch {
    return null
  }
}

/** Such a file system shows one mode for every file, so nothing follows from it: it is used all the same. */
function noModesWarning({ real }: CredentialsPath): string {
  return `the file system of ${path.dirname(real)} keeps no modes, so other users of this machine may be able to read the login there`
}

function tryTakeOwn(folder: WorkFolder, watch: LockWatch): ReturnType<typeof FileLock.tryTake> {
  let own: ReturnType<typeof FileLock.tryTake> | null = null
  try {
    own = FileLock.tryTake(folder, watch)
    if (own instanceof FileLock) folder.hideFromGit()
    return own
  } catch (error) {
    if (own instanceof FileLock) own.release()
    folder.close()
    throw error
  }
}

async function waitForTurn(
  { deadline, cancel }: LockPatience,
  holder: () => string,
  folder?: WorkFolder
): Promise<void> {
  if (cancel.aborted || deadline.hasPassed()) {
    folder?.close()
    if (cancel.aborted) throw new RefreshError('cancelled', `cancelled while it waited for a lock; ${NOT_SENT_HERE}`)
    throw new RefreshError('locked', `the deadline passed while ${holder()} held the lock; ${NOT_SENT_HERE}`)
  }
  await sleep(Math.min(ASK_EVERY_MS, deadline.remainingMs()))
}
