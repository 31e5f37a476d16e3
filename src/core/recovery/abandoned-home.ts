import { ClaudeProcess } from '../claude/claude-process.js'
import { meaningOfBlanked } from '../claude/failure.js'
import { failureSignIn } from '../claude/failure-signs.js'
import { watchCall } from '../claude/watch.js'
import { readGoodLogin } from '../credentials/credentials-file.js'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { Credentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import type { NewPair } from '../credentials/new-pair.js'
import { Deadline } from '../deadline.js'
import { isWrittenBack, pairPathIn, replacementDocumentIn } from '../home/found-login.js'
import { isSeedLockIn } from '../home/home-lock.js'
import { IsolatedHome } from '../home/isolated-home.js'
import type { Judgement } from '../home/seeded-login.js'
import { rememberRejection } from '../rejections.js'
import { isAlive } from '../system/process-identity.js'
import { readTextOrEmpty, statIfAny } from '../system/read.js'
import { addToLineage } from '../write-back/lineage.js'
import type { LockedFile } from '../write-back/write-back.js'
import { otherKeysOf, putBack } from './put-back.js'
import { keepSafe } from './rescue-file.js'

/** How long a `claude` left by a killed run may continue its exchange, in milliseconds. */
const ABANDONED_GRACE_MS = 5000

/**
 * How long a person may take for a sign-in, in milliseconds: so long a HOME without a login is left to a run that may be alive in
 * another container.
 */
export const SIGN_IN_LIMIT_MS = 3_600_000

/** A file to recover, and the caller's signals. */
export interface RecoveryTask extends LockedFile {
  /** Aborted when the caller insists on an end: the grace period of an abandoned `claude` then ends at once. */
  readonly insist: AbortSignal
  /** Called if a killed run may have sent the token that is in the file, and left no new pair. */
  readonly onSentBefore?: () => void
}

/**
 * Puts back the pair in the HOME of a run that has ended, and removes the HOME.
 * @returns the credentials now in the file; null if the HOME has no pair for it, or its run is still alive
 * @throws RefreshError `write-back-failed`, `creds-unreadable`, or the failed system call's error
 */
export async function recoverHome(task: RecoveryTask, path: string): Promise<Credentials | null> {
  const { file, folder, insist, onSentBefore } = task
  const home = IsolatedHome.adopt(path)
  // A run that lost its lock because the machine slept is still working, and writes its pair back itself.
  if (home.owner !== null && isAlive(home.owner) === 'yes') return null
  await endAbandonedClaude(home, insist)
  const judgement = home.judge()
  let recovered: Credentials | null = null
  if (judgement.kind === 'pair') {
    addToLineage(folder, judgement.newPair)
    recovered = await putBackFrom(home, judgement.newPair, task)
  } else if (home.owner !== null) {
    if (isSignInElsewhere(home)) return null
    const { isSent, rejection } = useOfToken(home, judgement)
    // If nothing was sent, the file may never have existed: a sign-in can be killed too.
    if ((isSent || rejection !== null) && isInFile(file, home.origin.from)) {
      if (rejection !== null) rememberRejection(folder, rejection, rejection.atMs)
      if (isSent) onSentBefore?.()
    }
  }
  await home.remove()
  return recovered
}

/** It may be in the middle of an exchange that still brings a new pair. */
export async function endAbandonedClaude(home: IsolatedHome, insist: AbortSignal): Promise<void> {
  const identity = home.claudeIdentity()
  if (identity === null || isAlive(identity) !== 'yes') return
  const claude = ClaudeProcess.adopt(identity)
  const grace = Deadline.after(ABANDONED_GRACE_MS / 1000)
  await watchCall({ home, claude, modelRequest: new AbortController().signal }, { deadline: grace, cancel: insist })
  await claude.kill()
}

/** What a HOME without a new pair shows about the token that its run started from. */
export interface UseOfToken {
  /** Whether the run may have sent it. */
  readonly isSent: boolean
  /** Null unless `claude` blanked the login. The time is in milliseconds since 1970. */
  readonly rejection: { readonly pair: string; readonly message: string; readonly atMs: number } | null
}

/** @param judgement of the HOME, whose run is known. @throws the failed system call's error */
export function useOfToken(home: IsolatedHome, { kind }: Judgement): UseOfToken {
  const rejection = { pair: home.origin.from, message: meaningOfBlanked(), atMs: blankedAtMs(home) }
  return { isSent: mayHaveSent(home), rejection: kind === 'blanked' ? rejection : null }
}

/** Whether a person may just be signing in there: a sign-in holds no lock. */
export function isSignInElsewhere(home: IsolatedHome): boolean {
  const { owner, origin } = home
  const mayBeAlive = owner !== null && isAlive(owner) === 'unknown'
  return origin.isSignIn === true && mayBeAlive && unchangedMs(home) < SIGN_IN_LIMIT_MS
}

/** How long ago a sign-in has last changed its HOME, in milliseconds. */
export function unchangedMs({ path, configFolder, credentialsPath }: IsolatedHome): number {
  const times = [path, configFolder, credentialsPath].map(entry => statIfAny(entry)?.mtimeMs ?? 0)
  return Date.now() - Math.max(...times)
}

/** When `claude` blanked the login in a HOME, in milliseconds since 1970: the token was rejected then, and not now. */
function blankedAtMs({ credentialsPath }: IsolatedHome): number {
  const nowMs = Date.now()
  return Math.min(nowMs, Math.floor(statIfAny(credentialsPath)?.mtimeMs ?? nowMs))
}

function isInFile(file: CredentialsPath, pair: string): boolean {
  const login = readGoodLogin(file)
  return login !== null && fingerprint(login) === pair
}

/**
 * Whether the run of a HOME without a new pair may have sent its token. Nothing can be sent before the replacement for the
 * user's file exists and the seed lock is removed, and the logs may say that the token was not sent, or not used up.
 */
function mayHaveSent(home: IsolatedHome): boolean {
  if (isWrittenBack(home) || isSeedLockIn(home.path, home.claudeRecord)) return false
  const { debug, stdout, stderr } = home.logs
  const tokenUse = failureSignIn([debug, stdout, stderr].map(readTextOrEmpty).join('\n'))?.tokenUse
  return tokenUse !== 'not-sent' && tokenUse !== 'not-used'
}

/** A pair that does not descend from the one in the file goes to a rescue file, unless it has been in the file before. */
async function putBackFrom(home: IsolatedHome, newPair: NewPair, target: LockedFile): Promise<Credentials | null> {
  const rescuePair = (): string => keepSafe(target.folder, home, { claudeAiOauth: newPair.fields })
  if (home.owner === null) {
    rescuePair() // the predecessor is unknown, so the pair may replace no login: it is only used if the file has none
    return null
  }
  const result = await putBack(target, {
    newPair,
    otherKeys: otherKeysOf(replacementDocumentIn(home)),
    path: () => pairPathIn(home, home.origin),
    replacementPath: home.newReplacementPath(),
    keepSafe: document => keepSafe(target.folder, home, document)
  })
  const isOutdated = home.origin.isSignIn !== true && isWrittenBack(home)
  if (result === 'another-login' && !isOutdated) rescuePair()
  return typeof result === 'string' ? null : result
}
