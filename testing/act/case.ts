import type { E2eSetup } from '../e2e-setup.js'
import type { TokenPair } from '../endpoint/logins.js'
import { WRITE_TOKEN, type StandInGitHub } from '../github/github.js'
import type { StandInRegistry } from '../registry/registry.js'
import type { ActRunner } from './act.js'

/** A HOME with a login and an endpoint; GitHub; the npm registry; and act. */
export interface ActContext {
  readonly setup: E2eSetup
  readonly runner: ActRunner
  readonly github: StandInGitHub
  readonly registry: StandInRegistry
}

/** Statements, and whether each is true. */
export type Facts = Readonly<Record<string, boolean>>

/** One or more runs of act, and the facts that must be true after them. */
export interface Case {
  readonly title: string
  readonly run: (context: ActContext) => Promise<Facts>
  /** It prints what happens, so the logs of its runs need not be printed. */
  readonly reportsItself?: boolean
  /** It is not about where the jobs run, and takes too long to be repeated in containers. */
  readonly isOnlyOnThisMachine?: boolean
}

/** The secret with the login in the examples. */
export const CREDENTIALS = 'CLAUDE_CREDENTIALS'

/** The secrets of a job: the login, and a token that may write the secrets. */
export function secretsWith(credentials = ''): Readonly<Record<string, string>> {
  return { [CREDENTIALS]: credentials, SECRETS_TOKEN: WRITE_TOKEN }
}

/** The valid pair of the login of a setup. */
export function currentPair({ endpoint, login }: E2eSetup): TokenPair {
  return endpoint.currentPair(login)
}

/** Whether credentials have this pair. */
export function holdsPair(credentials = '', { accessToken, refreshToken }: TokenPair): boolean {
  return credentials.includes(accessToken) && credentials.includes(refreshToken)
}
