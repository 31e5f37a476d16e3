import { describe, expect, it } from '@jest/globals'
import { failureSignIn } from '../../../src/core/claude/failure-signs.js'

const EXPECTED = 'OAuth refresh failed (expected): '
const URL = 'https://platform.claude.com/v1/oauth/token'

/** How 2.1.112 begins a line about a lost connection, and how 2.1.332 names a TLS error. */
const OLD = `Error: [url=${URL}] Error: `
const BORINGSSL = 'error:100000f7:SSL routines:OPENSSL_internal:'

/** A debug log with this line among others. */
const logWith = (line: string) =>
  `2026-11-23T08:00:00.000Z [DEBUG] Watching for changes\n2026-11-23T08:00:00.250Z [ERROR] ${line}\n[DEBUG] more\n`

describe('failureSignIn', () => {
  it.each([
    [`${EXPECTED}Request failed with status code 400`, 'login-rejected'],
    [`${EXPECTED}Request failed with status code 401`, 'login-rejected'],
    [`${EXPECTED}Request failed with status code 403`, 'login-rejected'],
    [`${EXPECTED}Request failed with status code 429`, 'rate-limited'],
    [`${EXPECTED}Request failed with status code 418`, 'not-refreshed'],
    [`"AxiosError: [url=${URL},status=500] AxiosError: Request failed with status code 500\\n at x"`, 'server-error'],
    [`"AxiosError: [url=${URL},status=503,body=try later] AxiosError: Request failed"`, 'server-error'],
    [`AxiosError: [url=${URL},status=429,body=slow down] AxiosError: Request failed`, 'rate-limited'],
    [`AxiosError: [url=${URL},status=400] AxiosError: Request failed with status code 400`, 'login-rejected'],
    [`AxiosError: [url=${URL},status=400,body=no] AxiosError: Request failed with status code 400`, 'not-refreshed'],
    [`${EXPECTED}socket hang up`, 'network'],
    [`Error: [url=${URL}] Error: socket hang up`, 'network'],
    [`AxiosError: [url=${URL}] AxiosError: timeout of 15000ms exceeded`, 'network'],
    [`${EXPECTED}read ECONNRESET`, 'network'],
    [`${EXPECTED}timeout of 30000ms exceeded`, 'network'],
    [`${EXPECTED}getaddrinfo EAI_AGAIN platform.claude.com`, 'network'],
    [`Error: [url=${URL}] Error: getaddrinfo ENOTFOUND platform.claude.com`, 'network'],
    [`${EXPECTED}connect ECONNREFUSED 127.0.0.1:9`, 'network'],
    [`${EXPECTED}connect ENETUNREACH 10.0.0.1:443`, 'network'],
    [`${EXPECTED}proxy refused the connection`, 'network'],
    [`${EXPECTED}unable to verify the first certificate`, 'network'],
    [`${EXPECTED}self signed certificate in certificate chain`, 'network'],
    [`Error: [url=${URL}] Error: self-signed certificate in certificate chain`, 'network']
  ])('reads %s as %s', (line, reason) => {
    expect(failureSignIn(logWith(line))).toMatchObject({ reason })
  })

  const NEW = (status: number) =>
    `"AxiosError: [url=${URL},status=${status},body=code 999] AxiosError: Request failed with status code ${status}\\n at x"`
  const EARLIER = (status: number) => `AxiosError: [url=${URL},status=${status}] AxiosError: Request failed`
  const SHORT = (status: number) => `${EXPECTED}Request failed with status code ${status}`
  it.each([400, 401, 403, 407, 418, 429, 500, 502, 503, 529])('tells the status %d, whatever the version', status => {
    for (const line of [NEW(status), EARLIER(status), SHORT(status)]) {
      const sign = failureSignIn(logWith(line))
      expect(sign?.status).toBe(status)
      expect(sign?.what).toContain(String(status))
      expect(sign?.line).toContain(line)
    }
  })

  it.each(['socket hang up', 'connect ECONNREFUSED 127.0.0.1:503', 'timeout of 500ms exceeded'])(
    'invents no status: %s',
    message => {
      expect(failureSignIn(logWith(EXPECTED + message))?.status).toBeNull()
    }
  )

  it('reads the output of versions that blank the file', () => {
    const output = 'Failed to authenticate: OAuth session expired and could not be refreshed\n'
    expect(failureSignIn(output)).toMatchObject({ reason: 'login-rejected', tokenUse: 'refused' })
  })

  it.each([
    ['a model request that failed', 'AxiosError: [url=https://api.anthropic.com/v1/messages,status=500] x'],
    ['a profile request that failed', 'AxiosError: [url=https://api.anthropic.com/api/oauth/profile,status=401] x'],
    ['a profile that could not be fetched', 'Failed to fetch oauth profile from OAuth token: status code 401'],
    ['any request of 2.1.30', 'AxiosError: AxiosError: Request failed with status code 401'],
    ['a model request whose connection was lost', 'API error: socket hang up'],
    ['an update that failed', 'AutoUpdater: Request failed with status code 403'],
    ['nothing', '']
  ])('finds nothing in %s', (_what, line) => {
    expect(failureSignIn(logWith(line))).toBeNull()
  })

  it('ignores a line with the same words that is logged while the exchange is still going on', () => {
    const line = 'GrowthBook: pre-init OAuth refresh failed (timeout)'
    expect(failureSignIn(`2026-11-23T08:00:05.000Z [DEBUG] ${line}\n`)).toBeNull()
    expect(failureSignIn(logWith(line))).toBeNull()
  })

  it('matches within one line only', () => {
    expect(failureSignIn(logWith(`AxiosError: [url=${URL}\n,status=500] of something else`))).toBeNull()
  })

  it('allows another try only if the endpoint has certainly not used the token up', () => {
    const isRepeatable = (line: string) => failureSignIn(logWith(EXPECTED + line))?.isRepeatable
    const safe = ['Request failed with status code 429', 'getaddrinfo EAI_AGAIN x', 'connect ECONNREFUSED x']
    const unsafe = [400, 401, 500].map(status => `Request failed with status code ${status}`)
    unsafe.push('socket hang up', 'read ECONNRESET', 'timeout of 1ms exceeded')
    expect(safe.map(isRepeatable)).toEqual(safe.map(() => true))
    expect(unsafe.map(isRepeatable)).toEqual(unsafe.map(() => false))
  })

  it.each(['Request failed with status code 429', 'socket hang up'])(
    'allows no other try after two failures, of which the second is: %s',
    second => {
      const log = [`${EXPECTED}connect ECONNREFUSED 127.0.0.1:9`, EXPECTED + second].map(logWith).join('')
      expect(failureSignIn(log)).toMatchObject({ reason: 'network', isRepeatable: false })
    }
  )

  it('ends claude at once if it would send the token again, but not after a 400, from which it may recover', () => {
    const endsAtOnce = (line: string) => failureSignIn(logWith(EXPECTED + line))?.endAtOnce
    const repeated = [401, 403, 429, 503].map(status => `Request failed with status code ${status}`)
    repeated.push('socket hang up')
    expect(repeated.map(endsAtOnce)).toEqual(repeated.map(() => true))
    expect(endsAtOnce('Request failed with status code 400')).toBe(false)
  })

  it('distinguishes an answer of the endpoint from a failed connection', () => {
    const isAnswer = (line: string) => failureSignIn(logWith(EXPECTED + line))?.isAnswer
    const answers = [400, 429, 500].map(status => `Request failed with status code ${status}`)
    const others = ['socket hang up', 'getaddrinfo ENOTFOUND x', 'certificate has expired']
    expect(answers.map(isAnswer)).toEqual(answers.map(() => true))
    expect(others.map(isAnswer)).toEqual(others.map(() => false))
  })

  it.each([
    ['rejected', ['Request failed with status code 400']],
    ['rejected', ['Request failed with status code 400', 'socket hang up']],
    ['refused', ['Request failed with status code 401', 'Request failed with status code 401']],
    ['refused', ['Request failed with status code 403']],
    ['not-used', ['Request failed with status code 429']],
    ['perhaps-used', ['Request failed with status code 429', 'Request failed with status code 429']],
    ['perhaps-used', ['Request failed with status code 500']],
    ['perhaps-used', ['socket hang up']],
    ['perhaps-used', ['timeout of 15000ms exceeded']],
    ['not-sent', ['getaddrinfo EAI_AGAIN x']],
    ['not-sent', ['unable to verify the first certificate', 'unable to verify the first certificate']],
    ['perhaps-used', ['connect ECONNREFUSED x', 'socket hang up']]
  ])('says that the token is %s after %j', (tokenUse, messages) => {
    const log = messages.map(message => logWith(EXPECTED + message)).join('')
    expect(failureSignIn(log)).toMatchObject({ tokenUse })
  })

  // What had been sent: docs/claude-cli.md#what-was-sent-when-a-connection-fails.
  it.each([
    ['not-sent', `${EXPECTED}Proxy connection ended before receiving CONNECT response`],
    ['not-sent', `${EXPECTED}Socket is closed`],
    ['not-sent', `${EXPECTED}${BORINGSSL}SSLV3_ALERT_HANDSHAKE_FAILURE`],
    ['not-sent', `${EXPECTED}${BORINGSSL}TLSV1_ALERT_PROTOCOL_VERSION`],
    ['not-sent', `${EXPECTED}${BORINGSSL}TLSV1_ALERT_UNRECOGNIZED_NAME`],
    ['not-sent', `${EXPECTED}URI error`],
    ['not-sent', `${OLD}Proxy connection ended before receiving CONNECT response`],
    ['not-sent', `${OLD}Client network socket disconnected before secure TLS connection was established`],
    [
      'not-sent',
      `${OLD}write EPROTO 408C2315CC7F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:x:354:`
    ],
    ['not-used', `AxiosError: [url=${URL},status=407,body=no] AxiosError: Request failed with status code 407`],
    ['perhaps-used', `${EXPECTED}${BORINGSSL}WRONG_VERSION_NUMBER`],
    ['perhaps-used', `${EXPECTED}${BORINGSSL}DECRYPTION_FAILED_OR_BAD_RECORD_MAC`],
    ['perhaps-used', `${EXPECTED}${BORINGSSL}BAD_PACKET_LENGTH`],
    ['perhaps-used', `${EXPECTED}${BORINGSSL}TLSV1_ALERT_CERTIFICATE_REQUIRED`],
    ['perhaps-used', `${EXPECTED}${BORINGSSL}TLSV1_ALERT_INTERNAL_ERROR`],
    ['perhaps-used', `${EXPECTED}${BORINGSSL}TLSV1_ALERT_ACCESS_DENIED`],
    ['perhaps-used', `${EXPECTED}write ECONNRESET`],
    ['perhaps-used', `${EXPECTED}stream has been aborted`],
    ['perhaps-used', `${OLD}404CA8A19F7F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:x:358:`],
    [
      'perhaps-used',
      `${OLD}400C29FAA47F0000:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:x`
    ],
    ['perhaps-used', `${OLD}Parse Error: Expected HTTP/`]
  ])('says that the token is %s after: %s', (tokenUse, line) => {
    expect(failureSignIn(logWith(line))).toMatchObject({ reason: 'network', tokenUse, isAnswer: false })
  })

  it.each([401, 403, 418, 502])(
    'does not claim that %d came from the token endpoint, since a proxy may have sent it',
    status => {
      const line = `AxiosError: [url=${URL},status=${status},body=no] AxiosError: Request failed with status code ${status}`
      expect(failureSignIn(logWith(line))?.what).toMatch(/^the token endpoint, or a proxy in front of it, /)
    }
  )

  it('concludes nothing about the token from a refused proxy variable, even if it is reported twice', () => {
    const output = 'Invalid proxy URL in https_proxy: "x" cannot be parsed as a URL.\nFix or unset https_proxy.\n'
    const expected = { reason: 'claude-failed', tokenUse: null, isRepeatable: false }
    expect(failureSignIn(output)).toMatchObject(expected)
    expect(failureSignIn(output + output)).toMatchObject({ ...expected, tokenUse: null })
  })

  it.each([
    ['not-sent', 'getaddrinfo ENOTFOUND proxy'],
    ['perhaps-used', 'socket hang up']
  ])('prefers a line about the exchange to a refused proxy variable: %s', (tokenUse, message) => {
    const log = `${logWith(EXPECTED + message)}Invalid proxy URL in https_proxy: "x" cannot be parsed as a URL.\n`
    expect(failureSignIn(log)).toMatchObject({ reason: 'network', tokenUse })
  })
})
