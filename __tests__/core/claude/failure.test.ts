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

/** The failure that a call which ended so amounts to. */
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
    ['an end in peace', exited(0), 'claude-failed', 'not-sent'],
    ['an end in error', exited(1), 'claude-failed', 'not-sent'],
    ['a crash', exited(null, 'SIGSEGV'), 'claude-failed', 'not-sent'],
    ['no start', exited(null, null, 'EACCES'), 'claude-failed', 'not-sent']
  ] as const)('calls %s before any exchange by its name', (_what, sighting, reason, tokenUse) => {
    expect(failureAfter(sighting)).toMatchObject({ reason, tokenUse, isRepeatable: false })
  })

  it.each([
    ['an exchange that is over', { kind: 'over' }, 'not-refreshed'],
    ['the deadline', { kind: 'deadline' }, 'timeout'],
    ['a cancel', { kind: 'cancelled' }, 'cancelled'],
    ['an end in peace', exited(0), 'not-refreshed'],
    ['an end in error', exited(1), 'not-refreshed'],
    ['a crash', exited(null, 'SIGKILL'), 'not-refreshed']
  ] as const)(
    'does not know what became of the token after %s, if it may have been sent',
    (_what, sighting, reason) => {
      const expected = { reason, tokenUse: 'perhaps-used', isRepeatable: false }
      expect(failureAfter(sighting, { mayHaveSent: true })).toMatchObject(expected)
    }
  )

  it('knows that a program which could not be started has sent nothing, whatever went by unseen', () => {
    const failure = failureAfter(exited(null, null, 'EACCES'), { mayHaveSent: true })
    expect(failure).toMatchObject({ reason: 'claude-failed', tokenUse: 'not-sent' })
  })

  it.each([
    ['not-sent', OF_NO_DNS],
    ['not-used', OF_429],
    ['perhaps-used', OF_LOST]
  ] as const)('takes what the CLI said for what became of the token: %s', (tokenUse, sign) => {
    for (const sighting of [exited(0), { kind: 'over' }, { kind: 'deadline' }, { kind: 'cancelled' }] as const) {
      expect(failureAfter(sighting, { sign, mayHaveSent: true }).tokenUse).toBe(tokenUse)
    }
  })

  it('goes by what the CLI said, however the call ended', () => {
    for (const sighting of [exited(0), exited(1), { kind: 'over' } as const]) {
      expect(failureAfter(sighting, { sign: OF_429 })).toMatchObject({ reason: 'rate-limited', isRepeatable: true })
    }
  })

  it('lets blanked tokens count more than any line', () => {
    expect(failureAfter({ kind: 'blanked' }, { sign: OF_429 }).reason).toBe('login-rejected')
  })

  it('names the endpoint’s answer rather than the clock, but the clock rather than a lost connection', () => {
    expect(failureAfter({ kind: 'deadline' }, { sign: OF_429 }).reason).toBe('rate-limited')
    expect(failureAfter({ kind: 'deadline' }, { sign: OF_NO_DNS }).reason).toBe('timeout')
    expect(failureAfter({ kind: 'cancelled' }, { sign: OF_NO_DNS }).reason).toBe('cancelled')
  })

  it('says how it ended and what it said', () => {
    const { message } = failureAfter(exited(3), { output: 'first\n\nlast words.' })
    expect(message).toMatch(/exit status 3 .*; it said: first last words$/)
    expect(failureAfter(exited(null, 'SIGSEGV')).message).toContain('SIGSEGV')
    expect(failureAfter(exited(null, null, 'ENOEXEC')).message).toContain('ENOEXEC')
  })

  it.each([
    [
      'the error of a stack',
      `${'x'.repeat(300)}\nTypeError: Invalid URL\n    at here\n\nNode.js v20.20.2`,
      'TypeError: Invalid URL'
    ],
    ['the last line otherwise', `${'x'.repeat(300)}\nlast words`, 'last words']
  ])('quotes of a long output %s', (_what, output, quoted) => {
    expect(failureAfter(exited(1), { output }).message).toMatch(new RegExp(`; it said: ${quoted}$`))
  })

  it('says it in one short line', () => {
    const { message } = failureAfter(exited(1), { output: `first\n${'long '.repeat(1000)}` })
    expect(message).not.toContain('\n')
    expect(message.length).toBeLessThan(400)
  })

  const REFUSAL = failureSignIn('Invalid proxy URL in https_proxy: "x" cannot be parsed as a URL.')
  const FAULT = { name: 'https_proxy', keepsAllBack: true }

  it.each([
    ['claude says so', REFUSAL],
    ['claude just ends', null]
  ])('knows that nothing was sent with a proxy variable that keeps all back: %s', (_what, sign) => {
    const failure = failureAfter(exited(0), { sign, mayHaveSent: true, proxyFault: FAULT })
    expect(failure).toMatchObject({
      reason: 'claude-failed',
      tokenUse: 'not-sent',
      message: expect.stringMatching(/a proxy variable|https_proxy does not hold/),
      remedy: expect.stringContaining('Correct the proxy variable')
    })
  })

  it.each([
    ['claude says so', REFUSAL],
    ['claude just ends', null]
  ])('does not know what was sent with one that it cannot use, but another version can: %s', (_what, sign) => {
    const proxyFault = { ...FAULT, keepsAllBack: false }
    const failure = failureAfter(exited(1), { sign, mayHaveSent: true, proxyFault })
    expect(failure).toMatchObject({
      reason: 'not-refreshed',
      tokenUse: 'perhaps-used',
      message: expect.stringMatching(/a proxy variable|https_proxy does not hold/)
    })
  })

  it('believes that nothing was sent for that reason only of a claude that has given up by itself', () => {
    for (const sighting of [{ kind: 'over' }, { kind: 'deadline' }, { kind: 'cancelled' }] as const) {
      expect(failureAfter(sighting, { mayHaveSent: true, proxyFault: FAULT }).tokenUse).toBe('perhaps-used')
    }
  })

  it('takes a line about the exchange for more than a proxy variable', () => {
    const failure = failureAfter(exited(1), { sign: OF_LOST, mayHaveSent: true, proxyFault: FAULT })
    expect(failure).toMatchObject({ reason: 'network', tokenUse: 'perhaps-used' })
  })
})
