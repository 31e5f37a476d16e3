import type { Rejection } from '../rejections.js'

/** Each state of a login, and whether it always needs a person. The worst one counts: for example `rejected` before `ends-soon`. */
const STATES = {
  /** Nothing to do. */
  ok: false,
  /** The access token has expired, or `claude` does not use it; the next refresh corrects that. */
  'refresh-due': false,
  /** The login ends within 7 days, or within the time that was asked for: it needs a person only in the latter case. */
  'ends-soon': false,
  ended: true,
  rejected: true,
  blanked: true,
  'not-a-login': true,
  unreadable: true,
  missing: true
} as const satisfies Record<string, boolean>

/** How a login is, in a word or two. It is part of the contract of `--json`. */
export type State = keyof typeof STATES

/** Whether a text is one of the states. */
function isState(text: string): text is State {
  return Object.hasOwn(STATES, text)
}

/** All states, in the order of the table. */
export function allStates(): readonly State[] {
  return Object.keys(STATES).filter(isState)
}

/** Whether a state always needs a person: no run can correct it. */
export function alwaysNeedsPerson(state: State): boolean {
  return STATES[state]
}

/** What a credentials file holds: a login that can be refreshed, only an access token, or an API key. */
export type LoginKind = 'login' | 'access-token' | 'api-key'

/** Who holds a lock. Times are in milliseconds since 1970. */
export interface LockStatus {
  readonly path: string
  /** The program that makes this lock. */
  readonly holder: 'clr' | 'claude'
  /** Null if the lock does not say. */
  readonly pid: number | null
  /** Whether the holder is in another container or on another machine: its pid is that of another process here. */
  readonly isElsewhere: boolean
  /** Null if that cannot be proven from here. */
  readonly isAlive: boolean | null
  /** Null if the file system does not say. */
  readonly sinceMs: number | null
  /** When the holder last renewed the lock. */
  readonly renewedAtMs: number
}

/** What a run left beside a credentials file, or is working with. */
export interface RemainsStatus {
  readonly path: string
  /** An isolated HOME, or a rescue file. */
  readonly kind: 'home' | 'rescue'
  /** Whether it holds tokens that are not in the credentials file; null if it can't be read. */
  readonly hasNewTokens: boolean | null
  /**
   * Who deals with it: the run that uses it, the next run, or a person, if the tokens are of another login than the file's, or no
   * run trusts it.
   */
  readonly handledBy: 'its-run' | 'next-run' | 'person'
  /** Whether it is of a sign-in, by `clr login`. */
  readonly isNewLogin: boolean
  /** Whether a run uses it: not if another user made it, or could have changed it. */
  readonly isTrusted: boolean
}

/** How the login in one credentials file is. Times are in milliseconds since 1970, null if not known. No text holds a token. */
export interface FileStatus {
  /** Absolute path as given, links not resolved. */
  readonly file: string
  readonly state: State
  /** Whether a person has to do something, so that `clr status` exits with 1. */
  readonly needsPerson: boolean
  /** Null if the file holds none of them. */
  readonly kind: LoginKind | null
  /** Such as `Max 20x`; null if the file does not say. */
  readonly account: string | null
  readonly expiresAtMs: number | null
  /** When the login itself ends. An access token that can't be refreshed ends when it expires. */
  readonly loginExpiresAtMs: number | null
  readonly rejection: Rejection | null
  readonly locks: readonly LockStatus[]
  readonly remains: readonly RemainsStatus[]
  /** The item of the macOS Keychain that `claude` uses instead of this file. */
  readonly keychainItem: string | null
  /** What the state means here, in one sentence. */
  readonly message: string
  /** More that a person should know, a sentence each. */
  readonly notes: readonly string[]
  readonly remedy: Remedy | null
}

/** What a person should do. */
export interface Remedy {
  readonly sentence: string
  /** The line to type in a shell; null if there is none. */
  readonly command: string | null
}
