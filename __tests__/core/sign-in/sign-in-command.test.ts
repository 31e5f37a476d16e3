import { describe, expect, it } from '@jest/globals'
import { HomeLayout } from '../../../src/core/home/home-layout.js'
import {
  needsBrowserHere,
  requireSignInCommand,
  signInArguments,
  signInEnvironment
} from '../../../src/core/sign-in/sign-in-command.js'
import { rejectionOf } from '../../../testing/refusal.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const NEVER = new AbortController().signal
const PATH = '/usr/bin:/bin'

describe('the command of a sign-in', () => {
  it('has only the options that were given', () => {
    expect(signInArguments({ email: null, sso: false })).toEqual(['auth', 'login'])
    expect(signInArguments({ email: 'me@example.com', sso: true })).toEqual([
      'auth',
      'login',
      '--email',
      'me@example.com',
      '--sso'
    ])
  })

  it('gets our own browser, and not the caller’s', () => {
    const environment = signInEnvironment({ PATH, BROWSER: 'firefox', DISPLAY: ':0' }, new HomeLayout('/h'))
    expect(environment).toMatchObject({ HOME: '/h', BROWSER: '/h/browser' })
    expect(environment).not.toHaveProperty('DISPLAY')
    expect(environment).not.toHaveProperty('TERM')
    expect(environment).not.toHaveProperty('ANTHROPIC_BASE_URL')
  })
})

describe('the version of a program', () => {
  it.each([
    ['2.1.112', true],
    ['2.1.40', true],
    ['2.1.270', false],
    [null, false]
  ])('says whether it needs a browser on this machine: %s', (version, isNeeded) => {
    expect(needsBrowserHere({ path: '/c', version })).toBe(isNeeded)
  })

  it('is taken from its files, and the program is not started then', async () => {
    expect(await requireSignInCommand({ path: '/not/there', version: '2.1.40' }, {}, NEVER)).toMatchObject({
      version: '2.1.40'
    })
    const refusal = await rejectionOf(requireSignInCommand({ path: '/not/there', version: '2.1.39' }, {}, NEVER))
    expect(refusal).toEqual({
      reason: 'claude-failed',
      message: expect.stringContaining('2.1.40 or newer'),
      remedy: 'Update it with `claude update` or npm, then run it again.'
    })
  })

  it.each([
    ['prints it', 'echo "2.1.332 (Claude Code)"', '2.1.332'],
    ['prints something else', 'echo "a wrapper"', null],
    ['fails', 'exit 1', null]
  ])('is asked from the program if its files do not say: it %s', async (_what, command, version) => {
    using temp = new TempFolder()
    const path = temp.write('claude', `#!/bin/sh\n${command}\n`, 0o755)
    expect(await requireSignInCommand({ path, version: null }, { PATH }, NEVER)).toEqual({ path, version })
  })
})
