import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { absolutePath } from '../../../src/core/credentials/typed-path.js'
import { refusalOf } from '../../../testing/refusal.js'
import { sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

/** The file named by a user's text. */
const find = (text: string) => findCredentialsFile(absolutePath(text))

let folder: TempFolder
beforeEach(() => {
  folder = new TempFolder()
})
afterEach(() => {
  folder[Symbol.dispose]()
})

describe('finding a credentials file', () => {
  it('uses an absolute path unchanged', () => {
    const file = folder.write('c.json', '{}')
    expect(find(file)).toEqual({ given: file, real: file })
  })

  it('resolves a relative path from the working directory', () => {
    const file = folder.write('c.json', '{}')
    expect(find(path.relative(process.cwd(), file))).toEqual({ given: file, real: file })
  })

  it('treats a ~ that is not a home folder as part of a name', () => {
    const file = folder.write('~x/~', '{}')
    expect(find(path.relative(process.cwd(), file)).real).toBe(file)
  })

  it('follows links to files and to folders, and keeps the path that was given', () => {
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
  ])('reports %s as not found', (_what, name, sentence) => {
    folder.write('file', '')
    symlinkSync('gone', folder.at('dangling'))
    const { reason, message } = refusalOf(() => find(folder.at(name)))
    expect(reason).toBe('creds-not-found')
    expect(message).toMatch(sentence)
    expect(message).toContain(folder.at(name))
  })

  it('reports a link to itself as unreadable', () => {
    symlinkSync('loop', folder.at('loop'))
    expect(refusalOf(() => find(folder.at('loop'))).reason).toBe('creds-unreadable')
  })

  it('suggests the credentials file inside a folder', () => {
    folder.write('.claude/.credentials.json', '')
    const remedy = expect.stringContaining(folder.at('.claude', '.credentials.json'))
    expect(() => find(folder.at('.claude'))).toThrow(expect.objectContaining({ reason: 'creds-invalid', remedy }))
  })

  it('refuses a FIFO, without waiting for a writer, and a device', () => {
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
  ])('reports %s as a usage error, and does not quote it', (_what, text) => {
    const { reason, message } = refusalOf(() => find(text))
    expect(reason).toBe('usage')
    expect(message).not.toMatch(/oat01|xxxxx|accessToken/)
  })
})
