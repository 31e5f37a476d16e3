import { describe, expect, it } from '@jest/globals'
import { isNestedTooDeep, MAX_JSON_DEPTH, parseJson } from '../../src/core/json.js'

const nested = (levels: number): string => `${'{"a":'.repeat(levels - 1)}[]${'}'.repeat(levels - 1)}`

describe('parseJson', () => {
  it('reads a text that is nested as deep as is allowed', () => {
    expect(JSON.stringify(parseJson(nested(MAX_JSON_DEPTH)))).toBe(nested(MAX_JSON_DEPTH))
  })

  it('reads a text with a byte order mark', () => {
    expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 })
  })

  it.each([MAX_JSON_DEPTH + 1, 20_000, 200_000])('takes a text with %i levels for no JSON', levels => {
    expect([parseJson(nested(levels)), isNestedTooDeep(nested(levels))]).toEqual([undefined, true])
  })

  it.each([
    ['brackets in a string', JSON.stringify({ a: '['.repeat(1_000) })],
    ['brackets after a quote in a string', JSON.stringify({ a: `"${'{'.repeat(1_000)}`, b: '\\' })],
    ['many that are closed again', `[${'[],'.repeat(1_000)}[]]`]
  ])('counts no %s as levels', (_what, text) => {
    expect(JSON.stringify(parseJson(text))).toBe(text)
  })
})
