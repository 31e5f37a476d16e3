import { ClaudeProcess } from '../claude/claude-process.js'
import { watchCall } from '../claude/watch.js'
import { readGoodLogin } from '../credentials/credentials-file.js'
import type { CredentialsPath } from '../credentials/credentials-path.js'
import type { Credentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import type { NewPair } from '../credentials/new-pair.js'
import { Deadline } from '../deadline.js'
import { documentToBeIn, isWrittenBack, pairPathIn } from '../home/found-login.js'
import { IsolatedHome } from '../home/isolated-home.js'
import { isAlive } from '../system/process-identity.js'
import type { WorkFolder } from '../work-folder.js'
import { addToLineage } from '../write-back/lineage.js'
import { mayHaveLostAnswer } from './lost-exchange.js'
import { otherKeysOf, putBack, type Target } from './put-back.js'
import { keepSafe } from './rescue-file.js'

/** How long a `claude` that a killed run left behind may go on with its exchange, in milliseconds. */
const ABANDONED_GRACE_MS = 5000

/** What a recovery works with. The file's locks are held. */
export interface RecoveryTask {
  readonly file: CredentialsPath
  readonly folder: WorkFolder
  /** Aborted when the caller insists on an end. */
  readonly insist: AbortSignal
  /** Called if a killed run may have sent the token that is in the file, and left no new pair. */
  readonly onSentBefore?: () => void
}

/**
 * Puts back the pair in the HOME of a run that has ended, and removes the HOME.
 * @returns what the file holds then; null if the HOME has no pair for it, or its run is still alive
 * @throws RefreshError `write-back-failed`, `creds-unreadable`, or the failed system call's error
 */
export async function recoverHome(task: RecoveryTask, path: string): Promise<Credentials | null> {
  const { file, folder, insist, onSentBefore } = task
  const adopted = IsolatedHome.adopt(path)
  if (adopted === null) {
    await clearUnknown(IsolatedHome.ofUnknownOrigin(path), task)
    return null
  }
  // A run that lost its lock, because the machine slept, is still at work: it will write back by itself.
  if (isAlive(adopted.owner) === 'yes') return null
  const { home } = adopted
  await endAbandonedClaude(home, insist)
  const judgement = home.judge()
  const newPair = judgement.kind === 'pair' ? judgement.newPair : null
  if (newPair !== null) addToLineage(folder, newPair)
  else if (isInFile(file, home.origin.from) && mayHaveLostAnswer(home)) onSentBefore?.()
  const recovered = newPair === null ? null : await putBackFrom(home, newPair, { file, folder })
  await home.remove()
  return recovered
}

/** Nobody can tell where its pair comes from: it replaces no login, unless the file has none. */
async function clearUnknown(home: IsolatedHome, { folder, insist }: RecoveryTask): Promise<void> {
  await endAbandonedClaude(home, insist)
  const judgement = home.judge()
  if (judgement.kind === 'pair') keepPair(judgement.newPair, home, folder)
  await home.remove()
}

function keepPair({ fields }: NewPair, home: IsolatedHome, folder: WorkFolder): void {
  keepSafe(folder, home, { claudeAiOauth: fields })
}

function isInFile(file: CredentialsPath, pair: string): boolean {
  const login = readGoodLogin(file)
  return login !== null && fingerprint(login) === pair
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

/** A pair that does not descend from the one in the file goes to a rescue file, unless it has been in the file before. */
async function putBackFrom(home: IsolatedHome, newPair: NewPair, target: Target): Promise<Credentials | null> {
  const result = await putBack(target, {
    newPair,
    otherKeys: otherKeysOf(documentToBeIn(home)),
    path: () => pairPathIn(home, home.origin),
    replacementPath: home.newReplacementPath(),
    keepSafe: document => keepSafe(target.folder, home, document)
  })
  if (result.kind === 'another-login' && !isWrittenBack(home)) keepPair(newPair, home, target.folder)
  return result.kind === 'written' ? result.credentials : null
}
