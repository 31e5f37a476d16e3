import { describe, expect, it } from '@jest/globals'
import { parseLabel } from '../../../src/action/notice/label.js'

describe('the label of a login', () => {
  it.each(['claude-login', 'Claude: the team’s login', 'x'.repeat(50), '🔑'.repeat(50)])('is its name: %s', login => {
    expect(parseLabel(login)).toBe(login)
  })

  it('has at most 50 characters, and differs for two long names that begin alike', () => {
    const [one, other] = [parseLabel(`${'x'.repeat(60)}a`), parseLabel(`${'x'.repeat(60)}b`)]
    expect(one).toMatch(/^x{41}-[\da-f]{8}$/)
    expect(other).toMatch(/^x{41}-[\da-f]{8}$/)
    expect(one).not.toBe(other)
  })

  it('is not cut within a character', () => {
    expect(parseLabel('🔑'.repeat(60))).toMatch(/^(🔑){41}-[\da-f]{8}$/u)
  })

  it.each(['a,b', 'a\nb', 'a\u0000b'])('cannot be %j', login => {
    expect(() => parseLabel(login)).toThrow(/^login must be a name on one line, without a comma, got /)
  })

  it('cannot be a token, and the message does not show it', () => {
    expect(() => parseLabel('sk-ant-oat01-test-access')).toThrow(
      /^login must be a name for the login, and this looks like a token$/
    )
  })
})
