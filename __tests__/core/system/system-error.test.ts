import { describe, expect, it } from '@jest/globals'
import { errorCode, explainSystemError, remedyFor } from '../../../src/core/system/system-error.js'

describe('errorCode', () => {
  it('is the code of a failed system call, never a text that could quote content', () => {
    expect(errorCode(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBe('ENOENT')
    for (const error of [new Error('secret'), 'secret', null, undefined, { code: 5 }]) {
      expect(errorCode(error)).toBe('unknown error')
    }
  })
})

const KNOWN = [
  'EIO',
  'ELOOP',
  'EMFILE',
  'ENAMETOOLONG',
  'ENFILE',
  'ENOSPC',
  'EDQUOT',
  'EPERM',
  'EROFS',
  'ESTALE',
  'ENOTCONN'
]

describe('explainSystemError', () => {
  it.each(['EACCES', 'ENOTDIR', 'EISDIR', 'EINVAL', ...KNOWN])('says what %s means, and names the code', code => {
    expect(explainSystemError({ code })).toMatch(new RegExp(`^[a-z].* \\(${code}\\)$`))
  })

  it.each(['EWHATEVER', 'toString'])('returns only the code if it has no explanation: %s', code => {
    expect(explainSystemError({ code })).toBe(code)
  })
})

describe('remedyFor', () => {
  it.each(KNOWN)('says what to do about %s, and that nothing was spent', code => {
    expect(remedyFor({ code })).toMatch(/^[A-Z`].*\. This run did not use the refresh token\.$/)
  })

  it.each(['EACCES', 'EWHATEVER'])('leaves the remedy for %s to the reason', code => {
    expect(remedyFor({ code })).toBeUndefined()
  })
})
