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
import { loginAt } from './login-at.js'
import type { PostState } from './post-state.js'
import { usedUpPairs } from './used-up.js'

const TITLE = 'The refreshed login is stored nowhere'

const LOSS_AHEAD =
  'The credentials came by creds-json, and the refresh made them worthless there. The file is removed when the job ends: set secret-name, or store the output creds-json in a later step.'

/** What a step leaves in a file that was made of `creds-json`, and where else. */
export interface MadeFile {
  /** Absolute path of the credentials file. */
  readonly creds: string
  /** What is in it; null if that is no JSON. */
  readonly document: JsonObject | null
  /** Fingerprint of the pair that came by `creds-json`. */
  readonly incoming: string | null
  /** Whether a secret holds the whole login by now. */
  readonly isInSecret: boolean
  /** Whether the output `creds-json` is set. */
  readonly isInOutput: boolean
}

/**
 * For `main`: saves for `post` that a new pair is elsewhere too, so that its file may be removed; else the file will stay.
 * @returns false if the pair is nowhere else: an error says where it is
 */
export function settleOnlyCopy(toolkit: Toolkit, file: MadeFile, state: PostState): boolean {
  const login = file.document === null ? null : loginOrNull(file.document)
  if (login === null) return true // `post` looks at the file once more
  const pair = fingerprint(login)
  if (pair === file.incoming) return true
  if (!file.isInSecret && !file.isInOutput) {
    reportOnlyCopy(toolkit, onlyCopyAt(file.creds))
    return false
  }
  state.deliveredPair(pair)
  if (!file.isInSecret) toolkit.warning(LOSS_AHEAD, { title: TITLE })
  return true
}

/**
 * For `post`: why a file that was made of `creds-json` has to stay, in a sentence: it holds, or may hold, a pair that is
 * nowhere else. That is one which neither came in nor was handed on by `main`, which may have been killed; a later step's
 * `claude` may have refreshed, too. With `secret-name` there is none: the file is removed only once the secret holds what is
 * in it.
 * @returns null if it may go
 * @throws RefreshError `creds-unreadable`: the record of what was made cannot be read
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
    return `${error.message}. The file may hold new credentials that are nowhere else, so the end of the job leaves it there. Look into it before the machine is gone.`
  }
}

/** Says why a file stays that is removed otherwise. */
export function reportOnlyCopy(toolkit: Toolkit, why: string): void {
  toolkit.error(why, { title: TITLE })
}

function onlyCopyAt(creds: string): string {
  return `The new credentials are only in ${creds}, which the end of the job leaves there. Store them before the machine is gone: what creds-json was given is worthless by now.`
}

function isMade(file: CredentialsPath): boolean {
  const folder = existsSync(file.real) ? WorkFolder.find(file) : null
  return folder !== null && readLineage(folder)?.isFileMade === true
}
