/** How a run ends: its exit status, a title for people, and what to do about it. */
export interface Outcome {
  /** 0 refreshed or nothing to do, 1 error or no refresh, 2 the deadline passed. */
  readonly exitCode: 0 | 1 | 2
  /** A few words, fit for the title of an annotation. */
  readonly title: string
  /** What a person should do now; empty if there is nothing to do. */
  readonly remedy: string
}

/** The remedy for a lost login. */
export const LOG_IN_AGAIN =
  'Sign in again: `clr login` puts the new login where this run looks for it, into the file (`--creds`) or the secret (`--secret`).'

/**
 * What a message says about the refresh token if a run ends before its exchange, as a clause and as a sentence. It makes no
 * promise about the login: an earlier run that was killed may have sent the token.
 */
export const NOT_SENT_HERE = 'this run did not send the refresh token'
export const NOT_SENT = 'This run did not send the refresh token.'

/** The table of all reasons, with the outcome of each. */
const OUTCOMES = {
  refreshed: { exitCode: 0, title: 'Credentials refreshed', remedy: '' },
  'still-valid': { exitCode: 0, title: 'Credentials still valid', remedy: '' },
  recovered: { exitCode: 0, title: 'Credentials recovered', remedy: '' },
  ready: { exitCode: 0, title: 'Ready to refresh', remedy: '' },
  stored: { exitCode: 0, title: 'New login stored', remedy: '' },

  usage: { exitCode: 1, title: 'Wrong argument or input', remedy: `Fix the problem named in the message. ${NOT_SENT}` },
  'login-exists': {
    exitCode: 1,
    title: 'A good login is there',
    remedy:
      'Keep it, or replace it with `--replace`: the old login then stays valid until it ends, unless you log it out.'
  },
  'login-failed': {
    exitCode: 1,
    title: 'The sign-in was not completed',
    remedy: 'Run it again. Each try needs a new code.'
  },
  'creds-not-found': {
    exitCode: 1,
    title: 'No credentials file',
    remedy: 'Point `creds` at the file, or sign in first: `clr login` makes it.'
  },
  'creds-unreadable': {
    exitCode: 1,
    title: 'Credentials file unreadable',
    remedy: `Fix the problem named in the message (often a permission), then run it again. ${NOT_SENT}`
  },
  'creds-invalid': {
    exitCode: 1,
    title: 'Credentials unusable',
    remedy:
      'Fix the problem named in the message, or sign in again with `clr login`. An old copy of the file is likely to be useless, because each refresh uses up the refresh token before it.'
  },
  'creds-not-writable': {
    exitCode: 1,
    title: 'Credentials file not writable',
    remedy: `Fix the problem named in the message (often a permission or disk space). ${NOT_SENT}`
  },
  'claude-not-found': {
    exitCode: 1,
    title: 'claude not found',
    remedy: 'Install it with `npm install -g @anthropic-ai/claude-code`, or put the folder that holds `claude` on PATH.'
  },
  'claude-failed': {
    exitCode: 1,
    title: 'claude failed before any exchange',
    remedy: 'Run `claude --version` on this machine to find out whether it works at all.'
  },
  'login-rejected': { exitCode: 1, title: 'Login rejected', remedy: LOG_IN_AGAIN },
  'login-expired': { exitCode: 1, title: 'Login ended', remedy: LOG_IN_AGAIN },
  'rate-limited': { exitCode: 1, title: 'Rate limited', remedy: 'Run it again later.' },
  network: {
    exitCode: 1,
    title: 'No connection',
    remedy:
      'Check the network, the proxy (`HTTPS_PROXY`) and the certificates (`NODE_EXTRA_CA_CERTS`), then run it again.'
  },
  'server-error': { exitCode: 1, title: 'The token endpoint failed', remedy: 'Run it again later.' },
  'not-refreshed': { exitCode: 1, title: 'No refresh occurred', remedy: 'Run it again.' },
  'write-back-failed': {
    exitCode: 1,
    title: 'New credentials not written back',
    remedy:
      'The new pair is safe in the file that the message names: do not delete it. Fix the cause, then run it again.'
  },
  'secret-not-writable': {
    exitCode: 1,
    title: 'Secret not writable',
    remedy: `Fix the problem named in the message (often a permission of \`github-token\`). ${NOT_SENT}`
  },
  'secret-write-failed': {
    exitCode: 1,
    title: 'Secret not written',
    remedy:
      'The message says what was not stored, and why. If the secret should hold the new credentials, store them before the next run.'
  },
  'secret-stale': {
    exitCode: 1,
    title: 'Stale secret',
    remedy: `The secret was written after this job had read it. Do what the message says, or run the job again, which then reads the newer one. ${NOT_SENT}`
  },
  'claude-install-failed': {
    exitCode: 1,
    title: 'claude could not be installed',
    remedy: `Check \`claude-version\` and the access to the npm registry. ${NOT_SENT}`
  },
  cancelled: { exitCode: 1, title: 'Cancelled', remedy: 'Run it again.' },
  internal: {
    exitCode: 1,
    title: 'clr-refresh failed unexpectedly',
    remedy: 'Unless the message names another cause, please report it, with the message and without any token.'
  },

  timeout: {
    exitCode: 2,
    title: 'Timed out',
    remedy: 'Run it again, with a larger `timeout` if the machine or the network is slow.'
  },
  locked: {
    exitCode: 2,
    title: 'Another run holds the lock',
    remedy: 'Wait for the other run or live session to end, then run it again.'
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
