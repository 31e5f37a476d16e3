import { LOG_IN_AGAIN, type Reason } from '../reasons.js'
import type { TokenUse } from '../token-use.js'
import { CORRECT_PROXY } from './proxy-variable.js'

/** Every line about an exchange contains one of these. */
const MARKERS = [' [ERROR] ', 'OAuth session', 'Invalid proxy URL']

/**
 * What a log or an output says about a failed exchange; null if it says nothing. If it reports more than one failure, the CLI
 * has sent the token again by itself, with an unknown result, so nothing is repeatable.
 */
export function failureSignIn(log: string): FailureSign | null {
  const lines = log.split('\n').filter(line => MARKERS.some(marker => line.includes(marker)))
  const signs = lines.flatMap(line => KNOWN_FAILURES.find(([pattern]) => pattern.test(line))?.[1] ?? [])
  const [first] = signs
  if (first === undefined || signs.length === 1) return first ?? null
  const uses = signs.flatMap(({ tokenUse }) => tokenUse ?? [])
  const isKnown = first.reason === 'login-rejected' || uses.every(use => use === 'not-sent')
  return { ...first, isRepeatable: false, tokenUse: isKnown ? first.tokenUse : 'perhaps-used' }
}

/** What a line of the CLI's debug log, or of its output, says about a failed exchange. */
export interface FailureSign {
  readonly reason: Reason
  /** What went wrong, as a sentence. */
  readonly what: string
  /** Whether the CLI must be ended at once, because it would send the same token again by itself. */
  readonly endAtOnce: boolean
  /** Whether another try may help, and is safe because the endpoint has certainly not used the token up. */
  readonly isRepeatable: boolean
  /** Whether the endpoint itself answered. */
  readonly isAnswer: boolean
  /** Null if the line says nothing about the token. */
  readonly tokenUse: TokenUse | null
  /** What a person should do now, if it differs from the usual remedy of the reason. */
  readonly remedy?: string
}

/**
 * How lines of the debug log about the token endpoint begin (docs/claude-cli.md#the-debug-log). The whole beginning must match:
 * other requests fail in the same words, and `GrowthBook: pre-init OAuth refresh failed (timeout)` is logged while an exchange
 * is still going on. New versions say `OAuth refresh failed (expected): <message>`; all versions name the URL of an answer.
 */
const ERROR = String.raw`^\S+ \[ERROR\] `
const MESSAGE = String.raw`${ERROR}(?:OAuth refresh failed \(expected\): |(?:Axios)?Error: \[url=[^\]]*/v1/oauth/token\] (?:Axios)?Error: )`

const answered = (status: string): RegExp =>
  new RegExp(
    String.raw`${MESSAGE}Request failed with status code ${status}\b|${ERROR}"?AxiosError: \[url=[^\]]*/v1/oauth/token,status=${status}\b`,
    'm'
  )
const failedWith = (message: string): RegExp => new RegExp(`${MESSAGE}(?:${message})`, 'm')

/**
 * Failures of a connection before the request was written; later ones are reported in other words
 * (docs/claude-cli.md#what-was-sent-when-a-connection-fails). The TLS alerts are only those that a peer sends instead of its
 * part of the handshake: `CERTIFICATE_REQUIRED`, for example, comes after the request, and `INTERNAL_ERROR` and 2.1.332's
 * `WRONG_VERSION_NUMBER` may. 2.1.112 runs on Node, which says `write EPROTO` only if TLS failed before any of the request
 * was sent.
 */
const HANDSHAKE_ALERT = 'SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_ALERT_UNRECOGNIZED_NAME'
const NO_TLS = String.raw`error:\w+:SSL routines:OPENSSL_internal:(?:${HANDSHAKE_ALERT})\b|Socket is closed|write EPROTO \w+:error:|Client network socket disconnected before secure TLS connection was established`

const PROXY_SCHEME =
  'If `HTTPS_PROXY` begins with `https://` although the proxy speaks plain HTTP, write `http://`. Otherwise check the network and the proxy. Then run it again.'

const OR_PROXY = 'the token endpoint, or a proxy before it,'

/** Every known way in which the CLI reports a failed exchange; the first match counts. */
const KNOWN_FAILURES: readonly (readonly [RegExp, FailureSign])[] = [
  [
    // A 400 other than `invalid_grant`. New versions put the line in quotes. 2.1.112 shows its body, which may be a proxy's
    // answer to CONNECT; it shows none for `invalid_grant`.
    new RegExp(
      String.raw`${ERROR}(?:"AxiosError: \[url=[^\]]*/v1/oauth/token,status=400\b|AxiosError: \[url=[^\]]*/v1/oauth/token,status=400,body=)`,
      'm'
    ),
    answer('not-refreshed', `${OR_PROXY} refused the request (400), for another reason than the login`, {
      endAtOnce: false
    })
  ],
  [
    // `claude` is not ended at once: 2.1.330 recovers from an `invalid_scope`, also a 400, by a second try within the
    // same exchange.
    answered('400'),
    rejected('the token endpoint rejected the login (400): its refresh token is used up or revoked')
  ],
  [answered('401'), refused(401)],
  [answered('403'), refused(403)],
  [
    // Only a proxy sends this. 2.1.112 logs it as the endpoint's answer (docs/claude-cli.md#which-proxy-counts).
    answered('407'),
    noAnswer('the proxy wants a user name and a password (407)', {
      tokenUse: 'not-used',
      remedy: 'Write them into the proxy variable (`http://USER:PASSWORD@proxy.example.com:8080`), then run it again.'
    })
  ],
  [
    answered('429'),
    answer('rate-limited', 'the token endpoint asks for fewer requests (429)', {
      isRepeatable: true,
      tokenUse: 'not-used'
    })
  ],
  [answered('5\\d\\d'), answer('server-error', `${OR_PROXY} failed (5xx)`)],
  [answered('\\d\\d\\d'), answer('not-refreshed', `${OR_PROXY} gave an answer that is no new pair`)],
  [
    failedWith('getaddrinfo |connect E[A-Z]+|proxy refused the connection'),
    notSent('no connection to the token endpoint could be made', { isRepeatable: true })
  ],
  [
    failedWith('Proxy connection ended before receiving CONNECT response'),
    notSent('the proxy closed the connection without an answer', {
      isRepeatable: true,
      remedy:
        'Check that `HTTPS_PROXY` is the address of an HTTP proxy (`claude` does not speak SOCKS), and that the proxy works. Then run it again.'
    })
  ],
  [
    failedWith(NO_TLS),
    notSent('no TLS connection to the token endpoint, or to the proxy, could be made', { remedy: PROXY_SCHEME })
  ],
  [
    failedWith('error:\\w+:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER'),
    noAnswer('something that is not TLS came in place of the answer of the token endpoint, or of the proxy', {
      remedy: PROXY_SCHEME
    })
  ],
  [
    failedWith('URI error'),
    notSent('the user name or the password in the proxy variable is not URL-encoded', {
      remedy:
        'Write every special character in them as `%` and two hex digits (`%` itself is `%25`), then run it again.'
    })
  ],
  [
    failedWith('self[- ]signed certificate|unable to (?:verify|get)|certificate '),
    notSent("the token endpoint's certificate is not trusted here")
  ],
  [
    failedWith('timeout of \\d+ms exceeded'),
    noAnswer('the token endpoint did not answer in the time that `claude` gives it')
  ],
  [failedWith(''), noAnswer('the connection to the token endpoint was lost before its answer came')],
  [
    // Versions that blank the file print this on standard output.
    /OAuth session expired and could not be refreshed/,
    // Without a blanked file and a line of the log it is not known who rejected it.
    rejected('the login was rejected: its refresh token is used up or revoked', { tokenUse: 'refused' })
  ],
  [
    // Printed on standard error since 2.1.270 at the latest, perhaps in the middle of an exchange: 2.1.332 still sends its
    // token through `//HOST` and `USER:PASSWORD@HOST` if the proxy speaks TLS, and past the proxy if `NO_PROXY` says so
    // (docs/claude-cli.md#a-malformed-proxy-variable).
    /^Invalid proxy URL in \w+/,
    answer('claude-failed', '`claude` refuses a proxy variable', {
      endAtOnce: false,
      isAnswer: false,
      tokenUse: null,
      remedy: CORRECT_PROXY
    })
  ]
]

/** The endpoint answered. */
function answer(reason: Reason, what: string, more: Partial<FailureSign> = {}): FailureSign {
  return { reason, what, endAtOnce: true, isRepeatable: false, isAnswer: true, tokenUse: 'perhaps-used', ...more }
}

/** The login was rejected: by the endpoint itself, unless `more` says otherwise. */
function rejected(what: string, more: Partial<FailureSign> = {}): FailureSign {
  return answer('login-rejected', what, { endAtOnce: false, tokenUse: 'rejected', ...more })
}

function refused(status: number): FailureSign {
  return rejected(`${OR_PROXY} refused the login (${status})`, {
    endAtOnce: true,
    tokenUse: 'refused',
    remedy: `If there is a proxy, make sure that it lets requests to the token endpoint pass, and run it again. Otherwise the login is lost. ${LOG_IN_AGAIN}`
  })
}

/** The connection failed before the endpoint answered. */
function noAnswer(what: string, more: Partial<FailureSign> = {}): FailureSign {
  return answer('network', what, { isAnswer: false, ...more })
}

/** The connection failed before the request was written. */
function notSent(what: string, more: Partial<FailureSign> = {}): FailureSign {
  return noAnswer(what, { tokenUse: 'not-sent', ...more })
}
