import type { Credentials } from './credentials/credentials.js'
import type { WorkFolder } from './work-folder.js'

/** A login that a sign-in has made. Its document holds nothing else. */
export type NewLogin = Credentials

/** The place for a new login: a credentials file, or a secret of GitHub. Its parts are called in this order. */
export interface LoginDestination {
  /** For sentences: `/home/me/.claude/.credentials.json`, `the secret CLAUDE_CREDENTIALS of octo/demo`. */
  readonly name: string

  /** The absolute path of its file, which may be a link; undefined for a secret. */
  readonly path?: string

  /** The options of `clr login` that name it, for commands in messages. */
  readonly commandArguments: readonly string[]

  /**
   * Proves, before the sign-in, that a login can be stored, and tells the user what was proven.
   * @param kept the login, if it is there already from an earlier sign-in
   * @throws RefreshError
   */
  prove(kept?: NewLogin): Promise<void>

  /** The folder for the isolated HOME of the sign-in, and for a login that could not be stored. */
  workFolder(): WorkFolder

  /**
   * The fingerprint of the login that the new one replaces, by which a later run can complete this one if it is killed. Null if
   * there is none, or if no later run looks for it.
   */
  readonly replaces?: string | null

  /**
   * Stores the login.
   * @returns lines for people: what was stored, then what to do next
   * @throws RefreshError: the caller keeps the login, and adds to the message where it is
   */
  store(login: NewLogin): Promise<readonly string[]>

  /** Removes what `prove` made, unless it is in use. Called at the end, also after a failure. */
  close?(): void
}
