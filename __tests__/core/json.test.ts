import { describe, expect, it } from '@jest/globals'
import { isNestedTooDeep, MAX_JSON_DEPTH, parseJson } from '../../src/core/json.js'

const nested = (levels: number): string => `${'{"a":'.repeat(levels - 1)}[]${'}'.repeat(levels - 1)}`

describe('parseJson', () => {
  it('reads JSON that is nested as deep as the limit', () => {
    expect(JSON.stringify(parseJson(nested(MAX_JSON_DEPTH)))).toBe(nested(MAX_JSON_DEPTH))
  })

  it('reads JSON after a byte order mark', () => {
    expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 })
  })

  it.each([MAX_JSON_DEPTH + 1, 20_000, 200_000])('does not read JSON that is nested %i levels deep', levels => {
    expect([parseJson(nested(levels)), isNestedTooDeep(nested(levels))]).toEqual([undefined, true])
  })

  it('does not read lists nested so deep that they would overflow the stack', () => {
    expect(parseJson(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toBeUndefined()
  })

  it.each([
    ['brackets in a string', JSON.stringify({ a: '['.repeat(1_000) })],
    ['brackets after a quote in a string', JSON.stringify({ a: `"${'{'.repeat(1_000)}`, b: '\\' })],
    ['many brackets that are closed again', `[${'[],'.repeat(1_000)}[]]`]
  ])('does not count %s as nesting', (_what, text) => {
    expect(JSON.stringify(parseJson(text))).toBe(text)
  })
})

describe('isNestedTooDeep', () => {
  it('counts only brackets outside strings', () => {
    expect(isNestedTooDeep(JSON.stringify({ text: '[{\\"'.repeat(1000) }))).toBe(false)
    expect(isNestedTooDeep(`"${'\\\\'.repeat(1001)}"${'['.repeat(MAX_JSON_DEPTH + 1)}`)).toBe(true)
  })
})
