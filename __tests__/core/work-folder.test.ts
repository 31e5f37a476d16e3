import { chmodSync, chownSync, lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { WorkFolder } from '../../src/core/work-folder.js'
import { asRoot } from '../../testing/needs.js'
import { refusalOf } from '../../testing/refusal.js'
import { TempFolder } from '../../testing/temp-folder.js'

let folder: TempFolder
let workPath: string
beforeEach(() => {
  folder = new TempFolder()
  folder.write('c.json', '{}')
  workPath = folder.at('c.json.clr')
})
afterEach(() => {
  folder[Symbol.dispose]()
})

function open(): WorkFolder {
  return WorkFolder.open({ given: folder.at('link'), real: folder.at('c.json') })
}

/** Expects that the work folder cannot be opened, and that the message contains this. */
function expectRefused(part: string, work: () => WorkFolder = open): void {
  expect(refusalOf(work)).toMatchObject({ reason: 'creds-not-writable', message: expect.stringContaining(part) })
}

describe('the work folder', () => {
  it('is created beside the real file, closed to other users and ignored by git', () => {
    const work = open()
    expect(work.path).toBe(workPath)
    expect(statSync(workPath).mode & 0o777).toBe(0o700)
    expect(folder.text('c.json.clr/.gitignore')).toBe('*\n')
    expect(work.names()).toEqual([])
  })

  it('is not removed while another run has a file in it', () => {
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

  it('is removed when it is closed empty, and may be closed twice', () => {
    const work = open()
    work.close()
    work.close()
    expect(folder.names()).toEqual(['c.json'])
    expect(work.names()).toEqual([])
  })

  it('is closed to other users if it was open to them', () => {
    mkdirSync(workPath)
    chmodSync(workPath, 0o777)
    open()
    expect(statSync(workPath).mode & 0o777).toBe(0o700)
  })

  it('is refused if there is a file in its place', () => {
    folder.write('c.json.clr', 'precious')
    expectRefused(workPath)
    expect(folder.text('c.json.clr')).toBe('precious')
  })

  it('is refused if there is a link to another folder in its place', () => {
    mkdirSync(folder.at('elsewhere'))
    symlinkSync('elsewhere', workPath)
    expectRefused('')
    expect(folder.names('elsewhere')).toEqual([])
    expect(lstatSync(workPath).isSymbolicLink()).toBe(true)
  })

  it('is named in the message if it cannot be created', () => {
    expectRefused('/proc', () => WorkFolder.open({ given: '/proc/c.json', real: '/proc/c.json' }))
  })

  asRoot.it('is refused if it belongs to another user', () => {
    mkdirSync(workPath)
    chownSync(workPath, 12_345, 54_321)
    expectRefused('12345')
    expect(folder.names('c.json.clr')).toEqual([])
  })
})
