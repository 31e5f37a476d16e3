import { describe, expect, it } from '@jest/globals'
import { claudeArguments, optionsUnknownTo, unknownOptionIn } from '../../../src/core/claude/claude-command.js'
import { shellLine } from '../../../src/core/shell-line.js'

describe('claudeArguments', () => {
  it('makes the call cheap, leaves no trace, and names the debug file', () => {
    expect(shellLine(['claude', ...claudeArguments('/h/debug.log')])).toBe(
      'claude --model claude-sonnet-4-6 --effort low --no-session-persistence --no-chrome --print "." ' +
        '--debug-file /h/debug.log'
    )
  })

  it.each([
    ['--effort', '--model claude-sonnet-4-6 --no-session-persistence --no-chrome --print "." --debug-file /d'],
    ['--no-chrome', '--model claude-sonnet-4-6 --effort low --no-session-persistence --print "." --debug-file /d'],
    ['--debug-file', '--model claude-sonnet-4-6 --effort low --no-session-persistence --no-chrome --print "."']
  ])('leaves out %s, with its value, if this version does not know it', (option, line) => {
    expect(shellLine(claudeArguments('/d', new Set([option])))).toBe(line)
  })

  it('is left with the options that every version knows', () => {
    const unknown = new Set(['--effort', '--no-session-persistence', '--no-chrome', '--debug-file'])
    expect(claudeArguments('/d', unknown)).toEqual(['--model', 'claude-sonnet-4-6', '--print', '.'])
  })
})

describe('unknownOptionIn', () => {
  it.each(['--effort', '--no-chrome', '--no-session-persistence', '--debug-file'])('finds %s', option => {
    expect(unknownOptionIn(`warning: x\nerror: unknown option '${option}'\n`)).toBe(option)
  })

  it.each([
    ['an option that the refresh needs', "error: unknown option '--print'"],
    ['the model', "error: unknown option '--model'"],
    ['an option that we never gave', "error: unknown option '--frobnicate'"],
    ['another error', 'error: something else'],
    ['nothing', '']
  ])('finds nothing to drop in %s', (_what, stderr) => {
    expect(unknownOptionIn(stderr)).toBeNull()
  })
})

describe('optionsUnknownTo', () => {
  it.each([
    ['1.0.128', 4],
    ['2.0.0', 4],
    ['2.0.77', 2],
    ['2.1.4', 1],
    ['2.1.30', 1],
    ['2.1.112', 0],
    ['2.1.330', 0],
    ['10.0.0', 0],
    [null, 0]
  ])('finds the options that version %s does not know: %d', (version, count) => {
    expect(optionsUnknownTo(version).size).toBe(count)
  })
})
