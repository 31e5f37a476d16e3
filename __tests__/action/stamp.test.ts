import { describe, expect, it } from '@jest/globals'
import { readStamp, stampedCredentials } from '../../src/action/stamp.js'
import { LOGIN, LOGIN_LINE } from './login-target.js'

const NOW = new Date('2026-01-31T09:05:07.008Z')

describe('the stamp of stored credentials', () => {
  it('makes them one line that says when they were stored, and comes off again', () => {
    const stored = stampedCredentials(LOGIN.credentialsJson, NOW)
    expect(stored).toBe(`${LOGIN_LINE.slice(0, -1)},"storedAt":"2026-01-31T09:05:07.008Z"}`)
    expect(readStamp(`${stored}\n`)).toEqual({ json: LOGIN_LINE, storedAt: '2026-01-31T09:05:07.008Z' })
  })

  it('takes the place of an older one', () => {
    const twice = stampedCredentials(stampedCredentials(LOGIN_LINE, new Date(0)), NOW)
    expect(readStamp(twice)).toEqual({ json: LOGIN_LINE, storedAt: NOW.toISOString() })
  })

  it.each(['', 'nonsense', '[1]', '"text"'])('leaves %j, which holds no credentials, as it is', text => {
    expect(stampedCredentials(text, NOW)).toBe(text)
    expect(readStamp(text)).toEqual({ json: text, storedAt: null })
  })

  it('is none if it is no text', () => {
    expect(readStamp('{"storedAt":5}').storedAt).toBeNull()
  })
})
