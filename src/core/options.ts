import { RefreshError } from './reasons.js'
import { redact } from './redact.js'

/** The options of one refresh. */
export interface RefreshOptions {
  /** As the caller typed it: `refresh` resolves `~` and relative paths. */
  readonly credsPath: string
  /** The name of the variable that it comes from, for messages; `--creds` if not given. */
  readonly credsFrom?: string
  /** For the whole run, in seconds; 0 means no limit. */
  readonly timeoutSeconds: number
  /** When the run started, on the clock of `performance.now()`; now if not given. */
  readonly startMs?: number
  /** Do nothing if the access token is valid for longer than this, in milliseconds; 0 means always refresh. */
  readonly minValidityMs: number
  /** The caller's environment; `claude` gets only the variables of an allowlist. */
  readonly environment: NodeJS.ProcessEnv
  /** Aborted when the caller cancels: an exchange under way may still finish. */
  readonly cancel: AbortSignal
  /** Aborted when the caller insists: everything ends at once. */
  readonly insist: AbortSignal
}

/** The steps of a run that take time. */
export type PhaseName = 'lock' | 'prove' | 'prepare' | 'recover' | 'exchange' | 'write back'

/** What a run is doing. */
export type Activity =
  | { readonly kind: 'phase'; readonly phase: PhaseName }
  /** Another process holds a lock; `holder` looks up its name, for example `another run of clr-refresh (pid 7)`. */
  | { readonly kind: 'waiting'; readonly holder: () => string }
  /** The deadline has passed, or the caller has cancelled, but the exchange under way may finish within this time. */
  | { readonly kind: 'grace'; readonly cause: 'deadline' | 'cancelled'; readonly graceMs: number }

/** What a run reports while it is at work. No text in it holds a token. */
export interface Log {
  /** A line of the trace. */
  readonly trace: (line: string) => void
  /** What a failed `claude` printed. */
  readonly claudeOutput: (text: string) => void
  /** What the run is doing now. While it waits for a lock, it is called many times a second. */
  readonly activity?: ((now: Activity) => void) | undefined
}

/** The defaults of the contract, as a user would type them. */
export const DEFAULTS = { timeout: '45', minValidity: '0', loginWarning: '7d' } as const

/**
 * Seconds for the whole refresh, from the text that a user typed; 0 means no limit.
 * @param name the name of the option, input or variable, for the message
 * @throws RefreshError `usage`
 */
export function parseTimeoutSeconds(text: string, name = '`--timeout`'): number {
  const digits = text.trim()
  if (/^\d+$/.test(digits)) return Math.min(Number(digits), Number.MAX_SAFE_INTEGER)
  throw new RefreshError('usage', `${name} must be a whole number of seconds (0 for no limit), got ${quote(text)}`)
}

const UNIT_MS: Readonly<Record<string, number>> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** The longest `--min-validity`, in days. No token is valid for longer, so a larger value probably has the wrong unit. */
const MAX_MIN_VALIDITY_DAYS = 36_500

/**
 * Milliseconds of a duration such as `90m`, `2h`, `1d` or `3600` (seconds).
 * @param name the name of the option, input or variable, for the message
 * @throws RefreshError `usage`
 */
export function parseDurationMs(text: string, name: string): number {
  const [, amount, unit = ''] = /^(\d+)([smhd]?)$/.exec(text.trim()) ?? []
  const form = 'a duration such as 30s, 90m, 2h, 1d or 3600 (seconds)'
  if (amount === undefined) throw new RefreshError('usage', `${name} must be ${form}, got ${quote(text)}`)
  return Number(amount) * (UNIT_MS[unit] ?? 1000)
}

/** Milliseconds of a `--min-validity`. @throws RefreshError `usage`, as `parseDurationMs`, or if no token is valid for so long */
export function parseMinValidityMs(text: string, name = '`--min-validity`'): number {
  const ms = parseDurationMs(text, name)
  if (ms <= MAX_MIN_VALIDITY_DAYS * 86_400_000) return ms
  const why = 'no token is valid for longer'
  throw new RefreshError('usage', `${name} must be at most ${MAX_MIN_VALIDITY_DAYS}d, got ${quote(text)}: ${why}`)
}

/**
 * A boolean of the YAML 1.2 core schema, as `getBooleanInput` of @actions/core reads it.
 * @param name the name of the option, input or variable, for the message
 * @param words the accepted values, for the message
 * @throws RefreshError `usage`
 */
export function parseBoolean(text: string, name: string, words = 'true or false'): boolean {
  if (['true', 'True', 'TRUE'].includes(text)) return true
  if (['false', 'False', 'FALSE'].includes(text)) return false
  throw new RefreshError('usage', `${name} must be ${words}, got ${quote(text)}`)
}

/** A user's text in quotes: without tokens, with escaped control characters, and cut after `longest` characters. */
export function quote(text: string, longest = 60): string {
  const safe = redact(text)
  return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe)
}
