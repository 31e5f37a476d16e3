import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR } from '../../testing/sample-login.js'

/** Paths that a shell, a crontab or a YAML file passes on unexpanded or with stray characters, and the hint of clr for each. */
const PATHS: readonly (readonly [string, string])[] = [
  ['$HOME/.claude/c.json', 'the "$HOME" in it is not expanded: write out its value'],
  ['${RUNNER_TEMP}/c.json', 'the "${RUNNER_TEMP}" in it is not expanded: write out its value'],
  ['%USERPROFILE%/c.json', 'the "%USERPROFILE%" in it is not expanded: write out its value'],
  ['~root/c.json', 'the "~root" in it is not expanded: write out the home folder'],
  ['/home/~/c.json', 'the "~" in it is not expanded: write out the home folder'],
  ['"~/c.json"', 'a part of it begins or ends with a quotation mark: remove it'],
  ['/x/c.json ', 'a part of it begins or ends with a space or line break: remove it'],
  ['/x/c.json\r', 'a part of it begins or ends with a space or line break: remove it'],
  ['/x\n/c.json', 'a part of it begins or ends with a space or line break: remove it']
]

describe('clr refresh with a path that does not exist', () => {
  it.each(PATHS)('says what looks wrong with %j', async (creds, hint) => {
    using home = new TestHome()
    const run = await home.clr(['refresh', '--json', '--creds', creds], { claude: 'notes-its-environment' })
    expect(run.report).toMatchObject({ reason: 'creds-not-found', message: expect.stringContaining(`; ${hint}`) })
  })

  it('names the variable that it comes from, and says that nothing expands the ~ in it', async () => {
    using home = new TestHome()
    const env = { CLAUDE_CONFIG_DIR: '~/.claude' }
    const { report } = await home.clr(['refresh', '--json'], { claude: 'notes-its-environment', env })
    const message = `no credentials file at ${home.at('~/.claude/.credentials.json')} (CLAUDE_CONFIG_DIR); the "~" in it is not expanded: write out the home folder`
    expect(report).toMatchObject({ reason: 'creds-not-found', message })
  })

  it('gives no such hint for an ordinary path', async () => {
    using home = new TestHome()
    const { report } = await home.clr(['refresh', '--json', '--creds', '/x/c.json'])
    expect(report).toMatchObject({ reason: 'creds-not-found', message: 'no credentials file at /x/c.json' })
  })
})

describe('a file that does have such a name', () => {
  it.each(['$HOME/c.json', '~root', '"c.json"', 'c.json ', '%A%'])('is refreshed: %j', async name => {
    using home = new TestHome()
    home.write(name, home.originalText)
    const run = await home.clr(['refresh', '--json', '--creds', name], { claude: 'refreshes' })
    expect(run.report).toMatchObject({ reason: 'refreshed', creds: home.at(name) })
    expect(home.text(name)).toContain(NEW_PAIR.accessToken)
  })
})

describe('clr refresh without a home folder', () => {
  it.each([
    ['the default file', []],
    ['a path that begins with ~', ['--creds', '~/c.json']]
  ])('says that HOME is empty, and changes nothing: %s', async (_which, args) => {
    using home = new TestHome()
    const run = await home.clr(['refresh', '--json', ...args], { claude: 'notes-its-environment', env: { HOME: '' } })
    expect(run.report).toMatchObject({
      reason: 'usage',
      message: expect.stringMatching(/^HOME is empty, so /),
      remedy: expect.stringContaining('Set HOME')
    })
  })

  it('refreshes a file whose path does not need it', async () => {
    using home = new TestHome()
    const args = ['refresh', '--json', '--creds', home.creds]
    const run = await home.clr(args, { claude: 'refreshes', env: { HOME: '' } })
    expect(run.report).toMatchObject({ reason: 'refreshed' })
  })
})

/** Values of PATH in which clr finds no `claude`, and the hint of clr for each. */
const SEARCH_PATHS: readonly (readonly [string, string])[] = [
  ['~/bin:/usr/bin', 'the "~" in its entry "~/bin" is not expanded: write out the home folder'],
  ['/usr/bin:$HOME/bin', 'the "$HOME" in its entry "$HOME/bin" is not expanded: write out its value'],
  ['/usr/bin:/home/x/bin ', 'a part of its entry "/home/x/bin " begins or ends with a space or line break: remove it'],
  ['/usr/bin:bin', 'its entry "bin" has a `claude`, but is relative, so it is not searched'],
  ['', 'PATH is empty']
]

describe('clr refresh, if no `claude` is found', () => {
  it.each(SEARCH_PATHS)('says what looks wrong with the PATH %j', async (PATH, hint) => {
    using home = new TestHome()
    home.write('bin/claude', '#!/bin/sh\n', 0o755)
    const { report } = await home.clr(['refresh', '--json'], { env: { PATH } })
    expect(report).toMatchObject({ reason: 'claude-not-found', message: expect.stringContaining(hint) })
  })

  it('gives no such hint for an ordinary PATH', async () => {
    using home = new TestHome()
    const { report } = await home.clr(['refresh', '--json'], { env: { PATH: '/usr/bin:/bin:.' } })
    expect(report).toMatchObject({ message: 'there is no `claude` on PATH' })
  })
})
