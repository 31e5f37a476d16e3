import { describe, expect, it } from '@jest/globals'
import { maskSecrets, runnerLog } from '../../script/runner-log.js'

describe('the log of a step as a runner shows it', () => {
  it('has an annotation as its title and its lines, without the command', () => {
    expect(runnerLog('one\n::warning title=Ends soon%2C really::why%0Awhat to do: 100%25\ntwo\n')).toBe(
      'one\nWarning: Ends soon, really\n    why\n    what to do: 100%\ntwo'
    )
  })

  it('has the lines of a group below its title', () => {
    expect(runnerLog('::group::Details\na: b\n::endgroup::\nafter\n')).toBe('▾ Details\n    a: b\nafter')
  })

  it('has commands that are stopped as they are', () => {
    expect(runnerLog('::stop-commands::word\n::error::not a command\n::word::\n::error title=T::now\n')).toBe(
      '::error::not a command\nError: T\n    now'
    )
  })

  it('has *** in place of every secret, and hides the commands that mask them', () => {
    const output = '::add-mask::abc\n::add-mask::abcdef\nsee abcdef and abc\n'
    expect(runnerLog(output)).toBe('see *** and ***')
    expect(maskSecrets('abcdef', output)).toBe('***')
  })
})
