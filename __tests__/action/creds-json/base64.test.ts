import { describe, expect, it } from '@jest/globals'
import { base64Start, toBase64, unwrapBase64 } from '../../../src/action/creds-json/base64.js'
import { sampleText } from '../../../testing/sample-login.js'

/** Its plain base64 has `+`, `/` and padding. */
const JSON_TEXT = `{"claudeAiOauth":{"accessToken":"sk-ant-oat01-test-1"},"x":"~~~???>>> é😀 ÷ÿ"}`
const BASE64 = Buffer.from(JSON_TEXT).toString('base64')

describe('unwrapBase64', () => {
  it.each([
    ['in one line', BASE64],
    ['in lines of 76', BASE64.replace(/.{76}/g, '$&\n')],
    ['in lines of 76 with CRLF', BASE64.replace(/.{76}/g, '$&\r\n')],
    ['in the URL-safe alphabet, without padding', Buffer.from(JSON_TEXT).toString('base64url')],
    ['without padding', BASE64.replace(/=+$/, '')],
    ['with a line break at its end', `${BASE64}\n`],
    ['with a byte order mark inside', Buffer.from(`\uFEFF${JSON_TEXT}`).toString('base64')]
  ])('finds the JSON in base64 %s', (_how, text) => {
    expect(BASE64).toMatch(/[+/].*=$/)
    expect(unwrapBase64(text)).toEqual({ json: JSON_TEXT, isBase64: true })
  })

  it.each([
    sampleText(),
    ` ${sampleText()}\n`,
    '1234567890123456',
    'null',
    '"eyJhIjoxfQ=="',
    'sk-ant-oat01-test-1',
    '/home/anna/credentials',
    Buffer.from('{"a":"\xff"}', 'latin1').toString('base64'),
    ''
  ])('returns any text unchanged that is not base64 of a JSON object in UTF-8: %j', text => {
    expect(unwrapBase64(text)).toEqual({ json: text, isBase64: false })
  })
})

describe('toBase64', () => {
  it.each([0, 1, 2])('makes one line that any decoder accepts, strict or not, in either alphabet (%d)', more => {
    const json = JSON_TEXT.replace('test-1', `test-1${'x'.repeat(more)}`)
    const base64 = toBase64(json)
    expect(base64).toMatch(/^[A-Za-z\d]+$/)
    expect(base64.length % 4).toBe(0)
    expect(JSON.parse(Buffer.from(base64, 'base64').toString())).toEqual(JSON.parse(json))
  })
})

describe('base64Start', () => {
  it.each([0, 1, 2])('is the start of the base64 of these credentials, with any stamp or none (%d)', more => {
    const json = JSON_TEXT.replace('test-1', `test-1${'x'.repeat(more)}`)
    const start = base64Start(json)
    for (const text of [json, json.replace(/\}$/, ',"storedAt":"2026-01-31T09:05:07.008Z"}')]) {
      expect(toBase64(text).startsWith(start)).toBe(true)
      expect(toBase64(text).length - start.length).toBeLessThan(64)
    }
  })
})
