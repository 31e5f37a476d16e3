import { truncateSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { readLogin, readGoodLogin } from '../../../src/core/credentials/credentials-file.js'
import { SAVE_AS_UTF8 } from '../../../src/core/credentials/credentials.js'
import { parseObject } from '../../../testing/json-object.js'
import { refusalOf } from '../../../testing/refusal.js'
import { OLD_PAIR, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const MEGABYTE = 1024 * 1024
const at = (file: string) => ({ given: file, real: file })

describe('readLogin', () => {
  it.each([
    ['as the CLI writes it', sampleText()],
    ['with a byte order mark', `\uFEFF${sampleText()}`],
    ['with CRLF line ends', `${JSON.stringify(JSON.parse(sampleText()), null, 2)}\n`.replaceAll('\n', '\r\n')]
  ])('reads a file %s', (_how, text) => {
    using folder = new TempFolder()
    expect(readLogin(at(folder.write('c.json', text)))).toMatchObject(OLD_PAIR)
  })

  it.each([
    ['an empty file', Buffer.alloc(0), /empty/],
    ['NUL bytes', Buffer.alloc(64), /UTF-8/, SAVE_AS_UTF8],
    ['UTF-16 with its mark, little endian', Buffer.from(`\uFEFF${sampleText()}`, 'utf16le'), /UTF-16/, SAVE_AS_UTF8],
    [
      'UTF-16 with its mark, big endian',
      Buffer.from(`\uFEFF${sampleText()}`, 'utf16le').swap16(),
      /UTF-16/,
      SAVE_AS_UTF8
    ],
    ['UTF-16 without a mark', Buffer.from(sampleText(), 'utf16le'), /UTF-8/, SAVE_AS_UTF8],
    ['Latin-1', Buffer.from('{"name":"J\xF6rg"}', 'latin1'), /UTF-8/, SAVE_AS_UTF8],
    ['a bare token', Buffer.from('sk-ant-oat01-test'), /only a token/]
  ])('names the file, the problem and the remedy if it holds %s', (_what, bytes, sentence, toDo = '') => {
    using folder = new TempFolder()
    const file = folder.write('c.json', bytes)
    const { reason, message, remedy } = refusalOf(() => readLogin(at(file)))
    expect(remedy).toContain(toDo)
    expect(reason).toBe('creds-invalid')
    expect(message).toContain(file)
    expect(message).toMatch(sentence)
  })

  it('refuses a file of 30 MB because of its size', () => {
    using folder = new TempFolder()
    const file = folder.write('junk', '')
    truncateSync(file, 30 * MEGABYTE)
    const { reason, message } = refusalOf(() => readLogin(at(file)))
    expect(reason).toBe('creds-invalid')
    expect(message).toContain('larger than 1 MiB')
  })

  it('reads a file of up to 1 MB that also holds other services’ tokens', () => {
    using folder = new TempFolder()
    const document = { ...parseObject(sampleText()), mcpOAuth: 'x'.repeat(MEGABYTE - 1000) }
    expect(readLogin(at(folder.write('c.json', JSON.stringify(document))))).toMatchObject(OLD_PAIR)
  })

  it('distinguishes a missing file from an unreadable one', () => {
    using folder = new TempFolder()
    expect(refusalOf(() => readLogin(at(folder.at('none')))).reason).toBe('creds-not-found')
    expect(refusalOf(() => readLogin(at(folder.path))).reason).toBe('creds-unreadable')
  })
})

describe('readGoodLogin', () => {
  it('returns null for a file without a usable login', () => {
    using folder = new TempFolder()
    const blanked = folder.write('blanked', sampleText({ accessToken: '', refreshToken: '' }))
    expect(readGoodLogin(at(blanked))).toBeNull()
    expect(readGoodLogin(at(folder.write('good', sampleText())))).toMatchObject(OLD_PAIR)
  })

  it('throws if there is no file', () => {
    using folder = new TempFolder()
    expect(refusalOf(() => readGoodLogin(at(folder.at('none')))).reason).toBe('creds-not-found')
  })
})
