import { lstatSync } from 'node:fs'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { AnyLogin } from '../credentials/credentials.js'
import { isUsable } from '../credentials/validity.js'
import { NEEDS_FOLDER } from '../not-writable.js'
import { RefreshError } from '../reasons.js'
import { readRejection } from '../rejections.js'
import { explainSystemError } from '../system/system-error.js'
import { REJECTION_RECORD, WorkFolder, workFolderPath } from '../work-folder.js'
import type { FileStatus } from './file-status.js'
import { cliLockStatuses, isHeld, ownLockStatus } from './locks.js'
import { lockNotes, remainsNotes } from './notes.js'
import { remainsIn } from './remains.js'

/** What is beside a credentials file: locks, what runs left, and the record of a rejection. The notes say what that means. */
export type Beside = Pick<FileStatus, 'locks' | 'remains' | 'rejection' | 'notes'>

/**
 * Looks at what is beside a credentials file. If a part can't be read, a note says so. Never throws.
 * @param login the one in the file; null if there is none
 */
export function lookBeside(file: CredentialsPath, login: AnyLogin | null, nowMs: number): Beside {
  const attempts = new Attempts()
  const folder = attempts.read(workFolderPath(file), () => findFolder(file), null)
  const noLocks = { locks: [], obstacles: [] }
  const cli = attempts.read(file.given, () => cliLockStatuses(file, folder), noLocks, SESSIONS_UNKNOWN)
  const { own, remains } = folder === null ? EMPTY : lookInto(folder, { login, nowMs, attempts })
  const locks = own === null ? cli.locks : [own, ...cli.locks]
  const rejection = folder === null || login === null ? null : rejectionOf(login, { folder, nowMs, attempts })
  const notes = [...lockNotes(locks, nowMs), ...remainsNotes(remains, locks, nowMs), ...cli.obstacles]
  return { locks, remains, rejection, notes: [...notes, ...attempts.failures] }
}

const EMPTY = { own: null, remains: [] }

function lookInto(
  folder: WorkFolder,
  { login, nowMs, attempts }: { readonly login: AnyLogin | null; readonly nowMs: number; readonly attempts: Attempts }
): { readonly own: FileStatus['locks'][number] | null; readonly remains: FileStatus['remains'] } {
  const own = attempts.read(folder.path, () => ownLockStatus(folder), null)
  const judged = {
    login: login !== null && isUsable(login, nowMs) ? login : null,
    isLocked: own !== null && isHeld(own, nowMs)
  }
  return { own, remains: attempts.read(folder.path, () => remainsIn(folder, judged), []) }
}

/** If the whole folder can't be read, that is reported already. */
function rejectionOf(
  login: AnyLogin,
  { folder, nowMs, attempts }: { readonly folder: WorkFolder; readonly nowMs: number; readonly attempts: Attempts }
): FileStatus['rejection'] {
  const entry = attempts.hasFailed(folder.path) ? folder.path : folder.at(REJECTION_RECORD)
  const unknown = 'so it is not known whether the login was rejected'
  return attempts.read(entry, () => readRejection(folder, login, nowMs), null, unknown)
}

/** Null if there is none. A link is not followed: anybody may have put it there. @throws the failed system call's error */
function findFolder(file: CredentialsPath): WorkFolder | null {
  const folder = WorkFolder.find(file)
  if (folder === null || lstatSync(folder.path, { throwIfNoEntry: false })?.isDirectory() !== false) return folder
  throw new RefreshError('creds-not-writable', `${folder.path} is in the way: ${NEEDS_FOLDER}`)
}

const RUNS_UNKNOWN = 'so it is not known whether a run is at work, or has left newer tokens or a rejection'
const SESSIONS_UNKNOWN = 'so it is not known whether a session of `claude` is at work'

/** Reads that may fail, because status refuses nothing. */
class Attempts {
  readonly #failures = new Map<string, string>()

  /** A sentence for each entry of which a read failed: the first failure explains the others. */
  get failures(): readonly string[] {
    return [...this.#failures.values()]
  }

  hasFailed(entry: string): boolean {
    return this.#failures.has(entry)
  }

  /** @param unknown what is not known if the read fails, as a clause */
  read<T>(entry: string, read: () => T, otherwise: T, unknown = RUNS_UNKNOWN): T {
    try {
      return read()
    } catch (error) {
      if (!this.#failures.has(entry)) this.#failures.set(entry, `${whyFailed(entry, error)}, ${unknown}`)
      return otherwise
    }
  }
}

function whyFailed(entry: string, error: unknown): string {
  // After its first clause, the message goes on with what a refresh would do.
  if (error instanceof RefreshError) return error.message.split('; ')[0] ?? ''
  return `cannot read ${entry}: ${explainSystemError(error)}`
}
