import { LOG_IN_AGAIN, type Reason } from '../reasons.js'
import type { FailureSign } from './failure-signs.js'

/**
 * The lines of the debug log that are about the token endpoint (docs/claude-cli.md#the-debug-log). Other requests fail in
 * the same words, and `GrowthBook: pre-init OAuth refresh failed (timeout)` comes while an exchange still goes on; so the whole
 * beginning counts. New versions say `OAuth refresh failed (expected): <message>`, all name the URL of an answer.
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
 * Failures of a connection before the request was written; whatever ends a connection later is told in other words
 * (docs/claude-cli.md#what-was-sent-when-a-connection-fails). Of the TLS alerts only those that a peer sends instead of its
 * part of the handshake: `CERTIFICATE_REQUIRED`, for one, comes after the request, and so may `INTERNAL_ERROR` and 2.1.332's
 * `WRONG_VERSION_NUMBER`.
 * 2.1.112 runs on Node, which says `write EPROTO` only if TLS failed while all of the request still waited for it.
 */
const NO_TUNNEL = 'Proxy connection ended before receiving CONNECT response'
const HANDSHAKE_ALERT = 'SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_ALERT_UNRECOGNIZED_NAME'
const NO_TLS = String.raw`error:\w+:SSL routines:OPENSSL_internal:(?:${HANDSHAKE_ALERT})\b|Socket is closed|write EPROTO \w+:error:|Client network socket disconnected before secure TLS connection was established`

const PROXY_SCHEME =
  'If `HTTPS_PROXY` begins with `https://` although the proxy speaks plain HTTP, write `http://`. Otherwise check the network and the proxy. Then run it again.'

/** What to do about a proxy variable that `claude` cannot use. */
export const CORRECT_PROXY =
  'Correct the proxy variable that the message names (`http://proxy.example.com:8080`), or unset it, then run it again.'

const INVALID_PROXY = /^Invalid proxy URL in \w+/

const OR_PROXY = 'the token endpoint, or a proxy before it,'

/** Every way in which the CLI is known to say that an exchange failed; the first that matches counts. */
export const KNOWN_FAILURES: readonly (readonly [RegExp, FailureSign])[] = [
  [
    // New versions put another 400 than `invalid_grant` in quotes. 2.1.112 quotes the body of such a one, which may be a
    // proxy's answer to CONNECT, and none of an `invalid_grant`.
    new RegExp(
      String.raw`${ERROR}(?:"AxiosError: \[url=[^\]]*/v1/oauth/token,status=400\b|AxiosError: \[url=[^\]]*/v1/oauth/token,status=400,body=)`,
      'm'
    ),
    sign('not-refreshed', `${OR_PROXY} refused the request (400), for another reason than the login`, {
      endAtOnce: false
    })
  ],
  [
    // 2.1.330 mends an `invalid_scope`, which is a 400 as well, by a second try within the same exchange.
    answered('400'),
    sign('login-rejected', 'the token endpoint rejected the login (400): its refresh token is used up or revoked', {
      endAtOnce: false,
      tokenUse: 'rejected'
    })
  ],
  [answered('401'), refused(401)],
  [answered('403'), refused(403)],
  [
    // Only a proxy answers so. 2.1.112 takes that for the endpoint's answer (docs/claude-cli.md#which-proxy-counts).
    answered('407'),
    sign('network', 'the proxy wants a user name and a password (407)', {
      isAnswer: false,
      tokenUse: 'not-used',
      remedy: 'Write them into the proxy variable (`http://USER:PASSWORD@proxy.example.com:8080`), then run it again.'
    })
  ],
  [
    answered('429'),
    sign('rate-limited', 'the token endpoint asks for fewer requests (429)', {
      isRepeatable: true,
      tokenUse: 'not-used'
    })
  ],
  [answered('5\\d\\d'), sign('server-error', `${OR_PROXY} failed (5xx)`)],
  [answered('\\d\\d\\d'), sign('not-refreshed', `${OR_PROXY} gave an answer that is no new pair`)],
  [
    failedWith('getaddrinfo |connect E[A-Z]+|proxy refused the connection'),
    sign('network', 'no connection to the token endpoint could be made', {
      isRepeatable: true,
      isAnswer: false,
      tokenUse: 'not-sent'
    })
  ],
  [
    failedWith(NO_TUNNEL),
    sign('network', 'the proxy closed the connection without an answer', {
      isRepeatable: true,
      isAnswer: false,
      tokenUse: 'not-sent',
      remedy:
        'Check that `HTTPS_PROXY` is the address of an HTTP proxy (`claude` does not speak SOCKS), and that the proxy works. Then run it again.'
    })
  ],
  [
    failedWith(NO_TLS),
    sign('network', 'no TLS connection to the token endpoint, or to the proxy, could be made', {
      isAnswer: false,
      tokenUse: 'not-sent',
      remedy: PROXY_SCHEME
    })
  ],
  [
    failedWith('error:\\w+:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER'),
    sign('network', 'something that is not TLS came in place of the answer of the token endpoint, or of the proxy', {
      isAnswer: false,
      remedy: PROXY_SCHEME
    })
  ],
  [
    failedWith('URI error'),
    sign('network', 'the user name or the password in the proxy variable is not URL-encoded', {
      isAnswer: false,
      tokenUse: 'not-sent',
      remedy:
        'Write every special character in them as `%` and two hex digits (`%` itself is `%25`), then run it again.'
    })
  ],
  [
    failedWith('self[- ]signed certificate|unable to (?:verify|get)|certificate '),
    sign('network', "the token endpoint's certificate is not trusted here", { isAnswer: false, tokenUse: 'not-sent' })
  ],
  [
    failedWith('timeout of \\d+ms exceeded'),
    sign('network', 'the token endpoint did not answer in the time that `claude` gives it', { isAnswer: false })
  ],
  [
    failedWith(''),
    sign('network', 'the connection to the token endpoint was lost before its answer came', { isAnswer: false })
  ],
  [
    // On standard output, by versions that blank the file.
    /OAuth session expired and could not be refreshed/,
    sign('login-rejected', 'the login was rejected: its refresh token is used up or revoked', {
      endAtOnce: false,
      tokenUse: 'rejected'
    })
  ],
  [
    // On standard error, since 2.1.270 at the latest, and perhaps in the midst of an exchange: 2.1.332 sends its token all
    // the same through `//HOST` and `USER:PASSWORD@HOST`, if that speaks TLS, and past the proxy if `NO_PROXY` says so
    // (docs/claude-cli.md#a-malformed-proxy-variable).
    INVALID_PROXY,
    sign('claude-failed', '`claude` refuses a proxy variable', {
      endAtOnce: false,
      isAnswer: false,
      tokenUse: null,
      remedy: CORRECT_PROXY
    })
  ]
]

function sign(reason: Reason, what: string, more: Partial<FailureSign> = {}): FailureSign {
  return { reason, what, endAtOnce: true, isRepeatable: false, isAnswer: true, tokenUse: 'perhaps-used', ...more }
}

function refused(status: number): FailureSign {
  return sign('login-rejected', `${OR_PROXY} refused the login (${status})`, {
    tokenUse: 'rejected',
    remedy: `If there is a proxy, make sure that it lets requests to the token endpoint pass, and run it again. Otherwise the login is lost. ${LOG_IN_AGAIN}`
  })
}
