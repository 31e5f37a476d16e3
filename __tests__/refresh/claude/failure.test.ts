import { describe, expect, it } from '@jest/globals'
import { failureSignIn } from '../../../src/refresh/claude/failure-signs.js'
import { failureOf, type Evidence } from '../../../src/refresh/claude/failure.js'

const signIn = (message: string) =>
  failureSignIn(`2026-11-23T08:00:00.000Z [ERROR] OAuth refresh failed (expected): ${message}`)

const OF_429 = signIn('Request failed with status code 429')
const OF_NO_DNS = signIn('getaddrinfo EAI_AGAIN platform.claude.com')

const exited = (code: number | null, signal: NodeJS.Signals | null = null, startError: string | null = null) =>
  ({ kind: 'exited', exit: { code, signal, startError }, inExchange: false }) as const

/** The failure that a call which ended so amounts to. */
function failureAfter(
  sighting: Evidence['sighting'],
  { sign = null, output = '' }: Partial<Pick<Evidence, 'sign' | 'output'>> = {}
): ReturnType<typeof failureOf> {
  return failureOf({ sighting, sign, output, program: { path: '/bin/claude', version: '2.1.330' } })
}

describe('failureOf', () => {
  it.each([
    ['blanked tokens', { kind: 'blanked' }, 'login-rejected'],
    ['a part of a pair', { kind: 'part' }, 'not-refreshed'],
    ['an exchange that is over', { kind: 'over' }, 'not-refreshed'],
    ['the deadline', { kind: 'deadline' }, 'timeout'],
    ['a cancel', { kind: 'cancelled' }, 'cancelled'],
    ['an end in peace', exited(0), 'not-refreshed'],
    ['an end in error', exited(1), 'claude-failed'],
    ['a crash', exited(null, 'SIGSEGV'), 'claude-failed'],
    ['a crash in the exchange', { ...exited(null, 'SIGKILL'), inExchange: true }, 'not-refreshed'],
    ['no start', exited(null, null, 'EACCES'), 'claude-failed']
  ] as const)('calls %s by its name where nothing else is known', (_what, sighting, reason) => {
    expect(failureAfter(sighting)).toMatchObject({ reason, isRepeatable: false })
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

  it('says how it ended and what it said last', () => {
    const { message } = failureAfter(exited(3), { output: 'first\n\nlast words' })
    expect(message).toContain('exit status 3')
    expect(message).toContain('last words')
    expect(message).not.toContain('first')
    expect(failureAfter(exited(null, 'SIGSEGV')).message).toContain('SIGSEGV')
    expect(failureAfter(exited(null, null, 'ENOEXEC')).message).toContain('ENOEXEC')
  })

  it('says it in one short line', () => {
    const { message } = failureAfter(exited(1), { output: `first\n${'long '.repeat(1000)}` })
    expect(message).not.toContain('\n')
    expect(message.length).toBeLessThan(400)
  })
})
