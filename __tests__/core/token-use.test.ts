import { describe, expect, it } from '@jest/globals'
import { allReasons, NOT_SENT, outcomeOf, RefreshError } from '../../src/core/reasons.js'
import { afterTries, withoutPair, worseOf } from '../../src/core/token-use.js'

const NOT_USED_UP = /(?:did not use the refresh token|the refresh token was not used up)$/
const MAY_BE_LOST = /the login may be lost/

describe('the error of a run without a new pair', () => {
  it.each([
    ['not-sent', NOT_USED_UP],
    ['not-used', NOT_USED_UP],
    ['perhaps-used', MAY_BE_LOST]
  ] as const)('says whether the login may be lost if the token was %s', (tokenUse, expected) => {
    for (const reason of allReasons()) {
      const { message } = withoutPair({ reason, message: 'why', tokenUse })
      expect(message).toMatch(/^why; /)
      expect([NOT_USED_UP, MAY_BE_LOST].filter(sentence => sentence.test(message))).toEqual([expected])
    }
  })

  it('has an unchanged message if the login was rejected', () => {
    expect(withoutPair({ reason: 'login-rejected', message: 'why', tokenUse: 'rejected' }).message).toBe('why')
  })

  it('has the remedy for a lost login only if the token may have been used up', () => {
    const remedyAfter = (tokenUse: 'not-sent' | 'not-used' | 'perhaps-used') =>
      withoutPair({ reason: 'timeout', message: 'why', tokenUse }).remedy
    expect(remedyAfter('not-sent')).toBe(outcomeOf('timeout').remedy)
    expect(remedyAfter('not-used')).toBe(outcomeOf('timeout').remedy)
    expect(remedyAfter('perhaps-used')).toMatch(
      /^Run it again.* If the next run ends with `login-rejected`, .*sign in again with `clr login`\.$/
    )
  })
})

describe('worseOf', () => {
  it('never forgets that a token may have been used up', () => {
    expect(worseOf('not-used', 'not-sent')).toBe('not-used')
    expect(worseOf('not-sent', 'perhaps-used')).toBe('perhaps-used')
    expect(worseOf('perhaps-used', 'not-used')).toBe('perhaps-used')
  })
})

describe('an error of a later try', () => {
  const full = new RefreshError('creds-not-writable', 'no room', `Free some disk space. ${NOT_SENT}`)

  it('does not say that the token was not sent if an earlier try sent it', () => {
    expect(afterTries(full, 'not-used')).toMatchObject({
      reason: 'creds-not-writable',
      message: expect.stringMatching(/^no room; the refresh token was not used up$/),
      remedy: 'Free some disk space.'
    })
  })

  it('is unchanged if no try sent the token, or if it does not mention that', () => {
    const other = new RefreshError('not-refreshed', 'cannot read the HOME')
    expect([afterTries(full, 'not-sent'), afterTries(other, 'not-used')]).toEqual([full, other])
  })
})
