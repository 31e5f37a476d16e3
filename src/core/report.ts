import { NOTHING_KNOWN } from './empty-report.js'
import { outcomeOf, type Reason } from './reasons.js'
import { safeLine } from './redact.js'

/** How long one step took. */
export interface Phase {
  readonly name: string
  readonly ms: number
}

/** Which `claude` was run. */
export interface ClaudeProgram {
  /** Absolute path, as found on PATH. */
  readonly path: string
  /** For example `2.1.330`; null if the path does not contain it. */
  readonly version: string | null
}

/** What one run did: the object that `clr refresh --json` prints. Times are ISO 8601, in UTC. It never holds a token. */
export interface RefreshReport {
  /** Whether the file now holds a newer pair than when the run started. */
  readonly refreshed: boolean
  readonly reason: Reason
  readonly exitCode: 0 | 1 | 2
  /** Absolute path of the credentials file as given, symlinks not resolved; null if the run ended before it was known. */
  readonly creds: string | null
  readonly previousExpiresAt: string | null
  readonly expiresAt: string | null
  /** When the login itself ends; null if the file does not say, or if a refresh after that date proves it wrong. */
  readonly loginExpiresAt: string | null
  /** Whether that date is past, or less than 7 days away; the action has an input for that time. */
  readonly loginEndsSoon: boolean
  readonly elapsedMs: number
  readonly claude: ClaudeProgram | null
  readonly phases: readonly Phase[]
  /** What a person should know although it does not change the outcome, a sentence each. */
  readonly warnings: readonly string[]
  /** One sentence for people. */
  readonly message: string
  /** What a person should do now, in a sentence or two; empty if there is nothing to do. */
  readonly remedy: string
}

/** The report of a run that ended before its first step. */
export function reportOf(reason: Reason, message: string, remedy = outcomeOf(reason).remedy): RefreshReport {
  return {
    refreshed: false,
    reason,
    exitCode: outcomeOf(reason).exitCode,
    ...NOTHING_KNOWN,
    message: safeLine(message),
    remedy
  }
}
