import { describe, expect, it } from '@jest/globals'
import { allReasons, outcomeOf } from '../../../src/core/reasons.js'
import { isSameTrouble, judge, type LoginRun } from '../../../src/action/notice/situation.js'

const END_MS = Date.UTC(2026, 11, 24, 8)
const RUN: LoginRun = { result: 'success', reason: 'refreshed', loginExpiresAtMs: END_MS, isEndingSoon: false }
const judged = (changes: Partial<LoginRun>): unknown => judge({ ...RUN, ...changes })
const trouble = (reason: string, isEndingSoon = false): unknown => ({
  kind: 'trouble',
  trouble: { reason, loginExpiresAtMs: END_MS, isEndingSoon }
})

describe('a successful job', () => {
  it.each(['refreshed', 'recovered'])('means that all is well after %s', reason => {
    expect(judged({ reason })).toEqual({ kind: 'well' })
  })

  it.each(['still-valid', 'ready', 'stored', 'a-newer-reason', ''])('says nothing new after %j', reason => {
    expect(judged({ reason })).toEqual({ kind: 'unclear' })
  })

  it.each(['refreshed', 'recovered', 'still-valid', ''])('is a trouble after %j if the login ends soon', reason => {
    expect(judged({ reason, isEndingSoon: true })).toEqual(trouble('login-ends-soon', true))
  })

  it('says nothing after a dry run, whatever the date', () => {
    expect(judged({ reason: 'ready', isEndingSoon: true })).toEqual({ kind: 'unclear' })
  })

  it('is a trouble after every reason that is a failure: its step may have continue-on-error', () => {
    const failures = allReasons().filter(reason => outcomeOf(reason).exitCode !== 0)
    expect(failures.map(reason => judged({ reason }))).toEqual(failures.map(reason => trouble(reason)))
  })
})

describe('a job that failed or was cancelled', () => {
  it.each(['failure', 'cancelled'] as const)('is a trouble with the reason of the refresh: %s', result => {
    expect(judged({ result, reason: 'network' })).toEqual(trouble('network'))
    expect(judged({ result, reason: 'refreshed' })).toEqual(trouble('refreshed'))
    expect(judged({ result, reason: 'network', isEndingSoon: true })).toEqual(trouble('network', true))
  })

  it('is a trouble without a reason, too', () => {
    expect(judged({ result: 'cancelled', reason: '' })).toEqual(trouble('cancelled'))
    expect(judged({ result: 'failure', reason: '' })).toEqual(trouble('none'))
  })

  it('says nothing after a dry run that found all well', () => {
    expect(judged({ result: 'failure', reason: 'ready' })).toEqual({ kind: 'unclear' })
  })
})

it('a job that was skipped says nothing', () => {
  expect(judged({ result: 'skipped', reason: '', isEndingSoon: true })).toEqual({ kind: 'unclear' })
})

describe('two troubles', () => {
  const known = { reason: 'network', loginExpiresAtMs: END_MS, isEndingSoon: false }

  it.each([
    ['with the same date', END_MS],
    ['with a date an hour later', END_MS + 3_600_000],
    ['with a date an hour earlier', END_MS - 3_600_000],
    ['of which the second has no date', null]
  ])('%s and the same reason are the same', (_title, loginExpiresAtMs) => {
    expect(isSameTrouble(known, { ...known, loginExpiresAtMs })).toBe(true)
  })

  it.each([
    ['with another reason', known, { ...known, reason: 'timeout' }],
    ['with a date more than an hour later', known, { ...known, loginExpiresAtMs: END_MS + 3_600_001 }],
    ['of which only the second has a date', { ...known, loginExpiresAtMs: null }, known],
    ['of which only at the second the end is near', known, { ...known, isEndingSoon: true }]
  ])('%s differ', (_title, before, now) => {
    expect(isSameTrouble(before, now)).toBe(false)
  })

  it('are the same if the second run does not know that the end is near', () => {
    expect(isSameTrouble({ ...known, isEndingSoon: true }, known)).toBe(true)
  })
})
