import { lstatSync } from 'node:fs'
import path from 'node:path'
import { findCredentialsFile, findPlace, type CredentialsPath } from '../credentials/credentials-path.js'
import type { AnyLogin } from '../credentials/credentials.js'
import type { DryRunOptions } from '../dry-run.js'
import { notWritable } from '../not-writable.js'
import { orNull } from '../or-null.js'
import { RefreshError } from '../reasons.js'
import { findOrPlace } from '../recovery/missing-file.js'
import { orWaiting } from '../recovery/put-back.js'
import { statIfAny } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { writeToDisk } from '../system/sync.js'
import { privateAttributes, Replacement } from '../write-back/replacement.js'
import type { WaitingPair } from './pairs.js'
import type { MakeNewFile } from './room.js'

/** Space for a file with one login, in bytes. */
const NEW_FILE_BYTES = 16 * 1024

/** A file, or the place for it, and the login that a real run puts there first. */
export interface Place {
  /** The absolute path, as the caller named it. */
  readonly given: string
  /** Null if even the folder of the file does not exist. */
  readonly file: CredentialsPath | null
  /** The error for a file that does not exist; null if it does. */
  readonly missing: RefreshError | null
  readonly incoming: AnyLogin | null
}

/**
 * The file at an absolute path, or the place for it: for a login that is given, or that an interrupted `clr login` left.
 * @throws RefreshError `usage`, `creds-not-found`, `creds-unreadable`, `creds-invalid`
 */
export function findPlaceOf(given: string, { incoming, credsFrom }: DryRunOptions): Place {
  if (incoming === null || isLink(given)) return { given, incoming, ...findOrPlace(given, credsFrom) }
  try {
    return { given, incoming, file: findCredentialsFile(given, credsFrom), missing: null }
  } catch (error) {
    if (!(error instanceof RefreshError) || error.reason !== 'creds-not-found') throw error
    const isFolderThere = statIfAny(path.dirname(given))?.isDirectory() === true
    return { given, incoming, file: isFolderThere ? findPlace(given) : null, missing: error }
  }
}

/** A dangling link is not replaced by a file. */
function isLink(given: string): boolean {
  return orNull(() => lstatSync(given).isSymbolicLink()) ?? false
}

/**
 * How the new file of the next run is made, without its content. The function throws RefreshError `creds-not-writable`;
 * `write-back-failed` if an interrupted run left a pair for that file.
 */
export function newFileMaker(place: Place, waiting: WaitingPair | null): MakeNewFile {
  const make: MakeNewFile = temporaryPath => makeNewFile(place, temporaryPath)
  return waiting === null
    ? make
    : temporaryPath =>
        orWaiting(
          () => waiting.path,
          () => make(temporaryPath)
        )
}

function makeNewFile({ given, file, missing, incoming }: Place, temporaryPath: string): () => void {
  if (file !== null && missing === null) {
    const replacement = Replacement.reserve(file, temporaryPath, incoming === null ? {} : { like: privateAttributes() })
    return () => {
      replacement.discard()
    }
  }
  try {
    writeToDisk(temporaryPath, Buffer.alloc(NEW_FILE_BYTES))
  } catch (error) {
    throw notWritable(`cannot create ${given}`, error)
  }
  return () => void removeIfPossible(temporaryPath)
}
