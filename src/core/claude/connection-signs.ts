import { USUAL_SIGN, type FailureSign } from './failure-sign.js'
import { failedWith } from './log-lines.js'
import { FIX_PROXY } from './proxy-variable.js'

/** What a line about an exchange without an answer says; null for any other line. An answer must have been ruled out before. */
export function connectionSignOf(line: string): FailureSign | null {
  for (const [pattern, sign] of KNOWN_FAILURES) {
    const match = pattern.exec(line)
    if (match === null) continue
    const detail = match.groups?.detail
    return detail === undefined ? sign : { ...sign, what: `${sign.what} (${detail.trim()})` }
  }
  return null
}

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

/** The addresses in these messages tell the proxy from the endpoint, so the message quotes them. */
const NO_CONNECTION = String.raw`(?<detail>getaddrinfo [\w.: -]*|connect E[A-Z]+[\w.:\[\] -]*|proxy refused the connection)`

/** Every known way in which the CLI reports an exchange without an answer; the first match counts. */
const KNOWN_FAILURES: readonly (readonly [RegExp, FailureSign])[] = [
  [failedWith(NO_CONNECTION), notSent('the token endpoint could not be reached', { isRepeatable: true })],
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
    notSent('the TLS connection to the token endpoint, or to the proxy, failed', { remedy: PROXY_SCHEME })
  ],
  [
    failedWith('error:\\w+:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER'),
    noAnswer('the token endpoint, or the proxy, did not answer with TLS', { remedy: PROXY_SCHEME })
  ],
  [
    failedWith('URI error'),
    notSent('the user name or password in the proxy address is not URL-encoded', {
      remedy: 'URL-encode the special characters in them (`@` as `%40`, `%` as `%25`), then run it again.'
    })
  ],
  [
    failedWith('self[- ]signed certificate|unable to (?:verify|get)|certificate '),
    notSent('the certificate of the token endpoint is not trusted on this machine')
  ],
  [failedWith('timeout of \\d+ms exceeded'), noAnswer('the token endpoint did not answer before `claude` gave up')],
  [failedWith(''), noAnswer('the connection to the token endpoint was lost before it answered')],
  [
    // Versions that blank the file print this on standard output. Without a blanked file and a line of the log it is not
    // known who rejected the login.
    /OAuth session expired and could not be refreshed/,
    noAnswer('the login was rejected: its refresh token is used up or revoked', {
      reason: 'login-rejected',
      isAnswer: true,
      endAtOnce: false,
      tokenUse: 'refused'
    })
  ],
  [
    // Printed on standard error since 2.1.270 at the latest, perhaps in the middle of an exchange: 2.1.332 still sends its
    // token through `//HOST` and `USER:PASSWORD@HOST` if the proxy speaks TLS, and past the proxy if `NO_PROXY` says so
    // (docs/claude-cli.md#a-malformed-proxy-variable).
    /^Invalid proxy URL in \w+/,
    noAnswer('`claude` does not accept a proxy variable', {
      reason: 'claude-failed',
      endAtOnce: false,
      tokenUse: null,
      remedy: FIX_PROXY
    })
  ]
]

/** The connection failed before the endpoint answered. */
function noAnswer(what: string, more: Partial<FailureSign> = {}): FailureSign {
  return { ...USUAL_SIGN, isAnswer: false, reason: 'network', what, ...more }
}

/** The connection failed before the request was written. */
function notSent(what: string, more: Partial<FailureSign> = {}): FailureSign {
  return noAnswer(what, { tokenUse: 'not-sent', ...more })
}
