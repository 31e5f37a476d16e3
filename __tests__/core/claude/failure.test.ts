import { describe, expect, it } from '@jest/globals'
import { failureSignIn } from '../../../src/core/claude/failure-signs.js'
import { classifyFailure, type Evidence } from '../../../src/core/claude/failure.js'

const signIn = (message: string) =>
  failureSignIn(`2026-11-23T08:00:00.000Z [ERROR] OAuth refresh failed (expected): ${message}`)

const OF_429 = signIn('Request failed with status code 429')
const OF_NO_DNS = signIn('getaddrinfo EAI_AGAIN platform.claude.com')

const OF_LOST = signIn('socket hang up')

const exited = (code: number | null, signal: NodeJS.Signals | null = null, startError: string | null = null) =>
  ({ kind: 'exited', exit: { code, signal, startError } }) as const

/** The failure of a call that ended with this sighting. */
function failureAfter(
  sighting: Evidence['sighting'],
  {
    sign = null,
    output = '',
    mayHaveSent = false,
    proxyFault = null
  }: Partial<Omit<Evidence, 'sighting' | 'program'>> = {}
): ReturnType<typeof classifyFailure> {
  return classifyFailure({
    sighting,
    mayHaveSent,
    sign,
    output,
    program: { path: '/bin/claude', version: '2.1.330' },
    proxyFault
  })
}

describe('classifyFailure', () => {
  it.each([
    ['blanked tokens', { kind: 'blanked' }, 'login-rejected', 'rejected'],
    ['a part of a pair', { kind: 'part' }, 'not-refreshed', 'perhaps-used'],
    ['a request for the model', { kind: 'over' }, 'claude-failed', 'not-sent'],
    ['the deadline', { kind: 'deadline' }, 'timeout', 'not-sent'],
    ['a cancel', { kind: 'cancelled' }, 'cancelled', 'not-sent'],
    ['exit 0', exited(0), 'claude-failed', 'not-sent'],
    ['exit 1', exited(1), 'claude-failed', 'not-sent'],
    ['a crash', exited(null, 'SIGSEGV'), 'claude-failed', 'not-sent'],
    ['a failed start', exited(null, null, 'EACCES'), 'claude-failed', 'not-sent']
  ] as const)(
    'names the reason for a run that ends with %s before it began to refresh the login',
    (_what, sighting, reason, tokenUse) => {
      expect(failureAfter(sighting)).toMatchObject({ reason, tokenUse, isRepeatable: false })
    }
  )

  it.each([
    ['an exchange that is over', { kind: 'over' }, 'not-refreshed'],
    ['the deadline', { kind: 'deadline' }, 'timeout'],
    ['a cancel', { kind: 'cancelled' }, 'cancelled'],
    ['exit 0', exited(0), 'not-refreshed'],
    ['exit 1', exited(1), 'not-refreshed'],
    ['a crash', exited(null, 'SIGKILL'), 'not-refreshed']
  ] as const)('says that the token is perhaps used after %s, if it may have been sent', (_what, sighting, reason) => {
    const expected = { reason, tokenUse: 'perhaps-used', isRepeatable: false }
    expect(failureAfter(sighting, { mayHaveSent: true })).toMatchObject(expected)
  })

  it('names the status of a rejection that blanked the tokens, if the debug log has it', () => {
    const sign = signIn('Request failed with status code 400')
    expect(failureAfter({ kind: 'blanked' }, { sign }).message).toMatch(
      /^the token endpoint rejected the login \(400\): /
    )
    expect(failureAfter({ kind: 'blanked' }).message).toMatch(/^the token endpoint rejected the login: /)
    expect(failureAfter({ kind: 'blanked' }, { sign: OF_LOST }).message).toMatch(/rejected the login: /)
  })

  it('says that a program that could not be started has sent nothing, even if some of the watch was missed', () => {
    const failure = failureAfter(exited(null, null, 'EACCES'), { mayHaveSent: true })
    expect(failure).toMatchObject({ reason: 'claude-failed', tokenUse: 'not-sent' })
  })

  it.each([
    ['not-sent', OF_NO_DNS],
    ['not-used', OF_429],
    ['perhaps-used', OF_LOST]
  ] as const)('believes what claude says about the token: %s', (tokenUse, sign) => {
    for (const sighting of [exited(0), { kind: 'over' }, { kind: 'deadline' }, { kind: 'cancelled' }] as const) {
      expect(failureAfter(sighting, { sign, mayHaveSent: true }).tokenUse).toBe(tokenUse)
    }
  })

  it('prefers what claude says to how the call ended', () => {
    for (const sighting of [exited(0), exited(1), { kind: 'over' } as const]) {
      expect(failureAfter(sighting, { sign: OF_429 })).toMatchObject({ reason: 'rate-limited', isRepeatable: true })
    }
  })

  it('prefers blanked tokens to any line of the log', () => {
    expect(failureAfter({ kind: 'blanked' }, { sign: OF_429 }).reason).toBe('login-rejected')
  })

  it('takes a 400 in the log as the last word of claude only if it was not cut short', () => {
    const sign = signIn('Request failed with status code 400')
    const useAfter = (sighting: Evidence['sighting']) => failureAfter(sighting, { sign, mayHaveSent: true }).tokenUse
    expect([useAfter({ kind: 'over' }), useAfter(exited(1))]).toEqual(['rejected', 'rejected'])
    expect([useAfter({ kind: 'deadline' }), useAfter({ kind: 'cancelled' })]).toEqual(['refused', 'refused'])
  })

  it('names the endpoint’s answer rather than the deadline, but the deadline rather than a lost connection', () => {
    expect(failureAfter({ kind: 'deadline' }, { sign: OF_429 }).reason).toBe('rate-limited')
    expect(failureAfter({ kind: 'deadline' }, { sign: OF_NO_DNS }).reason).toBe('timeout')
    expect(failureAfter({ kind: 'cancelled' }, { sign: OF_NO_DNS }).reason).toBe('cancelled')
  })

  it('says how claude ended and what it printed', () => {
    const { message } = failureAfter(exited(3), { output: 'first\n\nlast words.' })
    expect(message).toMatch(/exit status 3 .*; its output: first last words$/)
    expect(failureAfter(exited(null, 'SIGSEGV')).message).toContain('SIGSEGV')
    expect(failureAfter(exited(null, null, 'ENOEXEC')).message).toContain('ENOEXEC')
  })

  it.each([
    [
      'the error of a stack',
      `${'x'.repeat(300)}\nTypeError: Invalid URL\n    at here\n\nNode.js v20.20.2`,
      'TypeError: Invalid URL'
    ],
    ['the last line, if there is no error,', `${'x'.repeat(300)}\nlast words`, 'last words']
  ])('quotes only %s of a long output', (_what, output, quoted) => {
    expect(failureAfter(exited(1), { output }).message).toMatch(new RegExp(`; its output: ${quoted}$`))
  })

  it('keeps the message to one short line', () => {
    const { message } = failureAfter(exited(1), { output: `first\n${'long '.repeat(1000)}` })
    expect(message).not.toContain('\n')
    expect(message.length).toBeLessThan(400)
  })

  const REFUSAL = failureSignIn('Invalid proxy URL in https_proxy: "x" cannot be parsed as a URL.')
  const FAULT = { name: 'https_proxy', blocksSending: true }

  it.each([
    ['claude says so', REFUSAL],
    ['claude just ends', null]
  ])('says that nothing was sent if the proxy variable blocks every version: %s', (_what, sign) => {
    const failure = failureAfter(exited(0), { sign, mayHaveSent: true, proxyFault: FAULT })
    expect(failure).toMatchObject({
      reason: 'claude-failed',
      tokenUse: 'not-sent',
      message: expect.stringMatching(/a proxy variable|https_proxy is not/),
      remedy: expect.stringContaining('Set the proxy variable to an address')
    })
  })

  it.each([
    ['claude says so', REFUSAL],
    ['claude just ends', null]
  ])('does not say that nothing was sent if another version could use the proxy variable: %s', (_what, sign) => {
    const proxyFault = { ...FAULT, blocksSending: false }
    const failure = failureAfter(exited(1), { sign, mayHaveSent: true, proxyFault })
    expect(failure).toMatchObject({
      reason: 'not-refreshed',
      tokenUse: 'perhaps-used',
      message: expect.stringMatching(/a proxy variable|https_proxy is not/)
    })
  })

  it('says that the proxy variable blocked sending only if claude exited by itself', () => {
    for (const sighting of [{ kind: 'over' }, { kind: 'deadline' }, { kind: 'cancelled' }] as const) {
      expect(failureAfter(sighting, { mayHaveSent: true, proxyFault: FAULT }).tokenUse).toBe('perhaps-used')
    }
  })

  it('prefers a line about the exchange to the proxy variable', () => {
    const failure = failureAfter(exited(1), { sign: OF_LOST, mayHaveSent: true, proxyFault: FAULT })
    expect(failure).toMatchObject({ reason: 'network', tokenUse: 'perhaps-used' })
  })
})
