import { describe, expect, it } from '@jest/globals'
import { asLogLine, asSentence, describeTime, escapeForSummary } from '../../../src/action/output/text.js'
import { NOW_MS } from '../../../testing/sample-report.js'

describe('asLogLine', () => {
  it('leaves no line break and no control character', () => {
    expect(asLogLine('a\r\n::error::b\u2028c\u001B[31md\u0085e\n')).toBe('a ::error::b c [31md e')
  })

  it('leaves no command in the old form, which a runner would obey in the middle of a line', () => {
    expect(asLogLine('/x##[set-output name=reason]planted')).toBe('/x## [set-output name=reason]planted')
  })
})

describe('escapeForSummary', () => {
  it('escapes everything that has a meaning in Markdown or HTML', () => {
    const escaped = escapeForSummary('/a|b`c`<img src="x">&amp;**d**__e__~~f~~[g](h)\n\n# i @j $k$ \\l')
    expect(escaped.replaceAll(/&#\d+;/g, '')).not.toMatch(/[<>"'`|*_~[\]\\#$@\n]/)
    expect(escaped).toMatch(/^\/a&#124;b&#96;c&#96;&#60;img/)
  })

  it('leaves an ordinary path unchanged', () => {
    expect(escapeForSummary('/home/me/.claude/.credentials.json')).toBe('/home/me/.claude/.credentials.json')
  })
})

describe('describeTime', () => {
  it('returns the time and how far away it is', () => {
    expect(describeTime('2026-01-31T09:05:00.000Z', NOW_MS)).toBe('2026-01-31 09:05 UTC (in 8 h)')
  })

  it.each([null, '', 'soon'])('returns null for %j', text => {
    expect(describeTime(text, NOW_MS)).toBeNull()
  })
})

describe('a message as a sentence of its own', () => {
  it.each([
    ['the token endpoint answered 503', 'The token endpoint answered 503.'],
    ['cancelled, and nothing was sent', 'Cancelled, and nothing was sent.'],
    ['creds-json is empty', 'creds-json is empty.'],
    ['`timeout` must be a number', '`timeout` must be a number.'],
    ['clr did not report', 'clr did not report.'],
    ['no credentials file at /a/creds.json', 'No credentials file at /a/creds.json'],
    ['Already a sentence.', 'Already a sentence.']
  ])('%s', (message, sentence) => {
    expect(asSentence(message)).toBe(sentence)
  })
})
