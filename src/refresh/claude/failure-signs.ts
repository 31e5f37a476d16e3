import type { Reason } from '../reasons.js'

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
      endAtOnce: false
    })
  ],
  [answered('401'), sign('login-rejected', 'the token endpoint rejected the login (401)')],
  [answered('403'), sign('login-rejected', 'the token endpoint, or a proxy before it, refused the login (403)')],
  [answered('429'), sign('rate-limited', 'the token endpoint asks for fewer requests (429)', { isRepeatable: true })],
  [answered('5\\d\\d'), sign('server-error', 'the token endpoint failed (5xx)')],
  [answered('\\d\\d\\d'), sign('not-refreshed', 'the token endpoint gave an answer that is no new pair')],
  [
    failedWith('getaddrinfo |connect E[A-Z]+|proxy refused the connection'),
    sign('network', 'no connection to the token endpoint could be made', { isRepeatable: true, isAnswer: false })
  ],
  [
    failedWith('self[- ]signed certificate|unable to (?:verify|get)|certificate '),
    sign('network', "the token endpoint's certificate is not trusted here", { isAnswer: false })
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
    sign('login-rejected', 'the login was rejected: its refresh token is used up or revoked', { endAtOnce: false })
  ]
]

function sign(reason: Reason, what: string, more: Partial<FailureSign> = {}): FailureSign {
  return { reason, what, endAtOnce: true, isRepeatable: false, isAnswer: true, ...more }
}

/**
 * What a log or an output says of a failed exchange; null where it says nothing of it. Where it says so more than once the
 * CLI has sent the token again by itself, and nobody knows what came of that: then nothing is repeatable.
 */
export function failureSignIn(log: string): FailureSign | null {
  const telling = log.split('\n').filter(line => line.includes(' [ERROR] ') || line.includes('OAuth session'))
  const signs = telling.flatMap(line => SIGNS.find(([pattern]) => pattern.test(line))?.[1] ?? [])
  const [first] = signs
  if (first === undefined) return null
  return signs.length === 1 ? first : { ...first, isRepeatable: false }
}
