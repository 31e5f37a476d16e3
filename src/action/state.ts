import { appendFileSync } from 'node:fs'

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
  /** Fingerprint of the pair that came by `creds-json`. */
  readonly incoming: string
  /** What `main` saw of the secret for the credentials, as a `Sight` in JSON; empty if it never looked. */
  readonly secretSeen: string
  /** Whose login the job began with, as `accountOf` tells it; empty if that is not known. */
  readonly account: string
}

/**
 * Tells `post` something, as `saveState` of @actions/core does it (`GITHUB_STATE`, a file to which each value is added
 * between two lines of its own; the last of one name counts), without loading it: `clr` is not to wait for that, and a
 * `main` that is killed is to have told it all the same. Where the file cannot be written `post` has less to do.
 */
export function saveState(env: NodeJS.ProcessEnv, name: keyof State, value: string): void {
  const delimiter = `ghadelimiter_${process.pid}_${process.hrtime.bigint()}` // no UUID: node:crypto takes 4 ms to load
  try {
    appendFileSync(env.GITHUB_STATE ?? '', `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
  } catch {
    // No runner, or an old one.
  }
}

/** What `main` told; empty where it told nothing. */
export function readState(env: NodeJS.ProcessEnv, name: keyof State): string {
  return env[`STATE_${name}`] ?? ''
}
