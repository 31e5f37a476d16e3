import { describe, expect, it } from '@jest/globals'
import { LONG_PAIR, printedParts } from '../../testing/printed-parts.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, TestHome } from '../../testing/test-home.js'

describe('the output of clr', () => {
  const commands = ['refresh', 'refresh --json', 'refresh --trace', 'refresh --json --trace']

  it.each(commands)('has no part of a token if claude prints its tokens and fails: clr %s', async command => {
    using home = new TestHome(sampleText(LONG_PAIR))
    const run = await home.clr(command.split(' '), { claude: 'prints-its-login' })
    expect(run.exitCode).toBe(1)
    expect(printedParts(run)).toEqual([])
  })

  it.each(commands)('has no part of a token if claude prints its tokens and refreshes: clr %s', async command => {
    using home = new TestHome(sampleText(LONG_PAIR))
    const run = await home.clr(command.split(' '), { claude: 'prints-its-login', env: { LC_STORES: 'yes' } })
    expect(run.exitCode).toBe(0)
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(printedParts(run)).toEqual([])
  })

  it('does not begin with the rest of a token that was cut off', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh'], { claude: 'prints-half-a-token' })
    expect(run.stderr).toContain('all is lost')
    expect(run.stderr).not.toContain('half-of-a-token')
  })

  it.each([
    ['the path', ['--creds', LONG_PAIR.accessToken]],
    ['a folder of the path', ['--creds', `/tmp/${LONG_PAIR.refreshToken}/x`]],
    ['part of credentials given as the path', ['--creds', sampleText(LONG_PAIR)]],
    ['the timeout', ['--timeout', LONG_PAIR.accessToken]],
    ['the minimum validity', [`--min-validity=${LONG_PAIR.accessToken}`]],
    ['an unexpected argument', [LONG_PAIR.accessToken]],
    ['the name of an option', [`--${LONG_PAIR.accessToken}`]]
  ])('has no part of a token that was given as %s', async (_what, args) => {
    using home = new TestHome()
    for (const more of [[], ['--trace', '--json']]) {
      const run = await home.clr(['refresh', ...args, ...more], { claude: 'refreshes' })
      expect(run.exitCode).toBe(1)
      expect(printedParts(run)).toEqual([])
    }
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
  })

  it('has the names of the variables that claude gets, but not their values', async () => {
    using home = new TestHome()
    const env = { HTTPS_PROXY: 'http://user:hunter2@proxy:1' }
    const { stdout, stderr } = await home.clr(['refresh', '--trace'], { claude: 'refreshes', env })
    expect(stderr).toContain('HTTPS_PROXY')
    expect(stdout + stderr).not.toContain('hunter2')
  })

  it('has no control characters, even if the name of the file has', async () => {
    using home = new TestHome()
    const file = home.write('\u001b[31mred\u001b[0m\r.json', '{')
    const { stderr } = await home.clr(['refresh', '--trace', '--creds', file], { claude: 'refreshes' })
    expect(stderr).not.toMatch(/[^\P{Cc}\n]/u)
  })
})
