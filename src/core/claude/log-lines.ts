/**
 * How lines of the debug log about the token endpoint begin (docs/claude-cli.md#the-debug-log). The whole beginning must match:
 * other requests fail in the same words, and `GrowthBook: pre-init OAuth refresh failed (timeout)` is logged while an exchange
 * is still going on. New versions say `OAuth refresh failed (expected): <message>`; all versions name the URL of an answer.
 */
const ERROR = String.raw`^\S+ \[ERROR\] `
const MESSAGE = String.raw`${ERROR}(?:OAuth refresh failed \(expected\): |(?:Axios)?Error: \[url=[^\]]*/v1/oauth/token\] (?:Axios)?Error: )`

const ANSWER = new RegExp(
  String.raw`${MESSAGE}Request failed with status code (\d{3})\b|${ERROR}"?AxiosError: \[url=[^\]]*/v1/oauth/token,status=(\d{3})\b`
)

/** The HTTP status of an answer to the token, according to a line of the debug log; null if the line is about something else. */
export function answerStatusIn(line: string): number | null {
  const [, inMessage, inAddress] = ANSWER.exec(line) ?? []
  const status = inMessage ?? inAddress
  return status === undefined ? null : Number(status)
}

/**
 * Whether a line about a 400 means something other than `invalid_grant`. New versions put such a line in quotes. 2.1.112 shows
 * its body, which may be a proxy's answer to CONNECT; it shows none for `invalid_grant`.
 */
export function isOtherBadRequest(line: string): boolean {
  return OTHER_BAD_REQUEST.test(line)
}

const OTHER_BAD_REQUEST = new RegExp(
  String.raw`${ERROR}(?:"AxiosError: \[url=[^\]]*/v1/oauth/token,status=400\b|AxiosError: \[url=[^\]]*/v1/oauth/token,status=400,body=)`
)

/** Matches a line that says that the exchange failed with a message. @param message the source of a regular expression */
export function failedWith(message: string): RegExp {
  return new RegExp(`${MESSAGE}(?:${message})`)
}
