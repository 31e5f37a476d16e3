import { LOG_IN_AGAIN, type Reason } from '../reasons.js'
import type { TokenUse } from '../token-use.js'

/** What a line of the CLI's debug log, or of its output, says of a failed exchange. */
export interface FailureSign {
  readonly reason: Reason
  /** What went wrong, as a sentence. */
  readonly what: string
  /** Whether the CLI itself would send the same token again: it must be ended at once. */
  readonly endAtOnce: boolean
  /** Whether it is certain that the endpoint has not used the token up, so that another try is safe and may help. */
  readonly isRepeatable: boolean
  /** Whether the endpoint itself has answered. */
  readonly isAnswer: boolean
  readonly tokenUse: TokenUse
  /** What a person should do now, if that is not what the reason's outcome says. */
  readonly remedy?: string
}

/**
 * The lines of the debug log that are about the token endpoint (measured: 2.1.112 to 2.1.330). Other requests fail in the
 * same words, and `GrowthBook: pre-init OAuth refresh failed (timeout)` comes while an exchange still goes on; so the whole
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

const INVALID_PROXY = /^Invalid proxy URL in \w+/

/** Every way in which the CLI is known to say that an exchange failed; the first that matches counts. */
const SIGNS: readonly (readonly [RegExp, FailureSign])[] = [
  [
    // New versions put another 400 than `invalid_grant` in quotes.
    new RegExp(String.raw`${ERROR}"AxiosError: \[url=[^\]]*/v1/oauth/token,status=400\b`, 'm'),
    sign('not-refreshed', 'the token endpoint refused the request (400), for another reason than the login', {
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
  [answered('401'), sign('login-rejected', 'the token endpoint rejected the login (401)', { tokenUse: 'rejected' })],
  [
    answered('403'),
    sign('login-rejected', 'the token endpoint, or a proxy before it, refused the login (403)', {
      tokenUse: 'rejected',
      remedy: `If there is a proxy, make sure that it lets requests to the token endpoint pass, and run it again. Otherwise the login is lost. ${LOG_IN_AGAIN}`
    })
  ],
  [
    answered('429'),
    sign('rate-limited', 'the token endpoint asks for fewer requests (429)', {
      isRepeatable: true,
      tokenUse: 'not-used'
    })
  ],
  [answered('5\\d\\d'), sign('server-error', 'the token endpoint failed (5xx)')],
  [answered('\\d\\d\\d'), sign('not-refreshed', 'the token endpoint gave an answer that is no new pair')],
  [
    failedWith('getaddrinfo |connect E[A-Z]+|proxy refused the connection'),
    sign('network', 'no connection to the token endpoint could be made', {
      isRepeatable: true,
      isAnswer: false,
      tokenUse: 'not-sent'
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
    // On standard error, since 2.1.270 at the latest: it takes its lock, and gives up before it has a connection.
    INVALID_PROXY,
    sign('claude-failed', '`claude` refuses a proxy variable', {
      endAtOnce: false,
      isAnswer: false,
      tokenUse: 'not-sent',
      remedy: 'Correct the proxy variable that `claude` names, or unset it, then run it again.'
    })
  ]
]

function sign(reason: Reason, what: string, more: Partial<FailureSign> = {}): FailureSign {
  return { reason, what, endAtOnce: true, isRepeatable: false, isAnswer: true, tokenUse: 'perhaps-used', ...more }
}

/** The words of which a line has one if it says anything of an exchange. */
const TELLING = [' [ERROR] ', 'OAuth session', 'Invalid proxy URL']

/**
 * What a log or an output says of a failed exchange; null where it says nothing of it. Where it says so more than once the
 * CLI has sent the token again by itself, and nobody knows what came of that: then nothing is repeatable.
 */
export function failureSignIn(log: string): FailureSign | null {
  const telling = log.split('\n').filter(line => TELLING.some(word => line.includes(word)))
  const signs = telling.flatMap(line => SIGNS.find(([pattern]) => pattern.test(line))?.[1] ?? [])
  const [first] = signs
  if (first === undefined || signs.length === 1) return first ?? null
  const isKnown = first.tokenUse === 'rejected' || signs.every(({ tokenUse }) => tokenUse === 'not-sent')
  return { ...first, isRepeatable: false, tokenUse: isKnown ? first.tokenUse : 'perhaps-used' }
}
