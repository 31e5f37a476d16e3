import { describe, expect, it } from '@jest/globals'
import { errorCode, explain } from '../../../src/refresh/system/system-error.js'

describe('errorCode', () => {
  it('is the code of a failed system call, and never a text that could quote content', () => {
    expect(errorCode(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBe('ENOENT')
    for (const error of [new Error('secret'), 'secret', null, undefined, { code: 5 }]) {
      expect(errorCode(error)).toBe('unknown error')
    }
  })
})

describe('explain', () => {
  it.each(['EACCES', 'EDQUOT', 'ENOSPC', 'EPERM', 'EROFS'])('says what %s means, and names it', code => {
    expect(explain({ code })).toMatch(new RegExp(`^[a-z].* \\(${code}\\)$`))
  })

  it('names what it cannot explain', () => {
    expect(explain({ code: 'EWHATEVER' })).toBe('EWHATEVER')
  })
})
