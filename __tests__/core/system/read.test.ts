import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { namesIn, readRegularFile, readTextOrEmpty, readTextIfExists } from '../../../src/core/system/read.js'
import { errorCode } from '../../../src/core/system/system-error.js'
import { TempFolder } from '../../../testing/temp-folder.js'

/** The code of the error that a call throws; null if it throws none. */
function failureOf(call: () => unknown): string | null {
  try {
    call()
    return null
  } catch (error) {
    return errorCode(error)
  }
}

describe('reading a file', () => {
  it('returns its text, and null only if there is no file', () => {
    using temp = new TempFolder()
    const file = temp.write('file', 'text')
    expect([file, temp.at('none'), `${file}/below`].map(readTextIfExists)).toEqual(['text', null, null])
  })

  it('refuses a folder, a pipe without waiting, and a link', () => {
    using temp = new TempFolder()
    temp.write('file', 'text')
    execFileSync('mkfifo', [temp.at('pipe')])
    symlinkSync('file', temp.at('link'))
    const failures = ['.', 'pipe', 'link'].map(name => failureOf(() => readTextIfExists(temp.at(name))))
    expect(failures).toEqual(['not a regular file', 'not a regular file', 'ELOOP'])
    expect(readTextOrEmpty(temp.at('link'))).toBe('')
  })

  it('refuses a file that is larger than allowed', () => {
    using temp = new TempFolder()
    const file = temp.write('file', 'text')
    expect([failureOf(() => readRegularFile(file, 3)), failureOf(() => readRegularFile(file, 4))]).toEqual([
      'EFBIG',
      null
    ])
  })

  it('distinguishes a missing folder from one that can’t be read', () => {
    using temp = new TempFolder()
    symlinkSync('loop', temp.at('loop'))
    expect(namesIn(temp.at('none'))).toEqual([])
    expect(failureOf(() => namesIn(temp.at('loop')))).toBe('ELOOP')
  })
})
