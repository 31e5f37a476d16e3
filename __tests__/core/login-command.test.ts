import { describe, expect, it } from '@jest/globals'
import { replaceCommand, signInCommand, withLoginCommand } from '../../src/core/login-command.js'
import { LOG_IN_AGAIN, outcomeOf } from '../../src/core/reasons.js'

describe('the line that makes a new login', () => {
  it('names the file, quoted for a shell', () => {
    expect(signInCommand('/ci/creds.json')).toBe('clr login --creds /ci/creds.json')
    expect(replaceCommand("/my ci/o'$x.json")).toBe(`clr login --creds '/my ci/o'\\''$x.json' --replace`)
  })

  it.each(['login-rejected', 'login-expired'] as const)('replaces the general advice after %s', reason => {
    expect(withLoginCommand(outcomeOf(reason).remedy, 'clr login --secret $& X')).toBe(
      'Sign in again with `clr login --secret $& X`.'
    )
  })

  it('leaves the rest of a remedy unchanged', () => {
    expect(withLoginCommand(`First. ${LOG_IN_AGAIN} Last.`, 'x')).toBe('First. Sign in again with `x`. Last.')
    expect(withLoginCommand('Run it again.', 'x')).toBe('Run it again.')
  })
})
