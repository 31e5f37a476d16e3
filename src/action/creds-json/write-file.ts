import { linkSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { CredentialsPath } from '../../core/credentials/credentials-path.js'
import type { AnyLogin } from '../../core/credentials/credentials.js'
import { fingerprint } from '../../core/credentials/fingerprint.js'
import type { WorkFolder } from '../../core/work-folder.js'
import { whileLocked, type LockPatience } from '../../core/locks/locks.js'
import { whileStoreLocked } from '../../core/locks/store-lock.js'
import { notWritable } from '../../core/not-writable.js'
import { RefreshError } from '../../core/reasons.js'
import { recoverAbandoned } from '../../core/recovery/abandoned-run.js'
import { ownerToActFor, withRightsOf } from '../../core/system/rights.js'
import { writeToDisk } from '../../core/system/sync.js'
import { errorCode } from '../../core/system/system-error.js'
import { readLineage, removeLineage, writeLineage, type Lineage } from '../../core/write-back/lineage.js'
import { Replacement } from '../../core/write-back/replacement.js'
import { standingAt, type Standing } from './existing-file.js'

/** How credentials are placed. */
export interface PlacingOptions {
  readonly patience: LockPatience
  /** The user as whom the runner works. It handed us the login, so a folder of its own may hold it; null if not known. */
  readonly runnerUid?: number | null
  /** Called once it is certain that the credentials may be placed, before the file is touched. */
  readonly onPlace?: () => void
  /** As a recovery calls it: see there. */
  readonly onSentBefore?: () => void
}

/**
 * Makes credentials that were handed in the file at an absolute path (mode 600, its folders 700). A file with another login,
 * or of another user, is never touched. What is newer there, and what else is in the file, stays.
 * @returns whether there was no file before, in this job or in one that left it behind
 * @throws RefreshError `usage`, `creds-not-writable`, `creds-unreadable`, `locked`, `cancelled`
 */
export async function placeCredentials(
  given: string,
  incoming: AnyLogin,
  { patience, runnerUid = null, onPlace = () => undefined, onSentBefore = () => undefined }: PlacingOptions
): Promise<boolean> {
  const found = makeWay(given, standingAt(given, incoming))
  const owner = ownerToActFor(found.real)
  if (owner !== null && owner.uid !== runnerUid) throw anotherUsers(path.dirname(given), owner.uid)
  return withRightsOf(owner, () =>
    whileLocked(found, patience, async ({ file, folder }) => {
      // What a run that died has left may be this very login, refreshed.
      if (standingAt(given, incoming).kind !== 'none')
        await recoverAbandoned({ file, folder, insist: patience.cancel, onSentBefore })
      return whileStoreLocked({ file, folder }, () => placeLocked({ file, folder }, incoming, onPlace))
    })
  )
}

function placeLocked(place: Place, incoming: AnyLogin, onPlace: () => void): boolean {
  const { file, folder } = place
  const standing = standingAt(file.given, incoming)
  if (standing.kind !== 'none' && standing.uid !== process.geteuid?.()) throw anotherUsers(file.given, standing.uid)
  onPlace()
  const before = readLineage(folder)
  const isFileMade = recordPlacing({ folder, before }, standing, incoming)
  try {
    putInPlace(place, standing, incoming)
    return isFileMade
  } catch (error) {
    if (before === null) removeLineage(folder)
    else writeLineage(folder, before)
    throw error
  }
}

function anotherUsers(entry: string, uid: number): RefreshError {
  const remedy = 'set `creds` to a path in a folder that is not there yet, which is then made'
  return new RefreshError(
    'creds-not-writable',
    `${entry} belongs to uid ${uid}, and creds-json gives no login away: ${remedy}`
  )
}

interface Place {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
}

/** The file, which may not be there yet, with the folders above it. */
function makeWay(given: string, standing: Standing): CredentialsPath {
  if (standing.kind !== 'none') return standing.file
  const folder = path.dirname(given)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return { given, real: path.join(realpathSync(folder), path.basename(given)) }
  } catch (error) {
    throw notWritable(`cannot make the folder ${folder}`, error)
  }
}

interface OnRecord {
  readonly folder: WorkFolder
  readonly before: Lineage | null
}

/** First of all: a file without its record would be somebody's own to the next run. */
function recordPlacing({ folder, before }: OnRecord, standing: Standing, incoming: AnyLogin): boolean {
  if (standing.kind === 'descendant') return before?.isFileMade ?? false
  const isFileMade = standing.kind === 'none' || (before?.isFileMade ?? false)
  const pairs = [fingerprint(incoming), ...(standing.kind === 'same' ? [fingerprint(standing.credentials)] : [])]
  try {
    writeLineage(folder, { isFileMade, pairs: [...new Set(pairs)] })
  } catch (error) {
    throw notWritable(`cannot write in ${folder.path}`, error)
  }
  return isFileMade
}

function putInPlace(place: Place, standing: Standing, incoming: AnyLogin): void {
  if (standing.kind === 'descendant') return
  if (standing.kind === 'none') {
    makeFile(place, JSON.stringify(incoming.document))
    return
  }
  // An answer without a refresh token leaves the old one beside a newer access token.
  if (standing.kind === 'same' && isAsGood(standing.credentials, incoming)) return
  const others = standing.kind === 'no-login' ? standing.document : standing.credentials.document
  const { claudeAiOauth } = incoming.document
  replaceFile(place, JSON.stringify({ ...incoming.document, ...others, claudeAiOauth }))
}

/** Whether a token is good for as long as another; one whose expiry is not known counts as expired. */
function isAsGood(one: AnyLogin, other: AnyLogin): boolean {
  return (one.expiresAtMs ?? 0) >= (other.expiresAtMs ?? 0)
}

/** Whole before it has its name; and the name is taken only if it is still free: a link, unlike a rename, sees to that. */
function makeFile({ file, folder }: Place, text: string): void {
  const staged = folder.newReplacementPath()
  try {
    writeToDisk(staged, text)
    takeName(staged, file.real)
  } catch (error) {
    if (errorCode(error) === 'EEXIST')
      throw new RefreshError('usage', `another login was put at ${file.given} just now`)
    throw notWritable(`cannot make ${file.given}`, error)
  } finally {
    rmSync(staged, { force: true })
  }
}

/** Some file systems, as a share of Windows, know no links: there a rename has to do. */
function takeName(staged: string, name: string): void {
  try {
    linkSync(staged, name)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorCode(error))) throw error
    renameSync(staged, name)
  }
}

/** Whoever could read the old file must not read the new one, hence its mode. */
function replaceFile({ file, folder }: Place, text: string): void {
  const like = { mode: 0o600, uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 }
  const replacement = new Replacement(file, folder.newReplacementPath(), { like })
  try {
    replacement.commit(() => text)
  } catch (error) {
    if (error instanceof RefreshError) throw error
    throw notWritable(`cannot replace ${file.given}`, error)
  } finally {
    replacement.discard()
  }
}
