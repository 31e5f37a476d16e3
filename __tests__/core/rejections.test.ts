import { mkdirSync, rmSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import {
  forgetOtherRejection,
  readRejection,
  refuseRejected,
  rememberRejection,
  type Rejection
} from '../../src/core/rejections.js'
import { WorkFolder } from '../../src/core/work-folder.js'
import { NEW_PAIR, OLD_PAIR } from '../../testing/sample-login.js'
import { refusalOf } from '../../testing/refusal.js'
import { TempFolder } from '../../testing/temp-folder.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const NOW_MS = Date.UTC(2026, 10, 26, 12, 0, 30)

const MESSAGE = 'the login was rejected'
const PAIR = fingerprint(OLD_PAIR)
const RECORD = { pair: PAIR, message: MESSAGE, firstAtMs: NOW_MS, lastAtMs: NOW_MS, count: 1 }

let temp: TempFolder
let folder: WorkFolder
beforeEach(() => {
  temp = new TempFolder()
  temp.write('c.json', '{}')
  folder = WorkFolder.open({ given: temp.at('c.json'), real: temp.at('c.json') })
})
afterEach(() => {
  temp[Symbol.dispose]()
})

const write = (record: object): string => temp.write('c.json.clr/rejection.json', JSON.stringify(record))
const read = (nowMs = NOW_MS): Rejection | null => readRejection(folder, OLD_PAIR, nowMs)
const reject = (nowMs: number, message = MESSAGE): void => {
  rememberRejection(folder, { pair: PAIR, message }, nowMs)
}

/** The time of the next try, in milliseconds from the last rejection, after this many rejections, each at the first allowed moment. */
function waitAfter(rejections: number): number {
  let nowMs = NOW_MS
  for (let count = 1; count < rejections; count += 1) {
    reject(nowMs)
    nowMs = read(nowMs)?.nextTryAtMs ?? Number.NaN
  }
  reject(nowMs)
  return (read(nowMs)?.nextTryAtMs ?? Number.NaN) - nowMs
}

describe('a rejected pair', () => {
  it('is remembered by its fingerprint, in a file of mode 600 without any token', () => {
    reject(NOW_MS)
    expect(read()).toEqual({
      message: MESSAGE,
      firstAtMs: NOW_MS,
      lastAtMs: NOW_MS,
      count: 1,
      nextTryAtMs: NOW_MS + HOUR_MS
    })
    expect(statSync(folder.at('rejection.json')).mode & 0o777).toBe(0o600)
    expect(folder.names()).toEqual(['rejection.json'])
    expect(temp.text('c.json.clr/rejection.json')).not.toMatch(/sk-ant|01-test/)
  })

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 16],
    [6, 24],
    [9, 24]
  ])('after %d rejections is not sent again for %d h', (rejections, hours) => {
    expect(waitAfter(rejections)).toBe(hours * HOUR_MS)
  })

  it('keeps the first time and the first message at a further rejection', () => {
    reject(NOW_MS)
    const laterMs = NOW_MS + 2 * HOUR_MS
    reject(laterMs, 'another message')
    expect(read(laterMs)).toMatchObject({ message: MESSAGE, firstAtMs: NOW_MS, lastAtMs: laterMs, count: 2 })
  })

  it('is not counted twice if its run was killed after it wrote the record: nobody can have sent it since', () => {
    reject(NOW_MS)
    reject(NOW_MS + 1000)
    expect(read()).toMatchObject({ count: 1, lastAtMs: NOW_MS })
  })

  it('replaces the record of another pair', () => {
    rememberRejection(folder, { pair: fingerprint(NEW_PAIR), message: 'other' }, NOW_MS - HOUR_MS)
    reject(NOW_MS)
    expect(read()).toMatchObject({ message: MESSAGE, firstAtMs: NOW_MS, count: 1 })
    expect(readRejection(folder, NEW_PAIR, NOW_MS)).toBeNull()
  })

  it('is only not remembered if the record cannot be written', () => {
    rmSync(folder.path, { recursive: true })
    expect(() => {
      reject(NOW_MS)
    }).not.toThrow()
    expect(read()).toBeNull()
  })
})

describe('a record', () => {
  it.each([
    ['another pair', { pair: fingerprint(NEW_PAIR) }],
    ['no message', { message: '' }],
    ['a message that is not a text', { message: 5 }],
    ['a time as a text', { lastAtMs: '2026-11-26' }],
    ['a negative time', { firstAtMs: -1 }],
    ['a time beyond all dates', { lastAtMs: 1e300 }],
    ['no time', { firstAtMs: undefined }],
    ['no rejections', { count: 0 }],
    ['half a rejection', { count: 1.5 }],
    ['too large a message', { message: 'x'.repeat(5000) }]
  ])('with %s counts as none', (_what, changes) => {
    write({ ...RECORD, ...changes })
    expect(read()).toBeNull()
  })

  it.each(['', '{"pair":', 'null', '[]'])('that is cut short or something else counts as none: %j', text => {
    temp.write('c.json.clr/rejection.json', text)
    expect(read()).toBeNull()
  })

  it('counts as none if there is a folder in its place', () => {
    mkdirSync(folder.at('rejection.json'))
    expect(read()).toBeNull()
  })

  it('never shows a token, even if somebody wrote one into it', () => {
    write({ ...RECORD, message: 'sk-ant-ort01-test-old\nsecond line' })
    expect(read()?.message).toMatch(/^\*\*\*.second line$/u)
  })

  it.each([
    ['a huge number of rejections', { count: Number.MAX_SAFE_INTEGER }, DAY_MS],
    ['a clock that is a few hours back since then', { lastAtMs: NOW_MS + 5 * HOUR_MS }, 6 * HOUR_MS],
    ['a clock that was years ahead', { lastAtMs: NOW_MS + 5 * 365 * DAY_MS }, 0],
    ['a clock that was a day ahead', { lastAtMs: NOW_MS + DAY_MS }, 0],
    ['the last time of all dates', { lastAtMs: 8.64e15 }, 0]
  ])('with %s never blocks for longer than a day', (_what, changes, blockedMs) => {
    write({ ...RECORD, ...changes })
    expect((read()?.nextTryAtMs ?? Number.NaN) - NOW_MS).toBe(blockedMs)
  })

  it('of a clock that was years ahead is corrected by the next rejection', () => {
    const wrongMs = NOW_MS + 365 * DAY_MS
    write({ ...RECORD, firstAtMs: wrongMs, lastAtMs: wrongMs })
    reject(NOW_MS)
    expect(read()).toMatchObject({ firstAtMs: NOW_MS, lastAtMs: NOW_MS, nextTryAtMs: NOW_MS + 2 * HOUR_MS })
  })

  it.each([
    ['is removed', 'another pair', NEW_PAIR, []],
    ['stays', 'the same pair', OLD_PAIR, ['rejection.json']]
  ])('%s if the file has %s', (_does, _what, pair, names) => {
    reject(NOW_MS)
    forgetOtherRejection(folder, pair)
    expect(folder.names()).toEqual(names)
  })

  it('is removed if it makes no sense', () => {
    temp.write('c.json.clr/rejection.json', '{')
    forgetOtherRejection(folder, OLD_PAIR)
    expect(folder.names()).toEqual([])
  })
})

describe('a run with a rejected pair', () => {
  it('is refused with the first message, since when, when the token is sent again, and that it was not sent', () => {
    reject(NOW_MS)
    const refusal = refusalOf(() => {
      refuseRejected(folder, OLD_PAIR, NOW_MS + 20 * MINUTE_MS)
    })
    expect(refusal).toEqual({
      reason: 'login-rejected',
      remedy: expect.stringContaining('rejection.json'),
      message: `${MESSAGE}; rejected since 2026-11-26 12:00 UTC (20 min ago); this run did not use the refresh token, and no run tries it again before 2026-11-26 13:01 UTC (in 40 min)`
    })
  })

  it('is told how often, if that is more than once', () => {
    write({ ...RECORD, count: 3 })
    const refusal = refusalOf(() => {
      refuseRejected(folder, OLD_PAIR, NOW_MS + HOUR_MS)
    })
    expect(refusal.message).toContain('rejected since 2026-11-26 12:00 UTC (1 h ago), 3 times so far; ')
  })

  it.each([
    ['the wait is over', OLD_PAIR, NOW_MS + HOUR_MS],
    ['the file has another pair', NEW_PAIR, NOW_MS]
  ])('is not refused if %s', (_what, pair, nowMs) => {
    reject(NOW_MS)
    expect(() => {
      refuseRejected(folder, pair, nowMs)
    }).not.toThrow()
  })
})
