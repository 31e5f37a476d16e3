import { RefreshError } from './reasons.js'
import { redact } from './redact.js'

/** What a caller asks of one refresh. */
export interface RefreshOptions {
  /** As the caller typed it: `~` and relative paths are resolved here. */
  readonly credsPath: string
  /** For the whole run, in seconds; 0 means no limit. */
  readonly timeoutSeconds: number
  /** Skip where the token is good for longer than this, in milliseconds; 0 means always refresh. */
  readonly minValidityMs: number
  /** The caller's environment; only an allowlist of it reaches `claude`. */
  readonly environment: NodeJS.ProcessEnv
  /** Aborted when the caller cancels: an exchange under way may still land. */
  readonly cancel: AbortSignal
  /** Aborted when the caller insists: everything ends at once. */
  readonly insist: AbortSignal
}

/** The defaults of the contract, as a user would type them. */
export const DEFAULTS = { creds: '~/.claude/.credentials.json', timeout: '45', minValidity: '0' } as const

/** Seconds to wait for the whole refresh, as a user typed them; 0 means no limit. @throws RefreshError `usage` */
export function parseTimeoutSeconds(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new RefreshError(
    'usage',
    `timeout must be a whole number of seconds from 0 (no limit) to 999999, got ${quote(text)}`
  )
}

const UNIT_MS: Readonly<Record<string, number>> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of a duration such as `90m`, `2h`, `1d` or `3600` (seconds). @throws RefreshError `usage` */
export function parseMinValidityMs(text: string): number {
  const [, amount, unit] = /^(\d{1,8})([smhd]?)$/.exec(text) ?? []
  const unitMs = unit === undefined ? undefined : UNIT_MS[unit]
  if (unitMs !== undefined) return Number(amount) * unitMs
  throw new RefreshError(
    'usage',
    `min-validity must be a duration such as 90m, 2h or 3600 (seconds), got ${quote(text)}`
  )
}

/** A user's text in quotes, cut short, with control characters made visible, and no token in it. */
export function quote(text: string): string {
  const safe = redact(text)
  return JSON.stringify(safe.length > 60 ? `${safe.slice(0, 60)}…` : safe)
}
