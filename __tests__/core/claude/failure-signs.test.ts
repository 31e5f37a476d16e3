import { describe, expect, it } from '@jest/globals'
import { failureSignIn } from '../../../src/core/claude/failure-signs.js'

const EXPECTED = 'OAuth refresh failed (expected): '
const URL = 'https://platform.claude.com/v1/oauth/token'

/** How 2.1.112 begins a line about it, and how 2.1.332 names a fault of TLS. */
const OLD = `Error: [url=${URL}] Error: `
const BORINGSSL = 'error:100000f7:SSL routines:OPENSSL_internal:'

/** A debug log with a line among others. */
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

  it('reads what versions that blank the file print', () => {
    const output = 'Failed to authenticate: OAuth session expired and could not be refreshed\n'
    expect(failureSignIn(output)).toMatchObject({ reason: 'login-rejected' })
  })

  it.each([
    ['a model request that failed', 'AxiosError: [url=https://api.anthropic.com/v1/messages,status=500] x'],
    ['a profile request that failed', 'AxiosError: [url=https://api.anthropic.com/api/oauth/profile,status=401] x'],
    ['a profile that was not had', 'Failed to fetch oauth profile from OAuth token: status code 401'],
    ['any request of 2.1.30', 'AxiosError: AxiosError: Request failed with status code 401'],
    ['a model request that was lost', 'API error: socket hang up'],
    ['an update that failed', 'AutoUpdater: Request failed with status code 403'],
    ['nothing', '']
  ])('finds nothing in %s', (_what, line) => {
    expect(failureSignIn(logWith(line))).toBeNull()
  })

  it('is not taken in by the same words in a line that comes while the exchange goes on', () => {
    const line = 'GrowthBook: pre-init OAuth refresh failed (timeout)'
    expect(failureSignIn(`2026-11-23T08:00:05.000Z [DEBUG] ${line}\n`)).toBeNull()
    expect(failureSignIn(logWith(line))).toBeNull()
  })

  it('joins no line with the next', () => {
    expect(failureSignIn(logWith(`AxiosError: [url=${URL}\n,status=500] of something else`))).toBeNull()
  })

  it('allows another try only where the endpoint has certainly not used the token up', () => {
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

  it('ends at once whatever the CLI would repeat, but leaves it the 400 that it may mend', () => {
    const endsAtOnce = (line: string) => failureSignIn(logWith(EXPECTED + line))?.endAtOnce
    const repeated = [401, 403, 429, 503].map(status => `Request failed with status code ${status}`)
    repeated.push('socket hang up')
    expect(repeated.map(endsAtOnce)).toEqual(repeated.map(() => true))
    expect(endsAtOnce('Request failed with status code 400')).toBe(false)
  })

  it('knows an answer of the endpoint from a connection that failed', () => {
    const isAnswer = (line: string) => failureSignIn(logWith(EXPECTED + line))?.isAnswer
    const answers = [400, 429, 500].map(status => `Request failed with status code ${status}`)
    const others = ['socket hang up', 'getaddrinfo ENOTFOUND x', 'certificate has expired']
    expect(answers.map(isAnswer)).toEqual(answers.map(() => true))
    expect(others.map(isAnswer)).toEqual(others.map(() => false))
  })

  it.each([
    ['rejected', ['Request failed with status code 400']],
    ['rejected', ['Request failed with status code 401', 'Request failed with status code 401']],
    ['not-used', ['Request failed with status code 429']],
    ['perhaps-used', ['Request failed with status code 429', 'Request failed with status code 429']],
    ['perhaps-used', ['Request failed with status code 500']],
    ['perhaps-used', ['socket hang up']],
    ['perhaps-used', ['timeout of 15000ms exceeded']],
    ['not-sent', ['getaddrinfo EAI_AGAIN x']],
    ['not-sent', ['unable to verify the first certificate', 'unable to verify the first certificate']],
    ['perhaps-used', ['connect ECONNREFUSED x', 'socket hang up']]
  ])('knows what became of the token: %s after %j', (tokenUse, messages) => {
    const log = messages.map(message => logWith(EXPECTED + message)).join('')
    expect(failureSignIn(log)).toMatchObject({ tokenUse })
  })

  // With what had been sent by then: docs/claude-cli.md#what-was-sent-when-a-connection-fails.
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
  ])('reads %s in: %s', (tokenUse, line) => {
    expect(failureSignIn(logWith(line))).toMatchObject({ reason: 'network', tokenUse, isAnswer: false })
  })

  it.each([401, 403, 418, 502])('does not say for certain that the token endpoint has answered: %d', status => {
    const line = `AxiosError: [url=${URL},status=${status},body=no] AxiosError: Request failed with status code ${status}`
    expect(failureSignIn(logWith(line))?.what).toMatch(/^the token endpoint, or a proxy before it, /)
  })

  it('takes a refused proxy variable for no word about the token, however often it is said', () => {
    const output = 'Invalid proxy URL in https_proxy: "x" cannot be parsed as a URL.\nFix or unset https_proxy.\n'
    const expected = { reason: 'claude-failed', tokenUse: null, isRepeatable: false }
    expect(failureSignIn(output)).toMatchObject(expected)
    expect(failureSignIn(output + output)).toMatchObject({ ...expected, tokenUse: null })
  })

  it.each([
    ['not-sent', 'getaddrinfo ENOTFOUND proxy'],
    ['perhaps-used', 'socket hang up']
  ])('goes by the exchange if a proxy variable was refused as well: %s', (tokenUse, message) => {
    const log = `${logWith(EXPECTED + message)}Invalid proxy URL in https_proxy: "x" cannot be parsed as a URL.\n`
    expect(failureSignIn(log)).toMatchObject({ reason: 'network', tokenUse })
  })
})
