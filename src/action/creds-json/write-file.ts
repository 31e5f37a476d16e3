import type { AnyLogin } from '../../core/credentials/credentials.js'
import { fingerprint } from '../../core/credentials/fingerprint.js'
import { isPairWaiting, type WorkFolder } from '../../core/work-folder.js'
import type { Patience } from '../../core/deadline.js'
import { whileLocked } from '../../core/locks/locks.js'
import { whileStoreLocked } from '../../core/locks/store-lock.js'
import { notWritable } from '../../core/not-writable.js'
import { RefreshError } from '../../core/reasons.js'
import { recoverAbandoned } from '../../core/recovery/abandoned-run.js'
import { withRightsOf } from '../../core/system/rights.js'
import type { JsonObject } from '../../core/json.js'
import { readLineage, removeLineage, writeLineage } from '../../core/write-back/lineage.js'
import { makeFile, makeFoldersFor } from '../../core/write-back/new-file.js'
import { privateAttributes, Replacement } from '../../core/write-back/replacement.js'
import type { LockedFile } from '../../core/write-back/write-back.js'
import { existingFileAt, USE_ANOTHER_PATH, type ExistingFile } from './existing-file.js'
import { keepsItsLogin, ownerOfPlace, refuseAnothersFile } from './place.js'

export interface PlacingOptions {
  readonly patience: Patience
  /** As `runner` of `ownerOfPlace`. */
  readonly runnerUid?: number | null
  /** Called once the credentials may be placed, before the file is touched. */
  readonly onPlace?: () => void
  /** As in `recoverAbandoned`. */
  readonly onSentBefore?: () => void
}

/**
 * Writes the credentials of `creds-json` to the file at an absolute path (mode 600, its folders 700). Never overwrites a
 * file that has a different login or belongs to another user. Keeps a newer pair that is already in the file, and the file's
 * other keys.
 * @returns whether the action created the file, in this job or in an earlier one that left it behind
 * @throws RefreshError `usage`, `creds-not-writable`, `creds-unreadable`, `locked`, `cancelled`
 */
export async function placeCredentials(
  given: string,
  incoming: AnyLogin,
  { patience, runnerUid = null, onPlace = () => undefined, onSentBefore = () => undefined }: PlacingOptions
): Promise<boolean> {
  const existing = existingFileAt(given, incoming)
  const found = existing.kind === 'none' ? makeFoldersFor(given) : existing.file
  return withRightsOf(ownerOfPlace(found, runnerUid), () =>
    whileLocked(found, patience, async ({ file, folder }) => {
      const now = existingFileAt(given, incoming)
      if (now.kind !== 'none') {
        // A killed run may have left a newer pair of this login: with the record, it is known as its descendant.
        if (isPairWaiting(file) && readLineage(folder) === null) recordPlacing(folder, now, incoming)
        await recoverAbandoned({ file, folder, insist: patience.cancel, onSentBefore })
      }
      return whileStoreLocked({ file, folder }, () => placeLocked({ file, folder }, incoming, onPlace))
    })
  )
}

function placeLocked(place: LockedFile, incoming: AnyLogin, onPlace: () => void): boolean {
  const { file, folder } = place
  const existing = existingFileAt(file.given, incoming)
  refuseAnothersFile(file.given, existing)
  onPlace()
  const before = readLineage(folder)
  const isFileMade = recordPlacing(folder, existing, incoming)
  try {
    putInPlace(place, existing, incoming)
    return isFileMade
  } catch (error) {
    if (before === null) removeLineage(folder)
    else writeLineage(folder, before)
    throw error
  }
}

/**
 * Records that the action creates the file. Call it before the file is written: without the record, the next run would
 * assume that the user created it.
 * @returns whether the action created the file, now or earlier
 */
function recordPlacing(folder: WorkFolder, existing: ExistingFile, incoming: AnyLogin): boolean {
  const isFileMade = existing.kind === 'none' || readLineage(folder)?.isFileMade === true
  if (existing.kind === 'descendant') return isFileMade
  const pairs = [fingerprint(incoming), ...(existing.kind === 'same' ? [fingerprint(existing.credentials)] : [])]
  try {
    writeLineage(folder, { isFileMade, pairs: [...new Set(pairs)] })
  } catch (error) {
    throw notWritable(`cannot write in ${folder.path}`, error)
  }
  return isFileMade
}

function putInPlace(place: LockedFile, existing: ExistingFile, incoming: AnyLogin): void {
  if (keepsItsLogin(existing, incoming)) return
  if (existing.kind === 'none') {
    if (makeFile(place, incoming.document)) return
    const message = `another program has just put a login into ${place.file.given}`
    throw new RefreshError('usage', message, USE_ANOTHER_PATH)
  }
  const others = existing.kind === 'no-login' ? existing.document : existing.credentials.document
  const { claudeAiOauth } = incoming.document
  replaceFile(place, { ...incoming.document, ...others, claudeAiOauth })
}

/** The new file does not get the old file's mode, which may have let other users read it. */
function replaceFile({ file, folder }: LockedFile, document: JsonObject): void {
  const text = JSON.stringify(document)
  const replacement = new Replacement(file, folder.newReplacementPath(), { like: privateAttributes() })
  try {
    replacement.commit(() => ({ text }))
  } catch (error) {
    if (error instanceof RefreshError) throw error
    throw notWritable(`cannot replace ${file.given}`, error)
  } finally {
    replacement.discard()
  }
}
