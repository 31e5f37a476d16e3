import type { Credentials } from '../credentials/credentials.js'
import { readRunRecord } from '../home/run-record.js'
import { sweepLocks } from '../locks/own-lock.js'
import { forgetOtherRejection } from '../rejections.js'
import { removeIfPossible } from '../system/remove.js'
import { orUnreadable, unreadable } from '../unreadable.js'
import { GONE_PREFIX, HOME_PREFIX, REPLACEMENT_PREFIX, type WorkFolder } from '../work-folder.js'
import { addToLineage } from '../write-back/lineage.js'
import { recoverHome, type RecoveryTask } from './abandoned-home.js'
import { putBack } from './put-back.js'
import { readRescue, rescuesIn, type RescueFile } from './rescue-file.js'
import { isTrusted } from './trusted-entry.js'

/** Name prefixes of temporary entries left by a killed run; safe to delete. */
const LEFT_BEHIND = [REPLACEMENT_PREFIX, GONE_PREFIX]

/**
 * Puts back the new pair of a killed run, from its HOME or a rescue file, and removes what the run left. The file's locks are
 * held. A dry run says what this would do (`InterruptedRuns`), so a change here needs one there.
 * @returns the credentials now in the file; null if there was no such pair
 * @throws RefreshError `write-back-failed`, `creds-unreadable`
 */
export async function recoverAbandoned(task: RecoveryTask): Promise<Credentials | null> {
  const { folder } = task
  let recovered: Credentials | null = null
  for (const home of homesIn(folder)) recovered = (await recoverHomeAt(task, home)) ?? recovered
  for (const rescue of rescuesIn(folder)) recovered = (await recoverRescue(task, rescue)) ?? recovered
  clearLeftBehind(folder)
  if (recovered !== null) forgetOtherRejection(folder, recovered)
  return recovered
}

/**
 * Puts a login that an interrupted `clr login` has left into its file, which does not exist. What an interrupted refresh has left
 * stays: it is of a file that somebody has removed. The file's locks are held. @returns and throws as `recoverAbandoned`
 */
export async function recoverSignIns(task: RecoveryTask): Promise<Credentials | null> {
  const { folder } = task
  let recovered: Credentials | null = null
  for (const home of homesIn(folder)) {
    if (isForSignIn(home)) recovered = (await recoverHomeAt(task, home)) ?? recovered
  }
  for (const rescue of rescuesIn(folder)) {
    if (rescue.isNewLogin) recovered = (await recoverRescue(task, rescue)) ?? recovered
  }
  clearLeftBehind(folder)
  return recovered
}

/** Whether an interrupted `clr login` has left what `recoverSignIns` looks for. @throws RefreshError `creds-unreadable` */
export function hasSignInLeft(folder: WorkFolder): boolean {
  return rescuesIn(folder).some(({ isNewLogin }) => isNewLogin) || homesIn(folder).some(isForSignIn)
}

/** The paths of the isolated HOMEs in a work folder. @throws RefreshError `creds-unreadable` */
export function homesIn(folder: WorkFolder): readonly string[] {
  return folder.names().flatMap(name => (name.startsWith(HOME_PREFIX) ? [folder.at(name)] : []))
}

/** Whether a HOME is one of a sign-in. @throws RefreshError `creds-unreadable` */
export function isForSignIn(home: string): boolean {
  return orUnreadable(home, () => readRunRecord(home))?.origin.isSignIn === true
}

async function recoverHomeAt(task: RecoveryTask, home: string): Promise<Credentials | null> {
  try {
    return isTrusted(home, task.folder) ? await recoverHome(task, home) : null
  } catch (error) {
    throw unreadable(home, error)
  }
}

/** Removes temporary entries of killed runs, but never a pair. The file's locks are held. */
export function clearLeftBehind(folder: WorkFolder): void {
  for (const name of folder.names()) {
    if (LEFT_BEHIND.some(prefix => name.startsWith(prefix))) removeIfPossible(folder.at(name))
  }
  sweepLocks(folder)
}

/** A rescued pair of a different login stays in its file: only the user can say which of the two logins is wanted. */
async function recoverRescue({ file, folder }: RecoveryTask, rescue: RescueFile): Promise<Credentials | null> {
  const { path } = rescue
  const rescued = orUnreadable(path, () => (isTrusted(path, folder) ? readRescue(rescue) : null))
  if (rescued === null) return null
  addToLineage(folder, rescued.newPair)
  const pending = { ...rescued, path: () => path, replacementPath: folder.newReplacementPath(), keepSafe: () => path }
  const result = await putBack({ file, folder }, pending)
  if (result !== 'another-login') removeIfPossible(path)
  return typeof result === 'string' ? null : result
}
