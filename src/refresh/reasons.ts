/** What a run ends with: its exit status, a title for people, and what to do about it. */
export interface Outcome {
  /** 0 refreshed or nothing to do, 1 error or no refresh, 2 the deadline passed. */
  readonly exitCode: 0 | 1 | 2
  /** A few words, fit for the title of an annotation. */
  readonly title: string
  /** What a person should do now; empty where there is nothing to do. */
  readonly remedy: string
}

const LOG_IN_AGAIN =
  'Log in again on a machine of your own (run `claude`, then `/login`) and store the new credentials where this job finds them.'
const MAY_BE_LOST = `If that ends with \`login-rejected\`, the answer that was lost had rotated the token: ${LOG_IN_AGAIN}`
const TRY_LATER = 'The login is unharmed. Run it again later.'

/** The one table of outcomes: every reason there is, what it exits with, and what it asks of a person. */
const OUTCOMES = {
  refreshed: { exitCode: 0, title: 'Credentials refreshed', remedy: '' },
  'still-valid': { exitCode: 0, title: 'Credentials still valid', remedy: '' },
  recovered: { exitCode: 0, title: 'Credentials recovered', remedy: '' },

  usage: {
    exitCode: 1,
    title: 'Wrong argument or input',
    remedy: 'Correct it as the message says. Nothing was spent.'
  },
  'creds-not-found': {
    exitCode: 1,
    title: 'No credentials file',
    remedy: 'Point `creds` at the file, or log in first: run `claude`, then `/login`.'
  },
  'creds-unreadable': {
    exitCode: 1,
    title: 'Credentials file unreadable',
    remedy: 'Give the user who runs this the right to read the file. Nothing was spent.'
  },
  'creds-invalid': {
    exitCode: 1,
    title: 'Credentials unusable',
    remedy: 'Restore the file from a good copy, or log in again: run `claude`, then `/login`.'
  },
  'creds-not-writable': {
    exitCode: 1,
    title: 'Credentials file not writable',
    remedy: 'Fix what the message names, often a right or the disk space. The refresh token was not used.'
  },
  'claude-not-found': {
    exitCode: 1,
    title: 'claude is not installed',
    remedy: 'Install it with `npm install -g @anthropic-ai/claude-code`, or put the folder that holds `claude` on PATH.'
  },
  'claude-failed': {
    exitCode: 1,
    title: 'claude failed before any exchange',
    remedy: 'Run `claude --version` on this machine to see whether it works. The login is unharmed.'
  },
  'login-rejected': { exitCode: 1, title: 'Login rejected', remedy: LOG_IN_AGAIN },
  'rate-limited': { exitCode: 1, title: 'Rate limited', remedy: TRY_LATER },
  network: {
    exitCode: 1,
    title: 'No connection',
    remedy:
      'Check the network, the proxy (`HTTPS_PROXY`) and the certificates (`NODE_EXTRA_CA_CERTS`), then run it again.'
  },
  'server-error': {
    exitCode: 1,
    title: 'The token endpoint failed',
    remedy: `Run it again later. ${MAY_BE_LOST}`
  },
  'not-refreshed': {
    exitCode: 1,
    title: 'No refresh occurred',
    remedy: `Run it again with trace on to see what \`claude\` said. ${MAY_BE_LOST}`
  },
  'write-back-failed': {
    exitCode: 1,
    title: 'New credentials not written back',
    remedy:
      'The new pair is safe in the file that the message names. Mend the cause and run it again, or move that file into place.'
  },
  'secret-not-writable': {
    exitCode: 1,
    title: 'Secret not writable',
    remedy: 'Mend what the message names, which often is a permission of `github-token`. Nothing was spent.'
  },
  'secret-write-failed': {
    exitCode: 1,
    title: 'Secret not written',
    remedy:
      'The refresh itself is done. Read the message: if the secret is to hold the new credentials, store them before the next run.'
  },
  'secret-stale': {
    exitCode: 1,
    title: 'Stale secret',
    remedy:
      'The secret was written after this job had read it. Unless the message says what to do, run the job again: it then reads the newer one.'
  },
  'claude-install-failed': {
    exitCode: 1,
    title: 'claude could not be installed',
    remedy: 'Check `claude-version` and the access to the npm registry. Nothing was spent.'
  },
  cancelled: { exitCode: 1, title: 'Cancelled', remedy: 'Run it again when you like.' },
  internal: {
    exitCode: 1,
    title: 'A bug in clr-refresh',
    remedy: 'Please report it, with the message and without any token.'
  },

  timeout: {
    exitCode: 2,
    title: 'Timed out',
    remedy: 'Run it again, with a larger `timeout` where the machine or the network is slow.'
  },
  locked: {
    exitCode: 2,
    title: 'Another run holds the lock',
    remedy: 'Wait for the other run or live session to end, then run it again.'
  }
} as const satisfies Record<string, Outcome>

/** One word for how a run ended, for people and scripts alike. */
export type Reason = keyof typeof OUTCOMES

/** Exit status, title and remedy of a reason. */
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

/** A run that ended without a refresh. The message is for people and never holds a token. */
export class RefreshError extends Error {
  override readonly name = 'RefreshError'

  constructor(
    readonly reason: Reason,
    message: string,
    /** What a person should do now, if that is not what the reason's outcome says. */
    readonly remedy: string = outcomeOf(reason).remedy
  ) {
    super(message)
  }
}
