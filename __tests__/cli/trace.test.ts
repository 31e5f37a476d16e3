import { mkdirSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { smallClaude } from '../../testing/paths.js'
import { LONG_PAIR, printedParts } from '../../testing/printed-parts.js'
import { faultAt, TestHome } from '../../testing/test-home.js'
import { sampleText } from '../../testing/sample-login.js'

const CALL =
  'claude --model claude-sonnet-4-6 --effort low --no-session-persistence --no-chrome --print "." --debug-file'

/** The lines of the trace up to the command line, which is the last one. */
function planIn(stderr: string): readonly string[] {
  const lines = stderr.split('\n')
  return lines.slice(0, lines.findIndex(line => line.startsWith('claude ')) + 1)
}

/** The lines after the command line. */
function linesAfterPlan(stderr: string): readonly string[] {
  return stderr.trimEnd().split('\n').slice(planIn(stderr).length)
}

describe('clr refresh --trace', () => {
  it('shows the file, the timeout, the environment and the whole call before making it', async () => {
    using home = new TestHome()
    const env = { HTTPS_PROXY: 'http://proxy:1', TZ: 'UTC' }
    const run = await home.clr(['refresh', '--trace'], { claude: 'refreshes', env })
    const plan = planIn(run.stderr)
    expect(plan.slice(0, 4)).toEqual([
      '# clr refresh',
      `# creds: ${home.creds}`,
      '# timeout: 45 s',
      `# isolated HOME: a new folder in ${home.creds}.clr`
    ])
    expect(plan).toEqual(
      expect.arrayContaining(['#   HTTPS_PROXY=http://proxy:1', '#   TZ=UTC', '# working directory: /'])
    )
    expect(plan).toContain(`# program: ${smallClaude('refreshes')}/claude`)
    expect(plan.at(-1)).toBe(`${CALL} '<isolated HOME>/debug-1.log'`)
    expect(run.stderr).toMatch(
      new RegExp(`\n# claude starts in ${home.creds}\\.clr/home-\\w+\n# claude printed nothing\n$`)
    )
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^refreshed [^\n]+\n$/) })
  })

  it('says so if there is no timeout', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh', '--trace', '--timeout', '0'], { claude: 'refreshes' })
    expect(run.stderr).toContain('# timeout: none\n')
  })

  it('shows the target of a link', async () => {
    using home = new TestHome()
    symlinkSync(home.creds, home.at('link'))
    const run = await home.clr(['refresh', '--trace', '--creds', 'link'], { claude: 'refreshes' })
    const lines = [
      `# creds: ${home.at('link')} -> ${home.creds}`,
      '# timeout: 45 s',
      '# isolated HOME: a new folder in '
    ]
    expect(run.stderr).toContain(`${lines.join('\n')}${home.creds}.clr\n`)
  })

  it('shows one line for each option that an old version of claude does not know', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh', '--trace'], { claude: 'knows-few-options' })
    const without = (option: string) => `# this version does not know ${option}: starting it again without that`
    expect(run.exitCode).toBe(0)
    expect(linesAfterPlan(run.stderr)).toEqual([
      expect.stringMatching(/^# claude starts in /),
      ...['--effort', '--no-chrome', '--debug-file'].map(without),
      '# claude printed nothing'
    ])
  })
})

const LOGGED = 'OAuth refresh failed (expected): '
const TOO_MANY = `${LOGGED}Request failed with status code 429`

describe('clr refresh --trace, once claude runs', () => {
  it('shows one line for a retry after a 429, and what claude printed before it had the new tokens', async () => {
    using home = new TestHome()
    const env = { LC_LINE: TOO_MANY, LC_SAYS: 'checking the account' }
    const run = await home.clr(['refresh', '--trace'], { claude: 'fails-once-then-refreshes', env })
    expect(run.exitCode).toBe(0)
    expect(linesAfterPlan(run.stderr)).toEqual([
      expect.stringMatching(/^# claude starts in /),
      '# 429, trying again in 1 s',
      '# claude printed:',
      'checking the account'
    ])
  })

  it('names the cause of a retry if there was no answer', async () => {
    using home = new TestHome()
    const env = { LC_LINE: `${LOGGED}connect ECONNREFUSED 127.0.0.1:9` }
    const { stderr } = await home.clr(['refresh', '--trace'], { claude: 'fails-once-then-refreshes', env })
    const why = 'the token endpoint could not be reached (connect ECONNREFUSED 127.0.0.1:9)'
    expect(linesAfterPlan(stderr)[1]).toBe(`# ${why}, trying again in 1 s`)
  })

  it('shows the line of the debug log that says why the refresh failed, without its stack', async () => {
    using home = new TestHome()
    const line = `AxiosError: [url=https://platform.claude.com/v1/oauth/token,status=503,body=busy] AxiosError: Request failed with status code 503`
    const env = { LC_LINE: `${line}\\n    at settle (/x.js:5:10898)\\n    at emit (node:events:118:23)` }
    const run = await home.clr(['refresh', '--trace'], { claude: 'logs-a-failure', env })
    expect(linesAfterPlan(run.stderr).slice(1, 4)).toEqual([
      '# claude printed nothing',
      expect.stringMatching(/^# its debug log says: \S+ \[ERROR\] AxiosError: \[.*,status=503,.*status code 503$/),
      expect.stringMatching(/^clr: server-error: the token endpoint, or a proxy in front of it, answered 503; /)
    ])
  })

  it('shows that line without tokens, passwords and control characters, and not longer than 300 characters', async () => {
    using home = new TestHome(sampleText(LONG_PAIR))
    const body = `${LONG_PAIR.refreshToken} ${LONG_PAIR.accessToken.slice(20)} http://anna:made-up-password@proxy.test:1 \u001b[31m\r${'long '.repeat(99)}`
    const LC_LINE = `AxiosError: [url=https://platform.claude.com/v1/oauth/token,status=500,body=${body}] AxiosError: x`
    const env = { LC_LINE, HTTPS_PROXY: 'http://anna:made-up-password@proxy.test:1' }
    const run = await home.clr(['refresh', '--trace'], { claude: 'logs-a-failure', env })
    const shown = linesAfterPlan(run.stderr)[2] ?? ''
    expect(shown).toMatch(/^# its debug log says: .*,body=\*\*\* \*\*\* \*\*\*@proxy.* long ?…$/)
    expect(shown.length).toBeLessThan(330)
    expect(run.stderr).not.toMatch(/[^\P{Cc}\n]|made-up/u)
    expect(printedParts(run)).toEqual([])
  })

  it('says so if neither the output nor the debug log says what went wrong', async () => {
    using home = new TestHome()
    const { stderr } = await home.clr(['refresh', '--trace'], { claude: 'dies-in-the-exchange' })
    expect(linesAfterPlan(stderr).slice(1, 3)).toEqual([
      '# claude printed nothing',
      '# its debug log does not say what went wrong'
    ])
  })

  it.each([[[]], [['--trace']]])('shows what a failed claude printed, once: %j', async more => {
    using home = new TestHome()
    const { stderr } = await home.clr(['refresh', ...more], { claude: 'fails-at-once' })
    expect(stderr.match(/^# claude printed:\na first line\ncannot find its own parts$/gm)).toHaveLength(1)
    expect(stderr).not.toContain('printed nothing')
  })
})

/** Reasons to make no call, and the contents of the file and the `claude` that lead to each; null or undefined: there is none. */
const NO_CALL: readonly (readonly [string, string | null, string | undefined])[] = [
  ['creds-not-found', null, 'notes-its-environment'],
  ['creds-invalid', '{}', 'notes-its-environment'],
  ['creds-invalid', 'no JSON', 'notes-its-environment'],
  ['claude-not-found', sampleText(), undefined],
  ['creds-not-found', null, undefined]
]

describe('clr refresh --trace, if the call is not made', () => {
  it.each(NO_CALL)('shows the call nevertheless, before it reports %s', async (reason, text, claude) => {
    using home = new TestHome(text ?? undefined)
    const args = text === null ? ['--creds', 'none.json'] : []
    const options = claude === undefined ? {} : { claude }
    const run = await home.clr(['refresh', '--trace', ...args], options)
    const plan = planIn(run.stderr)
    expect(plan).toEqual(expect.arrayContaining(['# clr refresh', '# timeout: 45 s', '#   HOME=<isolated HOME>']))
    expect(plan.at(-1)).toBe(`${CALL} '<isolated HOME>/debug-1.log'`)
    const program = claude === undefined ? 'there is no `claude` on PATH' : smallClaude(claude)
    expect(plan).toContainEqual(expect.stringContaining(`# program: ${program}`))
    expect(run.stderr).toMatch(new RegExp(`\nclr: ${reason}: `))
    expect(run.stderr.indexOf('\nclaude ')).toBeLessThan(run.stderr.indexOf(`\nclr: ${reason}`))
    expect(run.stderr).not.toContain('# claude starts')
  })

  it('shows the call even if min-validity makes it unnecessary, or the file is a folder', async () => {
    using home = new TestHome()
    const skipped = await home.clr(['refresh', '--trace', '--min-validity', '1s'], { claude: 'notes-its-environment' })
    expect(planIn(skipped.stderr)).toContain('# clr refresh')
    mkdirSync(home.at('folder'))
    const refused = await home.clr(['refresh', '--trace', '--creds', 'folder'], { claude: 'notes-its-environment' })
    expect(planIn(refused.stderr)).toContain(`# creds: ${home.at('folder')}`)
  })
})

describe('the environment in a trace', () => {
  it('lists the variables from the caller apart from those that clr sets', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh', '--trace'], { claude: 'refreshes', env: { LANG: 'C' } })
    const plan = planIn(run.stderr)
    const ours = plan.indexOf('# variables that clr sets:')
    const callers = plan.indexOf('# variables from the caller:')
    expect([callers, ours]).not.toContain(-1)
    const [fromCaller, set] = [plan.slice(callers, ours), plan.slice(ours)]
    expect(fromCaller).toContain('#   LANG=C')
    const oneVariable = /^# {3}\w+(?:=.*| \(.*\))$/
    const others = [...fromCaller, ...set].filter(line => !oneVariable.test(line))
    expect(others).toEqual([
      '# variables from the caller:',
      '# variables that clr sets:',
      expect.stringMatching(/^# program: /),
      expect.stringMatching(/^claude --model /)
    ])
    expect(fromCaller.join('\n')).not.toMatch(/NO_PROXY/i)
    expect(set).toEqual(expect.arrayContaining(['#   NO_PROXY=127.0.0.1', '#   no_proxy=127.0.0.1']))
    expect(set).toContainEqual(expect.stringMatching(/^# {3}PATH=.*:\/usr\/bin:\/bin$/))
    expect(plan.join('\n')).not.toMatch(/undefined|CLR_|LC_NOTES=/)
  })

  it.each([
    ['HTTPS_PROXY', 'http://user:test-secret@proxy:8080/test-secret?test-secret', 'http://proxy:8080'],
    ['ALL_PROXY', 'socks5://user:test@secret@proxy:1080', 'socks5://proxy:1080'],
    ['http_proxy', 'user:test-secret@proxy:8080', '(not a valid address)'],
    ['NODE_EXTRA_CA_CERTS', '/etc/ssl/ca.pem', '/etc/ssl/ca.pem'],
    ['CLAUDE_CODE_CLIENT_KEY', '-----BEGIN test-secret', '(not shown)'],
    ['CLAUDE_CODE_CLIENT_KEY_PASSPHRASE', 'test-secret', '(not shown)'],
    ['LC_OF_SOMEBODY', 'test-secret', '(not shown)'],
    ['NO_PROXY', 'a.org,http://user:test,secret@b.org', '(not shown: a password may be in it)'],
    ['TZ', 'sk-ant-oat01-test-x', '***']
  ])('contains no password and no token: %s=%s', async (name, value, shown) => {
    using home = new TestHome()
    const run = await home.clr(['refresh', '--trace', '--creds', 'none'], { env: { [name]: value } })
    expect(run.stderr).toContain(`\n#   ${name}${shown.startsWith('(') ? ' ' : '='}${shown}\n`)
    expect(run.stderr).not.toMatch(/secret/)
    expect(run.stderr).not.toContain('sk-ant')
  })
})

describe('the network variables that claude gets', () => {
  const env = { HTTPS_PROXY: 'http://user:test-secret@proxy:1', SSL_CERT_FILE: '/ca.pem', no_proxy: '', TZ: 'UTC' }

  it('are named when claude was called and the refresh failed', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh'], { claude: 'fails-at-once', env })
    expect(run.exitCode).toBe(1)
    expect(run.stderr).toMatch(/\n {5}Network variables passed to `claude`: HTTPS_PROXY, SSL_CERT_FILE\.\n/)
    expect(run.stderr).not.toContain('secret')
  })

  it.each([
    ['the refresh succeeds', 'refreshes', [], env],
    ['claude was never called', 'notes-its-environment', ['--creds', 'none'], env],
    [
      'claude was found for a dry run that failed',
      'notes-its-environment',
      ['--dry-run'],
      { ...env, ...faultAt('openSync', 'ballast', 'ENOSPC') }
    ],
    ['there are none', 'fails-at-once', [], { TZ: 'UTC' }]
  ])('are not named if %s', async (_why, claude, args, variables) => {
    using home = new TestHome()
    const run = await home.clr(['refresh', ...args], { claude, env: variables })
    expect(run.stderr).not.toContain('passed to')
  })
})
