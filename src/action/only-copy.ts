import { existsSync } from 'node:fs'
import { readGoodCredentials } from '../refresh/credentials/credentials-file.js'
import { findPlace, type CredentialsPath } from '../refresh/credentials/credentials-path.js'
import { parseCredentials } from '../refresh/credentials/credentials.js'
import { fingerprint } from '../refresh/credentials/fingerprint.js'
import { WorkFolder } from '../refresh/credentials/work-folder.js'
import { readLineage } from '../refresh/write-back/lineage.js'
import { readSecretInputs } from './inputs.js'
import { readState, saveState } from './state.js'
import type { Toolkit } from './toolkit.js'

const TITLE = 'The refreshed login is stored nowhere'

const LOSS_AHEAD =
  'The credentials came by creds-json, and the refresh made them worthless there. The file is removed when the job ends: set secret-name, or store the output creds-json in a later step.'

/** What a step leaves in a file that was made of `creds-json`, and where else. */
export interface MadeFile {
  /** Absolute path of the credentials file. */
  readonly creds: string
  /** What is in it; null if that is no JSON. */
  readonly json: string | null
  /** Fingerprint of the pair that came by `creds-json`. */
  readonly incoming: string
  /** Whether a secret holds the whole login by now. */
  readonly isInSecret: boolean
  /** Whether the output `creds-json` is set. */
  readonly isInOutput: boolean
}

/**
 * For `main`: tells `post` that a new pair is elsewhere too, so that its file may be removed; else the file will stay.
 * @returns false if the pair is nowhere else: an error says where it is
 */
export function settleOnlyCopy(toolkit: Toolkit, file: MadeFile, env: NodeJS.ProcessEnv): boolean {
  const pair = fingerprintOf(file.json)
  if (pair === null || pair === file.incoming) return true
  if (!file.isInSecret && !file.isInOutput) {
    reportOnlyCopy(toolkit, file.creds)
    return false
  }
  saveState(env, 'delivered', pair)
  if (!file.isInSecret) toolkit.warning(LOSS_AHEAD, { title: TITLE })
  return true
}

/**
 * For `post`: whether a file that was made of `creds-json` holds a pair that is nowhere else. That is one which neither came
 * in nor was handed on by `main`, which may have been killed; a later step's `claude` may have refreshed, too. With
 * `secret-name` there is none: the file is removed only once the secret holds what is in it.
 * @throws RefreshError `creds-unreadable`
 */
export function isOnlyCopy(creds: string, env: NodeJS.ProcessEnv): boolean {
  const file = findPlace(creds)
  if (file === null || readSecretInputs(env).secretName !== '' || !isMade(file)) return false
  const login = readGoodCredentials(file)
  return login !== null && ![readState(env, 'incoming'), readState(env, 'delivered')].includes(fingerprint(login))
}

/** Says where the only copy of a new pair is. */
export function reportOnlyCopy(toolkit: Toolkit, creds: string): void {
  const message = `The new credentials are only in ${creds}, which the end of the job leaves there. Store them before the machine is gone: what creds-json was given is worthless by now.`
  toolkit.error(message, { title: TITLE })
}

function isMade(file: CredentialsPath): boolean {
  const folder = existsSync(file.real) ? WorkFolder.find(file) : null
  return folder !== null && readLineage(folder)?.isFileMade === true
}

/** Null for a file without a good login. */
function fingerprintOf(json: string | null): string | null {
  try {
    return json === null ? null : fingerprint(parseCredentials(json))
  } catch {
    return null
  }
}
