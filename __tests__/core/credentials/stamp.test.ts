import { describe, expect, it } from '@jest/globals'
import { stampedJson, storedAtIn, takeStampOff } from '../../../src/core/credentials/stamp.js'
import { parseObject } from '../../../testing/json-object.js'
import { LOGIN, LOGIN_LINE } from '../../action/login-target.js'

const NOW = new Date('2026-01-31T09:05:07.008Z')
const STAMPED = `${LOGIN_LINE.slice(0, -1)},"storedAt":"2026-01-31T09:05:07.008Z"}`

describe('the stamp of stored credentials', () => {
  it('says at the end of one line when they were stored, and can be taken off', () => {
    expect(stampedJson(LOGIN.document, NOW)).toBe(STAMPED)
    expect(takeStampOff(parseObject(STAMPED))).toEqual({ document: LOGIN.document, storedAt: NOW.toISOString() })
    expect(storedAtIn(`${STAMPED}\n`)).toBe(NOW.toISOString())
  })

  it('replaces an older one, or is left out', () => {
    const older = { storedAt: new Date(0).toISOString(), ...LOGIN.document }
    expect(stampedJson(older, NOW)).toBe(STAMPED)
    expect(stampedJson(older, null)).toBe(LOGIN_LINE)
  })

  it.each(['', 'nonsense', '[1]', '"text"', LOGIN_LINE, '{"storedAt":5}'])('is not found in %j', text => {
    expect(storedAtIn(text)).toBeNull()
  })
})
