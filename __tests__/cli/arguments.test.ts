import { describe, expect, it } from '@jest/globals'
import { parseArguments, wantsJson } from '../../src/cli/arguments.js'
import { TestHome } from '../../testing/test-home.js'
import { refusalOf } from '../../testing/refusal.js'

const WRONG: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['a missing command', [], /command is missing/],
  ['options without a command', ['--creds', 'x'], /command is missing/],
  ['an unknown command', ['renew'], /unknown command "renew"/],
  ['an empty command', [''], /unknown command ""/],
  ['a command in capitals', ['Refresh'], /unknown command/],
  ['an argument too many', ['refresh', 'file.json'], /unexpected argument "file.json"/],
  ['an argument after a double dash', ['refresh', '--', '--trace'], /unexpected argument/],
  ['an unknown option', ['refresh', '--force'], /--force/],
  ['an unknown short option', ['refresh', '-x'], /-x/],
  ['an abbreviated option', ['refresh', '--cred', 'x'], /--cred/],
  ['an option in capitals', ['refresh', '--JSON'], /--JSON/],
  ['a value missing at the end', ['refresh', '--creds'], /--creds needs a value/],
  ['a number missing at the end', ['refresh', '--timeout'], /--timeout needs a value/],
  ['an option in place of a value', ['refresh', '--creds', '--trace'], /--creds needs a value, .*"--trace"/],
  ['an option in place of a number', ['refresh', '--timeout', '--creds=x'], /--timeout needs a value, .*"--creds=x"/],
  ['a short option in place of a value', ['refresh', '--min-validity', '-h'], /--min-validity needs a value, .*"-h"/],
  ['a path that looks like an option', ['refresh', '--creds', '-x'], /--creds=-x or --creds \.\/-x/],
  ['a token in place of such a path', ['refresh', '--creds', '-sk-ant-oat01-test'], /credentials themselves/],
  ['a value for a switch', ['refresh', '--json=yes'], /--json/],
  ['a negated switch', ['refresh', '--no-trace'], /--no-trace/],
  ['an option given twice', ['refresh', '--creds', 'a', '--creds', 'b'], /--creds is given twice/],
  ['a switch given twice', ['refresh', '--trace', '--trace'], /--trace is given twice/],
  ['a timeout in words', ['refresh', '--timeout', 'soon'], /timeout` must .*"soon"/],
  ['an empty timeout', ['refresh', '--timeout='], /timeout` must .*""/],
  ['a negative timeout', ['refresh', '--timeout=-1'], /timeout` must .*"-1"/],
  [
    'a negative timeout as a separate argument',
    ['refresh', '--timeout', '-1'],
    /`--timeout` must be a whole number .*"-1"/
  ],
  ['a negative timeout for recover', ['recover', '--timeout', '-1'], /`--timeout` must be a whole number .*"-1"/],
  ['a timeout with a fraction', ['refresh', '--timeout', '1.5'], /timeout` must .*"1\.5"/],
  ['a validity without a number', ['refresh', '--min-validity', 'h'], /min-validity` must .*"h"/],
  ['a negative validity', ['refresh', '--min-validity=-1'], /min-validity` must be a duration such as .*"-1"/],
  ['a negative validity as a separate argument', ['refresh', '--min-validity', '-1'], /a duration such as .*"-1"/],
  ['a validity longer than that of any token', ['refresh', '--min-validity', '36501d'], /at most 36500d, got "36501d"/],
  ['a validity in weeks', ['refresh', '--min-validity', '1w'], /min-validity` must .*"1w"/],
  ['a validity for recover', ['recover', '--min-validity', '2h'], /`clr recover` has no option --min-validity/],
  ['a value for a dry run', ['refresh', '--dry-run=yes'], /--dry-run/],
  ['a dry run that is negated', ['refresh', '--no-dry-run'], /--no-dry-run/],
  ['a dry run twice', ['refresh', '--dry-run', '--dry-run'], /--dry-run is given twice/],
  ['a dry run in place of a value', ['refresh', '--creds', '--dry-run'], /--creds needs a value, .*"--dry-run"/],
  ['a dry run of recover', ['recover', '--dry-run'], /`clr recover` has no option --dry-run/],
  ['a dry run of status', ['status', '--dry-run'], /`clr status` has no option --dry-run/],
  ['a dry run of login', ['login', '--dry-run'], /`clr login` has no option --dry-run/],
  ['a bad validity with a dry run', ['refresh', '--dry-run', '--min-validity', 'x'], /min-validity` must .*"x"/],
  ['a trace for recover', ['recover', '--trace'], /`clr recover` has no option --trace/],
  [
    'a secret for refresh',
    ['refresh', '--secret', 'X'],
    /`clr refresh` has no option --secret; see `clr refresh --help`/
  ],
  ['an unknown option of login', ['login', '--secrt', 'X'], /'--secrt'; see `clr login --help`/],
  ['a value missing for login', ['login', '--secret'], /--secret needs a value; see `clr login --help`/],
  ['a timeout for login', ['login', '--timeout', '9'], /`clr login` has no option --timeout; see `clr login --help`/],
  [
    'two destinations of a login',
    ['login', '--creds', 'a', '--secret', 'X'],
    /--creds and --secret exclude each other/
  ],
  ['a repository without a secret', ['login', '--repo', 'o/r'], /--repo .* --secret is not given/],
  ['an address for a login that is there', ['login', '--from', 'a', '--email', 'x@example.com'], /--email has no use/],
  ['a file as an argument of login', ['login', 'file.json'], /unexpected argument "file.json"/],
  ['an empty address', ['login', '--email', ''], /--email is empty/],
  ['an option in place of an address', ['login', '--email', '-x'], /--email needs a value/],
  ['a time in weeks', ['status', '--within', '1w'], /--within must be a duration/],
  ['a file as an option of status', ['status', '--creds', 'a'], /`clr status` has no option --creds/],
  ['a bad timeout for recover', ['recover', '--timeout', 'x'], /timeout` must .*"x"/],
  ['an empty path', ['refresh', '--creds', ''], /`--creds` must be a path, but is empty/],
  ['a path that is too long', ['refresh', '--creds', 'x'.repeat(5000)], /too long/]
]

describe('clr with a wrong argument', () => {
  it.each(WRONG)('reports %s in one sentence, and changes nothing', async (_what, args, sentence) => {
    using home = new TestHome()
    const run = await home.clr(args, { claude: 'notes-its-environment', cwd: home.at('.claude') })
    expect(run).toMatchObject({ exitCode: 1, stdout: '' })
    const [line = '', ...remedy] = run.stderr.trimEnd().split('\n')
    expect(line).toMatch(/^clr: usage: /)
    expect(line).toMatch(sentence)
    expect(remedy.length).toBeLessThanOrEqual(1)
    expect(run.stderr).not.toMatch(/\n\s+at |node:|TypeError/)
    expect([home.names(), home.names('.claude')]).toEqual([['.claude'], ['.credentials.json']])
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
  })

  it.each([
    [['login', '--json'], false],
    [['login', '--repo', 'o/r'], false],
    [['status', '--within', '1w'], false],
    [['refresh', '--creds', ''], true]
  ])('says that the refresh token was not sent only if the command may send it: %j', async (args, isSaid) => {
    using home = new TestHome()
    const { stdout, stderr } = await home.clr(args)
    expect((stdout + stderr).includes('did not use the refresh token')).toBe(isSaid)
  })

  it('reports the mistake in JSON if the arguments ask for JSON', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh', '--json', '--timeout', 'soon'])
    expect(run).toMatchObject({ exitCode: 1, report: { refreshed: false, reason: 'usage', exitCode: 1 } })
    expect(run.stdout.trimEnd()).not.toContain('\n')
  })
})

describe('clr, asked for help or its version', () => {
  it.each([
    ['--help', /Usage: clr <command> \[options\][^]*\n {2}refresh [^]*\n {2}recover /],
    ['-h', /Usage: clr <command> \[options\]/],
    [
      'refresh --help',
      /--creds <FILE>[^]*--timeout <SECS>[^]*--min-validity <DURATION>[^]*--dry-run[^]*--trace[^]*--json/
    ],
    ['refresh -h', /Usage: clr refresh \[--creds/],
    ['status --help', /Usage: clr status \[<FILE>[^]*CLR_CREDS[^]*NO_COLOR[^]*Exit status:[^]*Examples:/],
    ['recover --help', /Usage: clr recover \[--creds[^]*CLR_CREDS/],
    ['refresh --help', /CLR_CREDS[^]*CLR_TIMEOUT[^]*CLR_MIN_VALIDITY[^]*CLR_TRACE[^]*CLAUDE_CONFIG_DIR/],
    ['refresh --timeout soon --help', /Usage: clr refresh \[--creds/],
    ['--version', /^clr \d+\.\d+\.\d+\n$/],
    ['refresh --version', /^clr \d+\.\d+\.\d+\n$/]
  ])('answers %s on standard output and changes nothing', async (line, answer) => {
    using home = new TestHome()
    const run = await home.clr(line.split(' '), { claude: 'notes-its-environment' })
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(answer), stderr: '' })
    expect(home.names()).toEqual(['.claude'])
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
  })

  it('prints help that fits a terminal of 80 columns', async () => {
    using home = new TestHome()
    for (const command of ['refresh', 'login', 'status', 'recover', null]) {
      const args = [command, '--help'].filter(arg => arg !== null)
      const { stdout } = await home.clr(args)
      expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
    }
  })
})

describe('parseArguments', () => {
  it('uses the documented defaults', () => {
    expect(parseArguments(['refresh'], {})).toEqual({
      kind: 'refresh',
      credsPath: '~/.claude/.credentials.json',
      credsFrom: '`--creds`',
      timeoutSeconds: 45,
      minValidityMs: 0,
      trace: false,
      dryRun: false,
      json: false
    })
  })

  it.each([
    [['refresh', '--creds', 'a', '--timeout', '9', '--min-validity', '2h', '--dry-run', '--trace', '--json']],
    [['--json', '--trace', '--dry-run', '--min-validity=2h', '--timeout=9', '--creds=a', 'refresh']]
  ])('accepts options in any order and in both forms: %j', args => {
    const request = {
      credsPath: 'a',
      credsFrom: '`--creds`',
      timeoutSeconds: 9,
      minValidityMs: 7_200_000,
      trace: true,
      dryRun: true,
      json: true
    }
    expect(parseArguments(args, {})).toEqual({ kind: 'refresh', ...request })
  })

  it('uses only the defaults that apply to recover', () => {
    const defaults = {
      credsPath: '~/.claude/.credentials.json',
      credsFrom: '`--creds`',
      timeoutSeconds: 45,
      json: false
    }
    expect(parseArguments(['recover'], {})).toEqual({ kind: 'recover', ...defaults })
  })

  it('accepts a path that looks like an option after an equals sign', () => {
    expect(parseArguments(['refresh', '--creds=--json'], {})).toMatchObject({ credsPath: '--json', json: false })
  })

  it('distinguishes the help of the program from that of a command', () => {
    expect(parseArguments(['-h'], {})).toEqual({ kind: 'help', of: 'clr' })
    expect(parseArguments(['refresh', '-h'], {})).toEqual({ kind: 'help', of: 'refresh' })
    expect(refusalOf(() => parseArguments(['renew', '-h'], {})).reason).toBe('usage')
  })
})

describe('wantsJson', () => {
  it('finds --json even if other arguments are wrong', () => {
    expect(wantsJson(['refresh', '--nonsense', '--json'])).toBe(true)
    expect(wantsJson(['refresh', '--nonsense'])).toBe(false)
  })
})
