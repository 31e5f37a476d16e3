import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { isNestedTooDeep, MAX_JSON_DEPTH, parseJson } from '../../src/core/json.js'
import { TestHome } from '../../testing/test-home.js'
import { parseObject } from '../../testing/json-object.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'

const MEGABYTE = 1024 * 1024

/** A login beside a key that nests lists so many levels deep. */
function nested(levels: number): string {
  return sampleText().replace(/\}$/, `,"other":${'['.repeat(levels)}${']'.repeat(levels)}}`)
}

describe('credentials that could not be written again', () => {
  it.each([
    ['JSON nested 8,000 levels deep', () => nested(8000), `more than ${MAX_JSON_DEPTH} levels deep`],
    ['no room for a new pair below 1 MB', () => padded(MEGABYTE - 1000), 'too large']
  ])('are refused before anything is sent, in one sentence: %s', async (_what, text, says) => {
    using home = new TestHome(text())
    const run = await home.refresh('says-who-it-is')
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-invalid' } })
    expect(run.report).toMatchObject({ message: expect.stringContaining(says) })
    expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
    expect([existsSync(home.notesPath), home.leftovers]).toEqual([false, []])
  })

  it('have bounds far beyond what any login needs', async () => {
    using home = new TestHome(nested(MAX_JSON_DEPTH - 1))
    expect(await home.refresh('refreshes')).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(home.login).toMatchObject(NEW_PAIR)
  })
})

function padded(bytes: number): string {
  const document = { ...parseObject(sampleText()), other: '' }
  return JSON.stringify({ ...document, other: 'x'.repeat(bytes - JSON.stringify(document).length) })
}

describe('isNestedTooDeep', () => {
  it('counts only brackets outside of strings', () => {
    expect(isNestedTooDeep(JSON.stringify({ text: '[{\\"'.repeat(1000) }))).toBe(false)
    expect(isNestedTooDeep(`"${'\\\\'.repeat(1001)}"${'['.repeat(MAX_JSON_DEPTH + 1)}`)).toBe(true)
  })

  it('lets parseJson refuse what would overflow the stack', () => {
    expect(parseJson(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toBeUndefined()
  })
})
