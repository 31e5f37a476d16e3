import type { LoginSecrets } from './login-secrets.js'

/** What was done before `clr` may start, for a step that asked for more than a refresh. */
export interface Preparation {
  /** The folder of the `claude` that was installed; null where none was asked for. */
  readonly claudeFolder: string | null
  /** Whether the credentials file was made from it, so that `post` will remove it. */
  readonly isFileMade: boolean
  /** Where the refreshed login is to be stored. */
  readonly store: LoginSecrets | null
  /**
   * Fingerprint of the login that came by `creds-json`, or of one in the file that has no refresh token and so never changes:
   * there is nothing new in it to store. Empty if there is neither.
   */
  readonly incoming: string
  /** Whose login the job began with, as `accountOf` tells it; empty if that is not known. */
  readonly account: string
  /** Seconds that are left for `clr` of those that were given; null where none were used. */
  readonly secondsLeft: number | null
  /** Whether the whole login is stored, not only its access token. */
  readonly isLoginKept: boolean
}

/** Of a step that asked for nothing but a refresh. */
export const UNPREPARED: Preparation = {
  claudeFolder: null,
  isFileMade: false,
  store: null,
  incoming: '',
  account: '',
  secondsLeft: null,
  isLoginKept: false
}
