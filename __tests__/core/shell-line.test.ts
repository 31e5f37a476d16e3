import { execFileSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import { shellLine } from '../../src/core/shell-line.js'

describe('shellLine', () => {
  it.each([
    [['a', '-b', '/c/d.e', 'f=g'], 'a -b /c/d.e f=g'],
    [['.', ''], '"." ""'],
    [['two words'], '"two words"'],
    [["it's", '$HOME', '`x`', 'a"b', '*', ';'], `'it'\\''s' '$HOME' '\`x\`' 'a"b' '*' ';'`]
  ])('quotes %j as a shell needs it', (words, line) => {
    expect(shellLine(words)).toBe(line)
  })

  it.each(['a\nb', "it's\ta\\b \u001b[31m", '\u0001\u007f\u0085ü', "\r'$HOME'", '-n\n', '\u00017'])(
    'is a line without control characters that bash reads as it was: %j',
    word => {
      const line = shellLine(['printf', '%s', word])
      expect(line).not.toMatch(/\p{Cc}/u)
      expect(execFileSync('bash', ['-c', line], { encoding: 'utf8' })).toBe(word)
    }
  )
})
