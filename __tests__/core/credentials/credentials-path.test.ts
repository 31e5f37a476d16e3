import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { absolutePath } from '../../../src/core/credentials/typed-path.js'
import { refusalOf } from '../../../testing/refusal.js'
import { sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

/** The file that a caller's text names. */
const find = (text: string) => findCredentialsFile(absolutePath(text))

let folder: TempFolder
beforeEach(() => {
  folder = new TempFolder()
})
afterEach(() => {
  folder[Symbol.dispose]()
})

describe('the file that a text names', () => {
  it('takes an absolute path as it is', () => {
    const file = folder.write('c.json', '{}')
    expect(find(file)).toEqual({ given: file, real: file })
  })

  it('lets a relative path start at the working directory', () => {
    const file = folder.write('c.json', '{}')
    expect(find(path.relative(process.cwd(), file))).toEqual({ given: file, real: file })
  })

  it('takes a ~ that is not a home for a plain name', () => {
    const file = folder.write('~x/~', '{}')
    expect(find(path.relative(process.cwd(), file)).real).toBe(file)
  })

  it('follows links, of files and of folders, and remembers the name that was given', () => {
    const file = folder.write('real/c.json', '{}')
    symlinkSync('real', folder.at('folder'))
    symlinkSync('folder/c.json', folder.at('link'))
    expect(find(folder.at('link'))).toEqual({ given: folder.at('link'), real: file })
  })

  it.each([
    ['no file', 'none', /no credentials file/],
    ['no folder', 'none/none', /no credentials file/],
    ['a file where a folder should be', 'file/c.json', /no credentials file/],
    ['a link to a file that is gone', 'dangling', /link to a file that does not exist/]
  ])('calls %s not found', (_what, name, sentence) => {
    folder.write('file', '')
    symlinkSync('gone', folder.at('dangling'))
    const { reason, message } = refusalOf(() => find(folder.at(name)))
    expect(reason).toBe('creds-not-found')
    expect(message).toMatch(sentence)
    expect(message).toContain(folder.at(name))
  })

  it('calls a link to itself unreadable', () => {
    symlinkSync('loop', folder.at('loop'))
    expect(refusalOf(() => find(folder.at('loop'))).reason).toBe('creds-unreadable')
  })

  it('points from a folder to the file that may be meant', () => {
    folder.write('.claude/.credentials.json', '')
    const { reason, message } = refusalOf(() => find(folder.at('.claude')))
    expect(reason).toBe('creds-invalid')
    expect(message).toContain(folder.at('.claude', '.credentials.json'))
  })

  it('refuses a FIFO without waiting for its writer, and a device', () => {
    execFileSync('mkfifo', [folder.at('fifo')])
    expect(refusalOf(() => find(folder.at('fifo'))).reason).toBe('creds-invalid')
    expect(refusalOf(() => find('/dev/null')).reason).toBe('creds-invalid')
  })

  it.each([
    ['an empty text', ''],
    ['a NUL character', 'a\0b'],
    ['a name that is too long', 'x'.repeat(5000)],
    ['an access token', 'sk-ant-oat01-test'],
    ['the credentials themselves', sampleText()],
    ['a part of the credentials', '{ claudeAiOauth: x']
  ])('calls %s a wrong argument, and quotes nothing of it', (_what, text) => {
    const { reason, message } = refusalOf(() => find(text))
    expect(reason).toBe('usage')
    expect(message).not.toMatch(/oat01|xxxxx|accessToken/)
  })
})
