import { chmodSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { makeFile, makeFoldersFor } from '../../../src/core/write-back/new-file.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { asOrdinaryUser } from '../../../testing/needs.js'
import { refusalOf } from '../../../testing/refusal.js'
import { sampleCredentials } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const { document } = sampleCredentials()
const modeOf = (entry: string): number => statSync(entry).mode & 0o7777

/** Creates a credentials file at this path, with the folders above it. */
function make(given: string): boolean {
  const file = makeFoldersFor(given)
  return makeFile({ file, folder: WorkFolder.open(file) }, document)
}

describe('a new credentials file', () => {
  it('has mode 600, in new folders with mode 700, and nothing else is left beside it', () => {
    using temp = new TempFolder()
    expect(make(temp.at('a/b/c.json'))).toBe(true)
    expect(JSON.parse(temp.text('a/b/c.json'))).toEqual(document)
    expect(['a/b/c.json', 'a/b', 'a'].map(entry => modeOf(temp.at(entry)))).toEqual([0o600, 0o700, 0o700])
    expect(temp.names('a/b/c.json.clr')).toEqual(['.gitignore'])
  })

  it('is created in the folder to which a link points', () => {
    using temp = new TempFolder()
    makeFoldersFor(temp.at('real/c.json'))
    symlinkSync('real', temp.at('link'))
    expect(makeFoldersFor(temp.at('link/c.json'))).toEqual({
      given: temp.at('link/c.json'),
      real: temp.at('real/c.json')
    })
  })

  it('never replaces an existing file', () => {
    using temp = new TempFolder()
    temp.write('c.json', 'precious')
    expect(make(temp.at('c.json'))).toBe(false)
    expect(temp.text('c.json')).toBe('precious')
    expect([temp.names(), temp.names('c.json.clr')]).toEqual([['c.json', 'c.json.clr'], ['.gitignore']])
  })

  it('never replaces or follows an existing link', () => {
    using temp = new TempFolder()
    symlinkSync('nowhere', temp.at('c.json'))
    expect(make(temp.at('c.json'))).toBe(false)
    expect([temp.names(), temp.names('c.json.clr')]).toEqual([['c.json', 'c.json.clr'], ['.gitignore']])
  })

  it('fails if its folder cannot be created', () => {
    using temp = new TempFolder()
    temp.write('file', '')
    expect(refusalOf(() => makeFoldersFor(temp.at('file/b/c.json')))).toMatchObject({
      reason: 'creds-not-writable',
      message: expect.stringContaining(`cannot create the folder ${temp.at('file/b')}`)
    })
  })

  asOrdinaryUser.it('fails if it cannot be written, and leaves nothing behind', () => {
    using temp = new TempFolder()
    const file = makeFoldersFor(temp.at('a/c.json'))
    const folder = WorkFolder.open(file)
    chmodSync(temp.at('a'), 0o500)
    try {
      expect(refusalOf(() => makeFile({ file, folder }, document)).reason).toBe('creds-not-writable')
      expect(folder.names()).toEqual([])
    } finally {
      chmodSync(temp.at('a'), 0o700)
    }
  })
})
