import { describe, expect, it } from '@jest/globals'
import { toBase64 } from '../../../src/action/creds-json/base64.js'
import { masksFor } from '../../../src/action/output/masks.js'
import { stampedJson } from '../../../src/core/credentials/stamp.js'
import { lookAt } from '../../../src/action/seen-credentials.js'
import { parseObject } from '../../../testing/json-object.js'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('masksFor', () => {
  it('masks old and new secrets and the file as one line, plain and inside a JSON string, and base64 of the file', () => {
    const before = lookAt('{"token": "test-old-1"}')
    const after = lookAt('{"token": "test-new\\\\1"}')
    expect(masksFor([before, after])).toEqual([
      'test-old-1',
      '{"token":"test-old-1"}',
      '{\\"token\\":\\"test-old-1\\"}',
      base64('{"token":"test-old-1"'),
      'test-new\\1',
      'test-new\\\\1',
      '{"token":"test-new\\\\1"}',
      '{\\"token\\":\\"test-new\\\\\\\\1\\"}',
      base64('{"token":"test-new\\\\1') // whole groups of three bytes
    ])
  })

  it('masks the start of the file’s base64, which stays the same when the stamp is renewed', () => {
    const stamped = '{"storedAt":"2026-11-23T08:00:00.000Z","claudeAiOauth":{"accessToken":"test-token-1"},"x":1}'
    const stored = toBase64(stampedJson(parseObject(stamped), new Date()))
    const start = masksFor([lookAt(stamped)]).find(mask => stored.startsWith(mask)) ?? ''
    expect(stored.length - start.length).toBeLessThan(64)
  })

  it('never masks a text of many lines, whose lines a runner would mask one by one', () => {
    const pretty = JSON.stringify({ a: { privateKey: 'line one\n{\nline three' } }, null, 2)
    const masks = masksFor([lookAt(pretty)])
    expect(masks).toContain('line one\\n{\\nline three')
    for (const mask of masks) expect(mask).not.toMatch(/[\r\n]/)
  })

  it('masks nothing short', () => {
    expect(masksFor([lookAt('{}'), lookAt('{"token":"{"}')], ['{']).filter(mask => mask.length < 8)).toEqual([])
  })

  it('masks each text once', () => {
    const seen = lookAt('{"token":"test-same-1"}')
    expect(masksFor([seen, seen])).toHaveLength(4)
  })
})
