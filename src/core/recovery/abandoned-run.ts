import { lstatSync } from 'node:fs'
import { ClaudeProcess } from '../claude/claude-process.js'
import { watchCall } from '../claude/watch.js'
import { readGoodLogin } from '../credentials/credentials-file.js'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import { isToken, type AnyLogin, type Credentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import { GONE_PREFIX, HOME_PREFIX, REPLACEMENT_PREFIX, type WorkFolder } from '../work-folder.js'
import { Deadline } from '../deadline.js'
import { documentToBeIn, isWrittenBack, pairPathIn } from '../home/found-login.js'
import { IsolatedHome } from '../home/isolated-home.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { sweepLocks } from '../locks/own-lock.js'
import { mayHaveLostAnswer } from './lost-exchange.js'
import { RefreshError } from '../reasons.js'
import { isAlive } from '../system/process-identity.js'
import { readTextIfThere } from '../system/read.js'
import { removeIfPossible } from '../system/remove.js'
import { orUnreadable, unreadable } from '../unreadable.js'
import { addToLineage } from '../write-back/lineage.js'
import { Replacement } from '../write-back/replacement.js'
import { keepSafe, rescuesIn, type Rescue } from './rescue-file.js'
import { isRemnant, writeBack, type FreshPair } from '../write-back/write-back.js'

/** How long a `claude` that a dead run left behind may go on with its exchange, in milliseconds. */
const ABANDONED_GRACE_MS = 5000

/** What the names of things begin with that a dead run needed, and nobody needs any more. */
const LEFT_BEHIND = [REPLACEMENT_PREFIX, GONE_PREFIX]

/** Where to look for what a dead run left. */
export interface Place {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
  /** Aborted when the caller insists on an end. */
  readonly insist: AbortSignal
  /** Called if a run that died may have sent the token that is in the file, and left no new pair. */
  readonly onSentBefore?: () => void
}

/**
 * Puts back the pair that a run which died had got, or had rescued, and clears away what it left; the file's locks are
 * held. @returns what stands in the file then, or null where there was no such pair
 * @throws RefreshError `write-back-failed`, `creds-unreadable`
 */
export async function recoverAbandoned(place: Place): Promise<Credentials | null> {
  let recovered: Credentials | null = null
  for (const name of place.folder.names()) {
    if (!name.startsWith(HOME_PREFIX)) continue
    const home = place.folder.at(name)
    try {
      recovered = (await recoverHome(place, home)) ?? recovered
    } catch (error) {
      throw unreadable(home, error)
    }
  }
  for (const found of rescuesIn(place.folder)) recovered = (await takeUpRescue(place, found)) ?? recovered
  clearLeftBehind(place.folder)
  return recovered
}

/** Clears away what a dead run needed, and nobody needs any more: never a pair. The file's locks are held. */
export function clearLeftBehind(folder: WorkFolder): void {
  for (const name of folder.names()) {
    if (LEFT_BEHIND.some(prefix => name.startsWith(prefix))) removeIfPossible(folder.at(name))
  }
  sweepLocks(folder)
}

async function recoverHome({ file, folder, insist, onSentBefore }: Place, path: string): Promise<Credentials | null> {
  if (!isOurs(path, folder)) return null
  const adopted = IsolatedHome.adopt(path)
  if (adopted === null) {
    const unknown = IsolatedHome.ofUnknownOrigin(path)
    await endAbandonedClaude(unknown, insist)
    keepPairOf(unknown, folder)
    await unknown.remove()
    return null
  }
  // A run that lost its lock, because the machine slept, is still at work: it will write back by itself.
  if (isAlive(adopted.owner) === 'yes') return null
  const { home } = adopted
  await endAbandonedClaude(home, insist)
  const judgement = home.judge()
  const fresh = judgement.kind === 'pair' ? freshPair(home, judgement.changes) : null
  if (fresh !== null) addToLineage(folder, fresh.from, fresh.changes)
  else if (isInFile(file, home.origin.from) && mayHaveLostAnswer(home)) onSentBefore?.()
  const recovered = fresh === null ? null : await putBack({ file, folder }, home, fresh)
  await home.remove()
  return recovered
}

function isInFile(file: CredentialsPath, pair: string): boolean {
  const login = readGoodLogin(file)
  return login !== null && fingerprint(login) === pair
}

/** Nobody can tell where its pair comes from: it takes no login's place, unless there is none. */
function keepPairOf(home: IsolatedHome, folder: WorkFolder): void {
  const judgement = home.judge()
  if (judgement.kind === 'pair') keepSafe(folder, home, { claudeAiOauth: judgement.changes })
}

/** The other keys of the file are known from the one that was to replace it: it itself may be cut, or gone. */
function freshPair(home: IsolatedHome, changes: JsonObject): FreshPair {
  return { from: home.origin.from, document: withoutLogin(documentToBeIn(home)), changes }
}

function withoutLogin(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'claudeAiOauth'))
}

/** It may be in the middle of an exchange, and the pair on its way. */
async function endAbandonedClaude(home: IsolatedHome, insist: AbortSignal): Promise<void> {
  const identity = home.claudeIdentity()
  if (identity === null || isAlive(identity) !== 'yes') return
  const claude = ClaudeProcess.adopt(identity)
  const grace = Deadline.after(ABANDONED_GRACE_MS / 1000)
  await watchCall({ home, claude, modelRequest: new AbortController().signal }, { deadline: grace, cancel: insist })
  await claude.kill()
}

/** Only a pair that descends from the one in the file takes its place; another, unless it has been there, goes to the rescue. */
async function putBack(
  { file, folder }: Pick<Place, 'file' | 'folder'>,
  home: IsolatedHome,
  fresh: FreshPair
): Promise<Credentials | null> {
  const standing = readStanding(file, fresh)
  if (standing !== null && isThere(standing, fresh.changes)) return null
  if (standing !== null && fingerprint(standing) !== fresh.from) {
    if (!isWrittenBack(home)) keepSafe(folder, home, { claudeAiOauth: fresh.changes })
    return null
  }
  const replacement = reserve(file, home.newReplacementPath(), () => pairPathIn(home, home.origin))
  try {
    return await writeBack(
      { file, folder, replacement, keepSafe: document => keepSafe(folder, home, document) },
      { ...fresh, document: standing?.document ?? fresh.document }
    )
  } finally {
    replacement.discard()
  }
}

/** A rescued pair of another login stays where it is: only its owner can say which of the two is wanted. */
async function takeUpRescue({ file, folder }: Place, { path, from }: Rescue): Promise<Credentials | null> {
  const text = orUnreadable(path, () => (isOurs(path, folder) ? readTextIfThere(path) : null))
  const rescued = parseJson(text ?? '')
  if (!isJsonObject(rescued)) return null
  const changes = rescued.claudeAiOauth
  if (!isJsonObject(changes) || !isToken(changes.accessToken) || !isToken(changes.refreshToken)) return null
  addToLineage(folder, from, changes)
  const standing = readStanding(file, { from, changes })
  if (standing !== null && isThere(standing, changes)) {
    removeIfPossible(path)
    return null
  }
  if (standing !== null && fingerprint(standing) !== from) return null
  const replacement = reserve(file, folder.newReplacementPath(), () => path)
  try {
    const document = standing?.document ?? withoutLogin(rescued)
    const destination = { file, folder, replacement, keepSafe: () => path }
    const recovered = await writeBack(destination, { from, document, changes })
    removeIfPossible(path)
    return recovered
  } finally {
    replacement.discard()
  }
}

/** Here a token was spent, by a run before: its pair is to be told of. @throws RefreshError `write-back-failed` */
function reserve(file: CredentialsPath, temporaryPath: string, pairPath: () => string): Replacement {
  try {
    return Replacement.reserve(file, temporaryPath)
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const waits = `the pair that a run which was cut short had got waits in ${pairPath()}`
    throw new RefreshError('write-back-failed', `${error.message}; ${waits}, and the next run takes it up`)
  }
}

/** The good login in the file; null if there is none, or only what is left of the pair itself, or of the one before it. */
function readStanding(file: CredentialsPath, pair: Pick<FreshPair, 'from' | 'changes'>): AnyLogin | null {
  const standing = readGoodLogin(file)
  return standing === null || isRemnant(standing, pair) ? null : standing
}

function isThere(standing: AnyLogin, { accessToken, refreshToken }: JsonObject): boolean {
  return standing.accessToken === accessToken && standing.refreshToken === refreshToken
}

/** What somebody else made, or could have changed, is not trusted with a login. Some file systems keep no modes to tell by. */
function isOurs(entry: string, { keepsModes }: WorkFolder): boolean {
  const stats = lstatSync(entry, { throwIfNoEntry: false })
  const isOfItsKind = stats?.isDirectory() === true || stats?.isFile() === true
  return isOfItsKind && stats.uid === process.geteuid?.() && (!keepsModes || (stats.mode & 0o077) === 0)
}
