import { appendFileSync } from 'node:fs'
import { RefreshError } from '../core/reasons.js'
import { whyNotWritten, wholeOrNothing } from './output/runner-file.js'

/** Stands for a fingerprint where nobody can tell what a secret holds. */
export const UNKNOWN = 'unknown'

/** What `main` tells `post`: never a secret. */
export interface State {
  /** Absolute path of the credentials file. */
  readonly creds: string
  /** The `clr` that `main` started, as a `ProcessIdentity` in JSON: `main` may be killed without it. */
  readonly clr: string
  /** `true` where `main` was given `creds-json`; only then may `post` remove the file, if it is on record as made. */
  readonly placed: string
  /** Fingerprint of the pair with which nothing is left to be stored, or that it is not known; empty where no secret was named. */
  readonly stored: string
  /** Fingerprint of the login in which there is nothing new to store, as `Preparation` tells it. */
  readonly incoming: string
  /** What `main` saw of the secret for the credentials, as a `Sight` in JSON that names it; empty if it never looked. */
  readonly secretSeen: string
  /** GitHub's public key as `main` fetched it, in JSON that names the secret; empty if it never did. */
  readonly secretKey: string
  /** Who may read an organization's secrets, by name, in JSON that names the secret; empty if `main` never read it. */
  readonly secretVisibilities: string
  /** Whose login the job began with, as `accountOf` tells it; empty if that is not known. */
  readonly account: string
  /** Fingerprint of the pair that was handed on whole, as output or secret: a copy of it in a file that was made may go. */
  readonly delivered: string
  /** Fingerprints of the pairs that `main` found to be older than what it left in the file, separated by blanks. */
  readonly usedUp: string
}

/**
 * Tells `post` something, as `saveState` of @actions/core does it (`GITHUB_STATE`, a file to which each value is added
 * between two lines of its own; the last of one name counts), without loading it: `clr` is not to wait for that, and a
 * `main` that is killed is to have told it all the same. Never throws: `post` then has less to do.
 * @returns why it could not be told, in a clause; null if it was
 */
export function saveState(env: NodeJS.ProcessEnv, name: keyof State, value: string): string | null {
  const delimiter = `ghadelimiter_${process.pid}_${process.hrtime.bigint()}` // no UUID: node:crypto takes 4 ms to load
  const file = env.GITHUB_STATE ?? ''
  try {
    wholeOrNothing(file, () => {
      appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
    })
    return null
  } catch (error) {
    return whyNotWritten('GITHUB_STATE', env, error)
  }
}

/** The same for what `post` has to know before a file is made of `creds-json`. @throws RefreshError `creds-not-writable` */
export function saveStateOrRefuse(env: NodeJS.ProcessEnv, name: keyof State, value: string): void {
  const why = saveState(env, name, value)
  if (why === null) return
  const sentence = `${why}, so the end of the job would neither remove the file that creds-json becomes, nor store what is new in it`
  throw new RefreshError('creds-not-writable', sentence)
}

/** What `main` told; empty where it told nothing. */
export function readState(env: NodeJS.ProcessEnv, name: keyof State): string {
  return env[`STATE_${name}`] ?? ''
}
