import type { Reason } from './reasons.js'

/** What a line of the CLI's debug log, or of its output, says of a failed exchange. */
export interface FailureSign {
  readonly reason: Reason
  /** What went wrong, as the second half of a sentence. */
  readonly what: string
  /** Whether the CLI itself would send the same token again: it must be ended at once. */
  readonly endAtOnce: boolean
  /** Whether it is certain that the endpoint has not used the token up, so that another try is safe and may help. */
  readonly isRepeatable: boolean
  /** Whether the endpoint itself has answered. */
  readonly isAnswer: boolean
}

/**
 * The line names the token endpoint, or the failed refresh; other requests of the CLI fail in the same words. The word in
 * brackets counts: `GrowthBook: pre-init OAuth refresh failed (timeout)` comes after 4 s while the exchange goes on.
 */
const REFRESH = String.raw`(?:OAuth refresh failed \(expected\)|oauth\/token)[^\n]*`

const status = (code: string): RegExp => new RegExp(`${REFRESH}(?:status code |status=)${code}\\b`)
const text = (words: string): RegExp => new RegExp(`${REFRESH}(?:${words})`, 'i')

/**
 * Every way in which the CLI is known to say that an exchange failed (measured: shared facts, 2.0.77 to 2.1.330); the
 * first that matches counts.
 */
const SIGNS: readonly (readonly [RegExp, FailureSign])[] = [
  [
    // 2.1.330 mends an `invalid_scope`, which is a 400 as well, by a second try of its own: so it is not ended at once.
    status('400'),
    sign('login-rejected', 'the token endpoint rejected the login (400): its refresh token is used up or revoked', {
      endAtOnce: false
    })
  ],
  [status('401'), sign('login-rejected', 'the token endpoint rejected the login (401)')],
  [status('403'), sign('login-rejected', 'the token endpoint, or a proxy before it, refused the login (403)')],
  [status('429'), sign('rate-limited', 'the token endpoint asks for fewer requests (429)', { isRepeatable: true })],
  [status('5\\d\\d'), sign('server-error', 'the token endpoint failed (5xx)')],
  [status('\\d\\d\\d'), sign('not-refreshed', 'the token endpoint gave an answer that is no new pair')],
  [
    text('getaddrinfo|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|tunneling socket|Unable to connect'),
    sign('network', 'no connection to the token endpoint could be made', { isRepeatable: true, isAnswer: false })
  ],
  [
    text('certificate|CERT_|SELF_SIGNED|UNABLE_TO_'),
    sign('network', "the token endpoint's certificate is not trusted here", { isAnswer: false })
  ],
  [
    text('socket hang up|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|timeout|aborted|network error|socket'),
    sign('network', 'the connection to the token endpoint was lost before its answer came', { isAnswer: false })
  ],
  [
    /OAuth session expired and could not be refreshed/,
    sign('login-rejected', 'the login was rejected: its refresh token is used up or revoked', { endAtOnce: false })
  ]
]

function sign(reason: Reason, what: string, more: Partial<FailureSign> = {}): FailureSign {
  return { reason, what, endAtOnce: true, isRepeatable: false, isAnswer: true, ...more }
}

/** What a log or an output says of a failed exchange; null where it says nothing of it. */
export function failureSignIn(log: string): FailureSign | null {
  return SIGNS.find(([pattern]) => pattern.test(log))?.[1] ?? null
}
