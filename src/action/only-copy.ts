import { existsSync } from 'node:fs'
import { findPlace, type CredentialsPath } from '../core/credentials/credentials-path.js'
import { loginOrNull } from '../core/credentials/credentials.js'
import { fingerprint } from '../core/credentials/fingerprint.js'
import type { JsonObject } from '../core/json.js'
import { RefreshError } from '../core/reasons.js'
import { WorkFolder } from '../core/work-folder.js'
import { readLineage } from '../core/write-back/lineage.js'
import type { JobContext, Toolkit } from './context.js'
import { readSecretInputs } from './inputs.js'
import { loginAt } from './creds-json/existing-file.js'
import type { PostState } from './post-state.js'
import { usedUpPairs } from './used-up.js'

/** Title of the annotation that says why a file must stay. */
export const ONLY_COPY_TITLE = 'The refreshed login is not stored anywhere'

/** Title of the annotation that says what a real run would lose. */
const LOSS_AHEAD_TITLE = 'A real run would not store the refreshed login anywhere'

const LOSS_AHEAD =
  'The refresh used up the login in `creds-json`, and the file with the new login is removed at the end of the job. Set `secret-name`, or store the output `creds-json` in a later step.'

const LOSS_AHEAD_OF_DRY_RUN =
  'A refresh would use up the login in `creds-json`, and the file with the new login would be removed at the end of the job. Set `secret-name`, or store the output `creds-json` in a later step.'

/** A file that was made from `creds-json`, at the end of a step. */
export interface MadeFile {
  /** Absolute path of the credentials file. */
  readonly creds: string
  /** What is in it; null if it is not JSON. */
  readonly document: JsonObject | null
  /** Fingerprint of the pair of `creds-json`. */
  readonly incoming: string | null
  /** Whether a secret now holds the whole login. */
  readonly isInSecret: boolean
  /** Whether the output `creds-json` is set. */
  readonly isInOutput: boolean
}

/** A new login that no secret has. */
export interface Unstored {
  /** Whether it is in the file and nowhere else: then the step fails. */
  readonly isOnlyCopy: boolean
  /** A sentence for people. */
  readonly message: string
}

/**
 * For `main`: if the file does not hold the only copy of a new pair, saves that for `post`, which may then remove the file.
 * @returns null if a secret has the login, or there is no new one
 */
export function settleOnlyCopy(file: MadeFile, state: PostState): Unstored | null {
  const login = file.document === null ? null : loginOrNull(file.document)
  if (login === null) return null // `post` checks the file again
  const pair = fingerprint(login)
  if (pair === file.incoming) return null
  if (!file.isInSecret && !file.isInOutput) return { isOnlyCopy: true, message: onlyCopyAt(file.creds) }
  state.deliveredPair(pair)
  return file.isInSecret ? null : { isOnlyCopy: false, message: LOSS_AHEAD }
}

/** Annotates a new login that no secret has, or what a real run in place of a dry run would lose. */
export function annotateUnstored(toolkit: Toolkit, unstored: Unstored | null, ahead: string | null): void {
  if (unstored?.isOnlyCopy === true) toolkit.error(unstored.message, { title: ONLY_COPY_TITLE })
  else if (unstored !== null) toolkit.warning(unstored.message, { title: ONLY_COPY_TITLE })
  else if (ahead !== null) toolkit.warning(ahead, { title: LOSS_AHEAD_TITLE })
}

/**
 * For a dry run: what a refresh of `creds-json` would lose if no secret keeps the new login, in a sentence.
 * @param creds absolute path of the credentials file
 * @returns null if the file would stay, because the user made it
 * @throws RefreshError `creds-unreadable`: the record of who made the file cannot be read
 */
export function lossAhead(creds: string): string | null {
  const file = findPlace(creds)
  const wouldStay = file !== null && existsSync(file.real) && !isMade(file)
  return wouldStay ? null : LOSS_AHEAD_OF_DRY_RUN
}

/**
 * For `post`: why a file that was made from `creds-json` must not be removed, in a sentence: the file holds, or may hold,
 * the only copy of a new pair. Either `main` was killed before it passed the pair on, or the `claude` of a later step has
 * refreshed the login. With `secret-name` there is no such reason: the file is removed only when the secret holds its pair.
 * @returns null if it may be removed
 * @throws RefreshError `creds-unreadable`: the record of who made the file cannot be read
 */
export function whyToKeep(creds: string, context: JobContext): string | null {
  const file = findPlace(creds)
  if (file === null || readSecretInputs(context.env).secretName !== '' || !isMade(file)) return null
  try {
    const login = loginAt(creds)
    const { incoming, delivered } = context.state.known
    const elsewhere = [incoming, delivered, ...usedUpPairs(context)]
    return login === null || elsewhere.includes(fingerprint(login)) ? null : onlyCopyAt(creds)
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    return `${error.message}. The file may have new credentials that are nowhere else, so it is not removed. Inspect it before the runner is shut down.`
  }
}

function onlyCopyAt(creds: string): string {
  return `The new credentials exist only in ${creds}, so the file was not removed. Store them before the runner is shut down: the login in \`creds-json\` is used up.`
}

function isMade(file: CredentialsPath): boolean {
  const folder = existsSync(file.real) ? WorkFolder.find(file) : null
  return folder !== null && readLineage(folder)?.isFileMade === true
}
