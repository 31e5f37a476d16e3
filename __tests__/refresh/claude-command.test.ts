import { describe, expect, it } from '@jest/globals'
import { claudeArguments, shellLine, unknownOptionIn } from '../../src/refresh/claude-command.js'

describe('claudeArguments', () => {
  it('are those of the design, and the debug file', () => {
    expect(shellLine(['claude', ...claudeArguments('/h/debug.log')])).toBe(
      'claude --model claude-sonnet-4-6 --effort low --no-session-persistence --no-chrome --print "." ' +
        '--debug-file /h/debug.log'
    )
  })

  it.each([
    ['--effort', '--model claude-sonnet-4-6 --no-session-persistence --no-chrome --print "." --debug-file /d'],
    ['--no-chrome', '--model claude-sonnet-4-6 --effort low --no-session-persistence --print "." --debug-file /d'],
    ['--debug-file', '--model claude-sonnet-4-6 --effort low --no-session-persistence --no-chrome --print "."']
  ])('leave out %s, with its value, where this version does not know it', (option, line) => {
    expect(shellLine(claudeArguments('/d', new Set([option])))).toBe(line)
  })

  it('come down to what every version knows', () => {
    const unknown = new Set(['--effort', '--no-session-persistence', '--no-chrome', '--debug-file'])
    expect(claudeArguments('/d', unknown)).toEqual(['--model', 'claude-sonnet-4-6', '--print', '.'])
  })
})

describe('unknownOptionIn', () => {
  it.each(['--effort', '--no-chrome', '--no-session-persistence', '--debug-file'])('finds %s', option => {
    expect(unknownOptionIn(`warning: x\nerror: unknown option '${option}'\n`)).toBe(option)
  })

  it.each([
    ['an option without which there is no refresh', "error: unknown option '--print'"],
    ['the model', "error: unknown option '--model'"],
    ['an option that we never gave', "error: unknown option '--frobnicate'"],
    ['another error', 'error: something else'],
    ['nothing', '']
  ])('finds nothing to drop in %s', (_what, stderr) => {
    expect(unknownOptionIn(stderr)).toBeNull()
  })
})

describe('shellLine', () => {
  it.each([
    [['a', '-b', '/c/d.e', 'f=g'], 'a -b /c/d.e f=g'],
    [['.', ''], '"." ""'],
    [['two words'], '"two words"'],
    [["it's", '$HOME', '`x`', 'a"b', '*', ';'], `'it'\\''s' '$HOME' '\`x\`' 'a"b' '*' ';'`]
  ])('quotes %j as a shell needs it', (words, line) => {
    expect(shellLine(words)).toBe(line)
  })
})
