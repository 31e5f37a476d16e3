import { describe, expect, it } from '@jest/globals'
import { TestHome, type ClrRun } from '../../testing/test-home.js'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'

/** Longer than the others, so that a part of one is recognisable. */
const LONG_PAIR = {
  accessToken: 'sk-ant-oat01-test-AbcdefghijklmnopqrstUVWXYZ-0123456789',
  refreshToken: 'sk-ant-ort01-test-zyxwvutsrqponmlkjihgfedcba_9876543210'
}
const SECRETS = [LONG_PAIR, OLD_PAIR, NEW_PAIR].flatMap(pair => [pair.accessToken, pair.refreshToken])

/** The parts of the login's tokens, ten characters and more, that a run has shown. */
function shownParts({ stdout, stderr }: ClrRun): readonly string[] {
  const shown = stdout + stderr
  const parts = SECRETS.flatMap(secret =>
    Array.from({ length: secret.length - 9 }, (_, start) => secret.slice(start, start + 10))
  )
  return parts.filter(part => shown.includes(part))
}

describe('what clr shows', () => {
  const ways = ['refresh', 'refresh --json', 'refresh --trace', 'refresh --json --trace']

  it.each(ways)('has no part of a token in it when claude prints them and fails (clr %s)', async line => {
    using home = new TestHome(sampleText(LONG_PAIR))
    const run = await home.clr(line.split(' '), { claude: 'prints-its-login' })
    expect(run.exitCode).toBe(1)
    expect(shownParts(run)).toEqual([])
  })

  it.each(ways)('has no part of a token in it when claude prints them and refreshes (clr %s)', async line => {
    using home = new TestHome(sampleText(LONG_PAIR))
    const run = await home.clr(line.split(' '), { claude: 'prints-its-login', env: { LC_STORES: 'yes' } })
    expect(run.exitCode).toBe(0)
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(shownParts(run)).toEqual([])
  })

  it('has no part of a token in it that is cut where what is shown begins', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh'], { claude: 'prints-half-a-token' })
    expect(run.stderr).toContain('all is lost')
    expect(run.stderr).not.toContain('half-of-a-token')
  })

  it.each([
    ['the path', ['--creds', LONG_PAIR.accessToken]],
    ['the path, with folders', ['--creds', `/tmp/${LONG_PAIR.refreshToken}/x`]],
    ['the credentials as a path', ['--creds', sampleText(LONG_PAIR)]],
    ['the timeout', ['--timeout', LONG_PAIR.accessToken]],
    ['the validity', [`--min-validity=${LONG_PAIR.accessToken}`]],
    ['a name too many', [LONG_PAIR.accessToken]],
    ['an option', [`--${LONG_PAIR.accessToken}`]]
  ])('has no part of a token in it that was given as %s', async (_what, args) => {
    using home = new TestHome()
    for (const more of [[], ['--trace', '--json']]) {
      const run = await home.clr(['refresh', ...args, ...more], { claude: 'refreshes' })
      expect(run.exitCode).toBe(1)
      expect(shownParts(run)).toEqual([])
    }
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
  })

  it('names the variables that are passed on, but none of their values', async () => {
    using home = new TestHome()
    const env = { HTTPS_PROXY: 'http://user:hunter2@proxy:1' }
    const { stdout, stderr } = await home.clr(['refresh', '--trace'], { claude: 'refreshes', env })
    expect(stderr).toContain('HTTPS_PROXY')
    expect(stdout + stderr).not.toContain('hunter2')
  })

  it('has nothing in it that steers a terminal, whatever the file is called and claude says', async () => {
    using home = new TestHome()
    const file = home.write('\u001b[31mred\u001b[0m\r.json', '{')
    const { stderr } = await home.clr(['refresh', '--trace', '--creds', file], { claude: 'refreshes' })
    expect(stderr).not.toMatch(/[^\P{Cc}\n]/u)
  })
})
