import { MAX_CREDENTIALS_BYTES, MAX_CREDENTIALS_SIZE } from '../credentials/bounds.js'
import { findIfMoved, type CredentialsPath } from '../credentials/credentials-path.js'
import { readGoodLogin } from '../credentials/credentials-file.js'
import { parseCredentials, parseLogin, type AnyLogin, type Credentials } from '../credentials/credentials.js'
import { fingerprint, isAccessTokenOf } from '../credentials/fingerprint.js'
import { whyOthersMayWrite } from '../credentials/folder-judgement.js'
import { isOfUse } from '../credentials/validity.js'
import { WorkFolder } from '../work-folder.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { whileStoreLocked } from '../locks/store-lock.js'
import { RefreshError } from '../reasons.js'
import { readTextIfThere } from '../system/read.js'
import { explain } from '../system/system-error.js'
import { Replacement } from './replacement.js'

/** By so many bytes at most a new pair makes the file larger: tokens have a few hundred characters. */
const ROOM_FOR_LOGIN_BYTES = 16 * 1024

/** A pair that waits to be written back. */
export interface FreshPair {
  /** The fingerprint of the pair that it descends from. */
  readonly from: string
  /** What the file held when the pair was made; empty where that is not known. */
  readonly document: JsonObject
  /** The fields of the login, as the CLI left them. */
  readonly changes: JsonObject
}

/** Where a pair goes. */
export interface Destination {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
  readonly replacement: Replacement
  /** Keeps the credentials elsewhere, should it come to that, and says where. */
  readonly keepSafe: (document: JsonObject) => string
  /** How long to wait for a session that is writing the file, in milliseconds; 15 s unless given. */
  readonly storePatienceMs?: number
}

/**
 * Puts a new pair into what the file holds now, under compare-and-swap and while no session can write it, and returns what
 * it holds then. If that fails, the pair is kept safe. No deadline cuts it short.
 * @throws RefreshError `write-back-failed`: the message says where the pair is
 */
export async function writeBack(destination: Destination, fresh: FreshPair): Promise<Credentials> {
  const { file, keepSafe, storePatienceMs } = destination
  try {
    destination.replacement.settle(() => composeText(file, fresh)) // what takes its time: no session has to wait for it
    return parseCredentials(await whileStoreLocked(destination, () => commit(destination, fresh), storePatienceMs))
  } catch (error) {
    throw failed(error instanceof RefreshError ? error.message : `cannot replace ${file.given}: ${explain(error)}`)
  }

  function failed(why: string): RefreshError {
    const path = keepSafe(merge({}, fresh))
    const how = 'the next run takes it up by itself if it still can; else move it over the file, or delete it'
    return new RefreshError('write-back-failed', `${why}; the new pair is safe in ${path} (${how})`)
  }
}

function commit({ file, replacement }: Destination, fresh: FreshPair): string {
  const text = replacement.commit(() => composeText(file, fresh))
  const moved = findIfMoved(file)
  return moved !== null && holdsOldPair(moved, fresh) ? replaceMoved(moved, fresh) : text
}

/** A file that others may have put there, or that holds anything else, gets no login. */
function holdsOldPair(file: CredentialsPath, { from }: FreshPair): boolean {
  const login = readGoodLogin(file)
  const isOurs = login?.stats.uid === process.geteuid?.() && whyOthersMayWrite(file) === null
  return login !== null && isOurs && fingerprint(login) === from
}

/** A session that stores anything replaces a link by a file (docs/claude-cli.md#where-it-is): the old pair is in both then. */
function replaceMoved(file: CredentialsPath, fresh: FreshPair): string {
  const folder = WorkFolder.open(file)
  const replacement = new Replacement(file, folder.newReplacementPath())
  try {
    return replacement.commit(() => composeText(file, fresh))
  } finally {
    replacement.discard()
    folder.close()
  }
}

/** What should stand in the file, by what stands there now. @throws RefreshError where that must not be replaced */
function composeText(file: CredentialsPath, fresh: FreshPair): string {
  const standing = readStanding(file)
  if (isAnotherLogin(standing, fresh)) {
    throw new RefreshError('write-back-failed', `another login was put at ${file.given} meanwhile, and was kept`)
  }
  const text = JSON.stringify(merge(standing, fresh))
  if (isLogin(text)) return text
  throw new RefreshError('write-back-failed', 'the new pair and what stands in the file make no usable login')
}

/**
 * Composes the new file once before anything is sent, so that what can't be written shows now.
 * @throws RefreshError `creds-invalid`
 */
export function assertComposable(file: CredentialsPath, { document, login }: Credentials): void {
  const text = JSON.stringify(merge(document, { from: '', document, changes: login }))
  if (Buffer.byteLength(text) + ROOM_FOR_LOGIN_BYTES <= MAX_CREDENTIALS_BYTES) return
  const why = `is too large: with a new pair it would have more than ${MAX_CREDENTIALS_SIZE}`
  throw new RefreshError('creds-invalid', `${file.given} ${why}`)
}

/** Asked before the file is touched: what is no login never takes the place of one. */
function isLogin(text: string): boolean {
  try {
    parseCredentials(text)
    return true
  } catch {
    return false
  }
}

function readStanding(file: CredentialsPath): JsonObject {
  const document = parseJson((readTextIfThere(file.real) ?? '').replace(/^\uFEFF/, ''))
  return isJsonObject(document) ? document : {}
}

/** A login of use that is neither the one that the pair descends from, nor the pair itself, nor what is left of either. */
function isAnotherLogin(standing: JsonObject, fresh: FreshPair): boolean {
  try {
    const now = parseLogin(JSON.stringify(standing))
    const isOfPair = fingerprint(now) === fresh.from || now.refreshToken === fresh.changes.refreshToken
    return isOfUse(now) && !isOfPair && !isRemnant(now, fresh)
  } catch {
    return false
  }
}

/** Whether a login is what is left of the pair that a new one descends from, or of the new one: its access token. */
export function isRemnant(
  { accessToken, refreshToken }: AnyLogin,
  { from, changes }: Pick<FreshPair, 'from' | 'changes'>
): boolean {
  return refreshToken === null && (isAccessTokenOf(accessToken, from) || accessToken === changes.accessToken)
}

/** Whatever else changed in the file meanwhile is kept; a login that was blanked keeps nothing blank of its own. */
function merge(standing: JsonObject, { document, changes }: FreshPair): JsonObject {
  const before = loginIn(document)
  const now = loginIn(standing)
  const isBlanked = now.accessToken === '' && now.refreshToken === ''
  const changed = Object.entries(changes).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])
  )
  const login = { ...before, ...(isBlanked ? {} : withoutBlanks(now)), ...Object.fromEntries(changed) }
  return { ...(Object.keys(standing).length > 0 ? standing : document), claudeAiOauth: login }
}

function loginIn(document: JsonObject): JsonObject {
  return isJsonObject(document.claudeAiOauth) ? document.claudeAiOauth : {}
}

function withoutBlanks(login: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(login).filter(([, value]) => value !== '' && value !== null))
}
