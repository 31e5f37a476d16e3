import { describe, expect, it } from '@jest/globals'
import { escapeForSummary, oneLine } from '../../../src/action/output/escape.js'

describe('oneLine', () => {
  it('leaves no line break and no control character', () => {
    expect(oneLine('a\r\n::error::b\u2028c\u001B[31md\u0085e\n')).toBe('a ::error::b c [31md e')
  })
})

describe('oneLine, of a command in the old form', () => {
  it('leaves none that a runner would obey in the midst of a line', () => {
    expect(oneLine('/x##[set-output name=reason]planted')).toBe('/x## [set-output name=reason]planted')
  })
})

describe('escapeForSummary', () => {
  it('leaves nothing that Markdown or HTML gives a meaning to', () => {
    const escaped = escapeForSummary('/a|b`c`<img src="x">&amp;**d**__e__~~f~~[g](h)\n\n# i @j $k$ \\l')
    expect(escaped.replaceAll(/&#\d+;/g, '')).not.toMatch(/[<>"'`|*_~[\]\\#$@\n]/)
    expect(escaped).toMatch(/^\/a&#124;b&#96;c&#96;&#60;img/)
  })

  it('leaves an ordinary path as it is', () => {
    expect(escapeForSummary('/home/me/.claude/.credentials.json')).toBe('/home/me/.claude/.credentials.json')
  })
})
