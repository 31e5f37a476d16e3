import { existsSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { writeToDisk } from '../../../src/core/system/sync.js'
import { TempFolder } from '../../../testing/temp-folder.js'

describe('writeToDisk', () => {
  it('makes a file that only its owner can read', () => {
    using temp = new TempFolder()
    writeToDisk(temp.at('new'), 'text')
    expect([temp.text('new'), statSync(temp.at('new')).mode & 0o777]).toEqual(['text', 0o600])
  })

  it('never overwrites a file', () => {
    using temp = new TempFolder()
    const file = temp.write('there', 'a rescued pair')
    expect(() => {
      writeToDisk(file, 'another')
    }).toThrow(/EEXIST/)
    expect(temp.text('there')).toBe('a rescued pair')
  })

  it('never writes through a link', () => {
    using temp = new TempFolder()
    symlinkSync(temp.at('elsewhere'), temp.at('link'))
    expect(() => {
      writeToDisk(temp.at('link'), 'text')
    }).toThrow(/EEXIST/)
    expect(existsSync(temp.at('elsewhere'))).toBe(false)
  })
})
