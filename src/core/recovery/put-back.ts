import { readGoodLogin } from '../credentials/credentials-file.js'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { AnyLogin, Credentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import type { NewPair } from '../credentials/new-pair.js'
import type { JsonObject } from '../json.js'
import { RefreshError } from '../reasons.js'
import type { WorkFolder } from '../work-folder.js'
import { isRemnant } from '../write-back/composition.js'
import { Replacement } from '../write-back/replacement.js'
import { writeBack } from '../write-back/write-back.js'

/** A pair that an earlier run got, and may not have written back. */
export interface WaitingPair {
  readonly newPair: NewPair
  /** The file's other keys, as far as they are known, in case the file itself is cut or gone. */
  readonly otherKeys: JsonObject
  /** Where it is, for a message. */
  readonly path: () => string
  readonly replacementPath: string
  /** As in `Destination`. */
  readonly keepSafe: (document: JsonObject) => string
}

/** What became of a waiting pair. */
export type PutBack =
  | { readonly kind: 'written'; readonly credentials: Credentials }
  /** The file holds it already. */
  | { readonly kind: 'in-file' }
  /** The file holds a login from which it does not descend, and which was kept. */
  | { readonly kind: 'another-login' }

/** Where it belongs. The file's locks are held. */
export interface Target {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
}

/**
 * Puts a waiting pair into the file, if it descends from the pair there, or there is no good login.
 * @throws RefreshError `write-back-failed`, `creds-unreadable`
 */
export async function putBack(
  { file, folder }: Target,
  { newPair, otherKeys, path, replacementPath, keepSafe }: WaitingPair
): Promise<PutBack> {
  const existing = existingLogin(file, newPair)
  if (existing !== null && isSamePair(existing, newPair)) return { kind: 'in-file' }
  if (existing !== null && fingerprint(existing) !== newPair.from) return { kind: 'another-login' }
  const replacement = reserve(file, replacementPath, path)
  try {
    const before = existing?.document ?? otherKeys
    return { kind: 'written', credentials: await writeBack({ file, folder, replacement, keepSafe }, newPair, before) }
  } finally {
    replacement.discard()
  }
}

/** The good login in the file; null if there is none, or only what is left of the pair itself, or of the one before it. */
function existingLogin(file: CredentialsPath, newPair: NewPair): AnyLogin | null {
  const login = readGoodLogin(file)
  return login === null || isRemnant(login, newPair) ? null : login
}

function isSamePair(login: AnyLogin, { accessToken, refreshToken }: NewPair): boolean {
  return login.accessToken === accessToken && login.refreshToken === refreshToken
}

/** Here a token was spent, by an earlier run: the message must say where its pair is. @throws RefreshError `write-back-failed` */
function reserve(file: CredentialsPath, temporaryPath: string, pairPath: () => string): Replacement {
  try {
    return Replacement.reserve(file, temporaryPath)
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const waits = `the pair that a run which was cut short had got waits in ${pairPath()}`
    throw new RefreshError('write-back-failed', `${error.message}; ${waits}, and the next run takes it up`)
  }
}

/** A document without its login. */
export function otherKeysOf(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'claudeAiOauth'))
}
