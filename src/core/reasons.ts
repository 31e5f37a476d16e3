/** How a run ends: its exit status, a title for people, and what to do about it. */
export interface Outcome {
  /** 0 refreshed or nothing to do, 1 error or no refresh, 2 the deadline passed. */
  readonly exitCode: 0 | 1 | 2
  /** A few words, fit for the title of an annotation. */
  readonly title: string
  /** What a person should do now; empty if there is nothing to do. */
  readonly remedy: string
}

/** How a remedy names the sign-in, at the end of a sentence. A door that knows the exact line puts it there: `withLoginCommand`. */
export const WITH_CLR_LOGIN = 'with `clr login`'

/** The remedy for a lost login. */
export const LOG_IN_AGAIN = `Sign in again ${WITH_CLR_LOGIN}.`

/**
 * What a message says about the refresh token if a run ends before its exchange, as a clause and as a sentence. It makes no
 * promise about the login: an earlier run that was killed may have used the token.
 */
export const NOT_SENT_HERE = 'this run did not use the refresh token'
export const NOT_SENT = 'This run did not use the refresh token.'

/** A remedy for a command that never uses the refresh token, which therefore needs no word about it. */
export function withoutTokenNote(remedy: string): string {
  return remedy.replace(NOT_SENT, '').trim()
}

/** The table of all reasons, with the outcome of each. A remedy must make sense without its message: the issue shows it so. */
const OUTCOMES = {
  refreshed: { exitCode: 0, title: 'Credentials refreshed', remedy: '' },
  'still-valid': { exitCode: 0, title: 'Credentials still valid', remedy: '' },
  recovered: { exitCode: 0, title: 'Credentials recovered', remedy: '' },
  ready: { exitCode: 0, title: 'Ready to refresh', remedy: '' },
  stored: { exitCode: 0, title: 'New login stored', remedy: '' },

  usage: { exitCode: 1, title: 'Wrong argument or input', remedy: NOT_SENT },
  'login-exists': {
    exitCode: 1,
    title: 'A usable login already exists',
    remedy: 'Keep that login, or replace it with `--replace`. The old login stays valid until it ends or you log out.'
  },
  'login-failed': {
    exitCode: 1,
    title: 'Sign-in not completed',
    remedy: 'Run `clr login` again. Each try needs a new code.'
  },
  'creds-not-found': {
    exitCode: 1,
    title: 'No credentials file',
    remedy: 'Give the path of the file with `--creds`, or sign in with `clr login`.'
  },
  'creds-unreadable': {
    exitCode: 1,
    title: 'Credentials file unreadable',
    remedy: `Make sure that this user may read the file and its folder, then run it again. ${NOT_SENT}`
  },
  'creds-invalid': {
    exitCode: 1,
    title: 'Credentials unusable',
    remedy: `${LOG_IN_AGAIN} A backup of the file probably will not help, because its refresh token has been used up.`
  },
  'creds-not-writable': {
    exitCode: 1,
    title: 'Credentials file not writable',
    remedy: `Make sure that this user may write the file and its folder, and that the disk has space. ${NOT_SENT}`
  },
  'claude-not-found': {
    exitCode: 1,
    title: 'claude not found',
    remedy: 'Install it with `npm install -g @anthropic-ai/claude-code`, or add the folder that has `claude` to PATH.'
  },
  'claude-failed': {
    exitCode: 1,
    title: 'claude failed',
    remedy: 'Run `claude --version` on this machine to see whether `claude` works at all.'
  },
  'login-rejected': { exitCode: 1, title: 'Login rejected', remedy: LOG_IN_AGAIN },
  'login-expired': { exitCode: 1, title: 'Login expired', remedy: LOG_IN_AGAIN },
  'rate-limited': { exitCode: 1, title: 'Rate limited', remedy: 'Run it again later.' },
  network: {
    exitCode: 1,
    title: 'Connection failed',
    remedy:
      'Check the network, the proxy (`HTTPS_PROXY`) and the certificates (`NODE_EXTRA_CA_CERTS`), then run it again.'
  },
  'server-error': { exitCode: 1, title: 'Server error', remedy: 'Run it again later.' },
  'not-refreshed': { exitCode: 1, title: 'Not refreshed', remedy: 'Run it again.' },
  'write-back-failed': {
    exitCode: 1,
    title: 'New credentials not written back',
    remedy:
      'Do not delete the file with the new tokens: the next run puts them into the credentials file. Fix the cause, then run it again.'
  },
  'secret-not-writable': {
    exitCode: 1,
    title: 'Secret not writable',
    remedy: `Check that the repository, environment or organization exists, and that \`github-token\` may write secrets there. ${NOT_SENT}`
  },
  'secret-write-failed': {
    exitCode: 1,
    title: 'Secret not written',
    remedy:
      'Store the new credentials in the secret before the next run, unless somebody else has stored a newer login there.'
  },
  'secret-stale': {
    exitCode: 1,
    title: 'Stale secret',
    remedy: 'Run the job again: it then reads the newer secret.'
  },
  'claude-install-failed': {
    exitCode: 1,
    title: 'claude could not be installed',
    remedy: `Check \`claude-version\`, and whether the npm registry can be reached. ${NOT_SENT}`
  },
  cancelled: { exitCode: 1, title: 'Cancelled', remedy: 'Run it again.' },
  internal: {
    exitCode: 1,
    title: 'clr-refresh failed unexpectedly',
    remedy: 'If the message does not explain the cause, please report it. Include the message, but never a token.'
  },

  timeout: {
    exitCode: 2,
    title: 'Timed out',
    remedy: 'Run it again, with a larger `--timeout` if the machine or the network is slow.'
  },
  locked: {
    exitCode: 2,
    title: 'Login in use',
    remedy: 'Wait until the other run or `claude` session has finished, then run it again.'
  }
} as const satisfies Record<string, Outcome>

/** How a run ended, in one word or a few. It is part of the contract. */
export type Reason = keyof typeof OUTCOMES

/** The exit status, title and remedy of a reason. */
export function outcomeOf(reason: Reason): Outcome {
  return OUTCOMES[reason]
}

/** Whether a text is one of the reasons. */
export function isReason(text: string): text is Reason {
  return Object.hasOwn(OUTCOMES, text)
}

/** All reasons, in the order of the table. */
export function allReasons(): readonly Reason[] {
  return Object.keys(OUTCOMES).filter(isReason)
}

/** Ends a run without a refresh. The message is for people and never holds a token. */
export class RefreshError extends Error {
  override readonly name = 'RefreshError'

  constructor(
    readonly reason: Reason,
    message: string,
    /** What a person should do now; by default what the table says for this reason. */
    readonly remedy: string = outcomeOf(reason).remedy
  ) {
    super(message)
  }
}
