import { chmodSync, chownSync, lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { WorkFolder } from '../../src/core/work-folder.js'
import { asRoot } from '../../testing/needs.js'
import { refusalOf } from '../../testing/refusal.js'
import { TempFolder } from '../../testing/temp-folder.js'

let folder: TempFolder
beforeEach(() => {
  folder = new TempFolder()
  folder.write('c.json', '{}')
})
afterEach(() => {
  folder[Symbol.dispose]()
})

function open(): WorkFolder {
  return WorkFolder.open({ given: folder.at('link'), real: folder.at('c.json') })
}

describe('WorkFolder', () => {
  it('lies beside the real file, is closed to others and hidden from git', () => {
    const work = open()
    expect(work.path).toBe(folder.at('c.json.clr'))
    expect(statSync(work.path).mode & 0o777).toBe(0o700)
    expect(folder.text('c.json.clr/.gitignore')).toBe('*\n')
    expect(work.names()).toEqual([])
  })

  it('goes away with whoever needed it last', () => {
    const [one, two] = [open(), open()]
    folder.write('c.json.clr/lock', '')
    one.close()
    expect(two.names()).toEqual(['lock'])
    expect(folder.names('c.json.clr')).toEqual(['.gitignore', 'lock'])
    const three = open()
    expect(() => {
      chmodSync(three.at('lock'), 0o600)
    }).not.toThrow()
  })

  it('is gone once it is empty, however often it is closed', () => {
    const work = open()
    work.close()
    work.close()
    expect(folder.names()).toEqual(['c.json'])
    expect(work.names()).toEqual([])
  })

  it('closes to others a folder of ours that was open to them', () => {
    mkdirSync(folder.at('c.json.clr'))
    chmodSync(folder.at('c.json.clr'), 0o777)
    open()
    expect(statSync(folder.at('c.json.clr')).mode & 0o777).toBe(0o700)
  })

  it('refuses a file that stands in its place', () => {
    folder.write('c.json.clr', 'precious')
    const { reason, message } = refusalOf(open)
    expect(reason).toBe('creds-not-writable')
    expect(message).toContain(folder.at('c.json.clr'))
    expect(folder.text('c.json.clr')).toBe('precious')
  })

  it('refuses a link to a folder: what lies there is not ours', () => {
    mkdirSync(folder.at('elsewhere'))
    symlinkSync('elsewhere', folder.at('c.json.clr'))
    expect(refusalOf(open).reason).toBe('creds-not-writable')
    expect(folder.names('elsewhere')).toEqual([])
    expect(lstatSync(folder.at('c.json.clr')).isSymbolicLink()).toBe(true)
  })

  it('says which folder cannot be written', () => {
    const { reason, message } = refusalOf(() => WorkFolder.open({ given: '/proc/c.json', real: '/proc/c.json' }))
    expect(reason).toBe('creds-not-writable')
    expect(message).toContain('/proc')
  })

  asRoot.it('refuses a folder of another user', () => {
    mkdirSync(folder.at('c.json.clr'))
    chownSync(folder.at('c.json.clr'), 12_345, 54_321)
    const { reason, message } = refusalOf(open)
    expect(reason).toBe('creds-not-writable')
    expect(message).toContain('12345')
    expect(folder.names('c.json.clr')).toEqual([])
  })
})
