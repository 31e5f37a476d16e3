import { describe, expect, it } from '@jest/globals'
import { lineOf, sentenceOf, type Loss } from '../../../bench/year/loss.js'
import { POINTS, type JobFault, type PlannedJob } from '../../../bench/year/plan.js'
import { MINUTE_MS } from '../../../bench/year/rates.js'

function job(fault: JobFault | null, isOutsideGroup = false): PlannedJob {
  return { index: 12, kind: 'keep-alive', queuedAtMs: 0, lastsMs: 60_000, fault, isOutsideGroup }
}

function loss(how: Loss['how'], fault: JobFault | null, more: Partial<Loss> = {}): Loss {
  return { how, atMs: 0, job: job(fault), wasOverlapped: false, hadOldSecret: false, strandedBy: null, ...more }
}

/** GitHub's API down, once the job has sent its token. */
function downFor(minutes: number): JobFault {
  return { kind: 'github-down', from: 'between check and store', minutes }
}

const DOWN = downFor(90)

describe('the line of a loss', () => {
  const overlap = 'overlap outside the group, on a wiped disk'
  const runnerLost = 'runner lost with its disk before GitHub had the secret'
  const apiDown = "GitHub's API down for longer than the hour that the action tries"

  it.each([
    ['a job outside the group', loss('revoked', null, { job: job(null, true) }), overlap],
    ['a job that another one overtook', loss('revoked', null, { wasOverlapped: true }), overlap],
    ['a job at the same moment', loss('revoked', { kind: 'overlap' }), overlap],
    ['a lost answer', loss('gone', { kind: 'lost-answer' }), 'answer lost on the way'],
    ["GitHub's API down", loss('gone', DOWN), apiDown],
    ["GitHub's API down, then another job", loss('revoked', null, { strandedBy: job(DOWN) }), apiDown],
    ['no fault', loss('revoked', null), 'anything else'],
    ['a cancelled job', loss('gone', { kind: 'cancel', point: 'with the answer on its way' }), 'anything else'],
    ['a false alarm', loss('false alarm', { kind: 'lost-answer' }), 'anything else'],
    ['a session', loss('revoked', { kind: 'session' }), 'anything else']
  ])('on a wiped disk, after %s', (_, lost, line) => {
    expect(lineOf(lost, 'wiped')).toBe(line)
  })

  it.each([
    [1, 1, 'anything else'],
    [61, 1, 'anything else'],
    [63, 1, apiDown],
    [90, 1, apiDown],
    [90, 30, 'anything else'],
    [92, 30, apiDown]
  ])("after %d minutes without GitHub's API, in a job of %d minutes: %s", (minutes, lastsMinutes, line) => {
    const lasting = { ...job(downFor(minutes)), lastsMs: lastsMinutes * MINUTE_MS }
    expect(lineOf(loss('gone', null, { job: lasting }), 'wiped')).toBe(line)
    expect(lineOf(loss('revoked', null, { strandedBy: lasting }), 'wiped')).toBe(line)
  })

  it("after GitHub's API was down before the job, since that can be seen before the token is sent", () => {
    const before: JobFault = { kind: 'github-down', from: 'before the job', minutes: 300 }
    expect(lineOf(loss('gone', before), 'wiped')).toBe('anything else')
  })

  it.each(POINTS)('on a wiped disk, if the runner is lost %s', point => {
    const expected = new Map([
      ['with the token sent', 'answer lost on the way'],
      ['with the answer on its way', 'answer lost on the way'],
      ["with the new pair on the runner's disk", runnerLost],
      ['with the file written back', runnerLost]
    ])
    expect(lineOf(loss('gone', { kind: 'kill', point }), 'wiped')).toBe(expected.get(point) ?? 'anything else')
  })

  it.each([
    ['a lost answer', loss('gone', { kind: 'lost-answer' }), 'answer lost on the way'],
    [
      'a runner that is lost before the answer',
      loss('gone', { kind: 'kill', point: 'with the token sent' }),
      'answer lost on the way'
    ],
    [
      'a runner that is lost later',
      loss('gone', { kind: 'kill', point: 'with the file written back' }),
      'anything else'
    ],
    ['an overlap', loss('revoked', { kind: 'overlap' }), 'anything else'],
    ["GitHub's API down", loss('gone', DOWN), 'anything else']
  ])('on a kept disk, after %s', (_, lost, line) => {
    expect(lineOf(lost, 'kept')).toBe(line)
  })
})

describe('the sentence about a loss', () => {
  it('names the job, its fault, and what was lost', () => {
    expect(sentenceOf(loss('gone', { kind: 'kill', point: 'with the file written back' }))).toBe(
      'job 12 (keep-alive): runner lost with the file written back, and nothing that outlives it has the new tokens'
    )
  })

  it('names the earlier job whose tokens were not stored', () => {
    expect(sentenceOf(loss('revoked', null, { strandedBy: job(DOWN) }))).toBe(
      'job 12 (keep-alive): no fault, and the endpoint got a used token, so it revoked the login; since job 12 (keep-alive) ' +
        "(GitHub's API down between check and store, for 90 minutes) only a person could get the new one"
    )
  })
})

it('is not put down to an overlap if an earlier job had already lost the new tokens', () => {
  const strandedBy = job({ kind: 'cancel', point: 'with the file written back' })
  expect(lineOf(loss('revoked', null, { job: job(null, true), strandedBy }), 'wiped')).toBe('anything else')
})
