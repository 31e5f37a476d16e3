import { describe, expect, it } from '@jest/globals'
import { parseArguments, wantsJson } from '../../src/cli/arguments.js'
import { CREDS } from '../../src/core/credentials/typed-path.js'
import { troubleshootingUrl } from '../../src/core/project.js'
import { NOT_SENT } from '../../src/core/reasons.js'
import { TestHome } from '../../testing/test-home.js'
import { refusalOf } from '../../testing/refusal.js'

const WRONG: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'options without a command',
    ['--creds', 'x'],
    /there is no command\n {5}`--creds` is an option of `clr refresh`, `clr login` and `clr recover`\. The commands are refresh, login, status and recover/
  ],
  ['an unknown command', ['renew'], /unknown command "renew"\n {5}The commands are /],
  ['a misspelt command', ['refesh'], /unknown command "refesh"\n {5}Did you mean `clr refresh`\?/],
  ['help for an unknown command', ['help', 'stats'], /unknown command "stats"\n {5}Did you mean `clr status`\?/],
  ['an unknown command with --help', ['logn', '--help'], /unknown command "logn"\n {5}Did you mean `clr login`\?/],
  ['an empty command', [''], /unknown command ""/],
  ['a command in capitals', ['Refresh'], /unknown command/],
  [
    'an argument too many',
    ['refresh', 'file.json'],
    /unexpected argument "file.json"\n {5}Name the credentials file with `--creds <FILE>`/
  ],
  ['an argument after a double dash', ['refresh', '--', '--trace'], /unexpected argument/],
  [
    'an unknown option',
    ['refresh', '--force'],
    /`clr refresh` has no option "--force"\n {5}`clr refresh --help` lists/
  ],
  ['an unknown short option', ['refresh', '-x'], /no option "-x"/],
  ['an unknown option with a value', ['refresh', '--dry=1'], /no option "--dry"\n {5}Did you mean `--dry-run`\?/],
  ['a long option with one dash', ['refresh', '-json'], /no option "-json"\n {5}Did you mean `--json`\?/],
  ['an abbreviated option', ['refresh', '--cred', 'x'], /no option "--cred"\n {5}Did you mean `--creds`\?/],
  ['an option in capitals', ['refresh', '--JSON'], /no option "--JSON"\n {5}Did you mean `--json`\?/],
  ['a value missing at the end', ['refresh', '--creds'], /`--creds` needs a value\n {5}Type `--creds <FILE>`/],
  ['a number missing at the end', ['refresh', '--timeout'], /`--timeout` needs a value\n {5}Type `--timeout <SECS>`/],
  [
    'an option in place of a value',
    ['refresh', '--creds', '--trace'],
    /`--creds` needs a value, but "--trace" follows/
  ],
  [
    'an option in place of a number',
    ['refresh', '--timeout', '--creds=x'],
    /`--timeout` needs a value, but "--creds=x" follows/
  ],
  [
    'a short option in place of a value',
    ['refresh', '--min-validity', '-v'],
    /`--min-validity` needs a value, but "-v" follows/
  ],
  [
    'a path that looks like an option',
    ['refresh', '--creds', '-x'],
    /"-x" follows, [^]*`--creds=-x` or `--creds \.\/-x`/
  ],
  ['a token in place of such a path', ['refresh', '--creds', '-sk-ant-oat01-test'], /credentials themselves/],
  ['a value for a switch', ['refresh', '--json=yes'], /`--json` takes no value, got "yes"/],
  ['a negated switch', ['refresh', '--no-trace'], /no option "--no-trace"/],
  ['an option given twice', ['refresh', '--creds', 'a', '--creds', 'b'], /`--creds` is given more than once/],
  ['a switch given twice', ['refresh', '--trace', '--trace'], /`--trace` is given more than once/],
  ['a timeout in words', ['refresh', '--timeout', 'soon'], /`--timeout` .*"soon"/],
  ['an empty timeout', ['refresh', '--timeout='], /`--timeout` .*""/],
  ['a negative timeout', ['refresh', '--timeout=-1'], /`--timeout` .*"-1"/],
  [
    'a negative timeout as a separate argument',
    ['refresh', '--timeout', '-1'],
    /`--timeout` must be a whole number .*"-1"/
  ],
  ['a negative timeout for recover', ['recover', '--timeout', '-1'], /`--timeout` must be a whole number .*"-1"/],
  ['a timeout with a fraction', ['refresh', '--timeout', '1.5'], /`--timeout` .*"1\.5"/],
  ['a validity without a number', ['refresh', '--min-validity', 'h'], /`--min-validity` .*"h"/],
  ['a negative validity', ['refresh', '--min-validity=-1'], /`--min-validity` must be a duration .*"-1"/],
  ['a negative validity as a separate argument', ['refresh', '--min-validity', '-1'], /must be a duration .*"-1"/],
  ['a validity longer than that of any token', ['refresh', '--min-validity', '36501d'], /at most 36500d, got "36501d"/],
  ['a validity in weeks', ['refresh', '--min-validity', '1w'], /`--min-validity` .*"1w"/],
  [
    'a validity for recover',
    ['recover', '--min-validity', '2h'],
    /`clr recover` has no option "--min-validity"\n {5}`--min-validity` is an option of `clr refresh`/
  ],
  ['a value for a dry run', ['refresh', '--dry-run=yes'], /`--dry-run` takes no value/],
  ['a dry run that is negated', ['refresh', '--no-dry-run'], /no option "--no-dry-run"/],
  ['a dry run twice', ['refresh', '--dry-run', '--dry-run'], /`--dry-run` is given more than once/],
  ['a dry run in place of a value', ['refresh', '--creds', '--dry-run'], /`--creds` needs a value, but "--dry-run"/],
  ['a dry run of recover', ['recover', '--dry-run'], /`clr recover` has no option "--dry-run"/],
  ['a dry run of status', ['status', '--dry-run'], /`clr status` has no option "--dry-run"/],
  ['a dry run of login', ['login', '--dry-run'], /`clr login` has no option "--dry-run"/],
  ['a bad validity with a dry run', ['refresh', '--dry-run', '--min-validity', 'x'], /`--min-validity` .*"x"/],
  ['a trace for recover', ['recover', '--trace'], /`clr recover` has no option "--trace"/],
  [
    'a secret for refresh',
    ['refresh', '--secret', 'X'],
    /`clr refresh` has no option "--secret"\n {5}`--secret` is an option of `clr login`/
  ],
  [
    'an unknown option of login',
    ['login', '--secrt', 'X'],
    /no option "--secrt"\n {5}Did you mean `--secret`\? `clr login --help` lists its options/
  ],
  ['a value missing for login', ['login', '--secret'], /`--secret` needs a value\n {5}Type `--secret <NAME>`/],
  [
    'a timeout for login',
    ['login', '--timeout', '9'],
    /`clr login` has no option "--timeout"\n {5}`--timeout` is an option of `clr refresh` and `clr recover`/
  ],
  [
    'two destinations of a login',
    ['login', '--creds', 'a', '--secret', 'X'],
    /`--creds` and `--secret` cannot be used together/
  ],
  ['a repository without a secret', ['login', '--repo', 'o/r'], /`--repo` needs `--secret`/],
  [
    'an address for a login that is there',
    ['login', '--from', 'a', '--email', 'x@example.com'],
    /`--from` and `--email` cannot be used together/
  ],
  ['a file as an argument of login', ['login', 'file.json'], /unexpected argument "file.json"/],
  ['an empty address', ['login', '--email', ''], /`--email` is empty/],
  [
    'an option in place of an address',
    ['login', '--email', '-x'],
    /`--email` needs a value, .*\n {5}Type `--email <MAIL>`/
  ],
  ['a time in weeks', ['status', '--within', '1w'], /`--within` must be a duration/],
  [
    'a file as an option of status',
    ['status', '--creds', 'a b'],
    /`clr status` has no option "--creds"\n {5}Name the file without an option: `clr status "a b"`\.\n/
  ],
  ['an option of status without its file', ['status', '--creds'], /without an option: `clr status FILE`\.\n/],
  ['an unknown option alone', ['-x'], /`clr` has no option "-x"\n {5}The commands are refresh, /],
  ['an unknown long option alone', ['--versoin=1'], /`clr` has no option "--versoin"\n {5}Did you mean `--version`\? /],
  [
    'an option without its command',
    ['--trace'],
    /there is no command\n {5}`--trace` is an option of `clr refresh`\. The /
  ],
  ['a bad timeout for recover', ['recover', '--timeout', 'x'], /`--timeout` .*"x"/],
  ['an empty path', ['refresh', '--creds', ''], /`--creds` must be a path, but is empty/],
  ['a path that is too long', ['refresh', '--creds', 'x'.repeat(5000)], /too long/]
]

describe('clr with a wrong argument', () => {
  it('names all commands that have an option', async () => {
    using home = new TestHome()
    expect((await home.clr(['login', '--json'])).report).toMatchObject({
      remedy: expect.stringMatching(/^`--json` is an option of `clr refresh`, `clr status` and `clr recover`\. /)
    })
  })

  it.each(WRONG)('reports %s in one sentence, and changes nothing', async (_what, args, sentence) => {
    using home = new TestHome()
    const run = await home.clr(args, { claude: 'notes-its-environment', cwd: home.at('.claude') })
    expect(run).toMatchObject({ exitCode: 1, stdout: '' })
    const [line = '', ...below] = run.stderr.trimEnd().split('\n')
    expect(line).toMatch(/^clr: usage: /)
    expect(run.stderr).toMatch(sentence)
    expect(below.at(-1)).toBe(`     More: ${troubleshootingUrl('usage')}`)
    expect(below.length).toBeLessThanOrEqual(2)
    expect(run.stderr).not.toMatch(/\n\s+at |node:|TypeError/)
    expect([home.names(), home.names('.claude')]).toEqual([['.claude'], ['.credentials.json']])
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
  })

  it.each([
    [['login', '--creds', ''], false],
    [['login', '--repo', 'o/r'], false],
    [['status', '--within', '1w'], false],
    [['status', '--json', ''], false],
    [['refresh', '--creds', ''], true],
    [['recover', '--timeout', 'x', '--json'], true]
  ])('says that the refresh token was not used only if the command could use it: %j', async (args, isSaid) => {
    using home = new TestHome()
    const { stdout, stderr } = await home.clr(args)
    expect(stdout + stderr).toContain('usage')
    expect((stdout + stderr).includes(NOT_SENT)).toBe(isSaid)
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
    ['help', /^Keep a Claude subscription login fresh[^]*Usage: clr <command> \[options\]/],
    ['help refresh', /Usage: clr refresh \[--creds/],
    ['help help', /Usage: clr <command>/],
    ['help refresh --bogus', /Usage: clr refresh \[--creds/],
    ['refresh --bogus --help', /Usage: clr refresh \[--creds/],
    ['refresh file.json --creds a --creds b -h', /Usage: clr refresh \[--creds/],
    ['refresh --min-validity -h', /Usage: clr refresh \[--creds/],
    ['-v', /^clr \d+\.\d+\.\d+\n$/],
    ['version', /^clr \d+\.\d+\.\d+\n$/],
    ['--help', /Usage: clr <command> \[options\][^]*\n {2}refresh [^]*\n {2}recover /],
    ['-h', /Usage: clr <command> \[options\]/],
    [
      'refresh --help',
      /--creds <FILE>[^]*--timeout <SECS>[^]*--min-validity <DURATION>[^]*--dry-run[^]*--trace[^]*--json/
    ],
    ['refresh -h', /Usage: clr refresh \[--creds/],
    ['login --help', /Usage: clr login \[--creds[^]*--secret <NAME>[^]*Exit status:/],
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

  it('prints its help if there is no argument at all, with exit status 1 because nothing was done', async () => {
    using home = new TestHome()
    const { stdout: help } = await home.clr(['--help'])
    expect(await home.clr([])).toMatchObject({ exitCode: 1, stdout: help, stderr: '' })
  })

  it('reads a --help after a double dash as an argument', async () => {
    using home = new TestHome()
    expect(await home.clr(['refresh', '--', '--help'])).toMatchObject({ exitCode: 1, stdout: '' })
  })
})

describe('parseArguments', () => {
  it('uses the documented defaults', () => {
    expect(parseArguments(['refresh'], {})).toEqual({
      kind: 'refresh',
      credsPath: '~/.claude/.credentials.json',
      credsFrom: CREDS,
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
      credsFrom: CREDS,
      timeoutSeconds: 9,
      minValidityMs: 7_200_000,
      trace: true,
      dryRun: true,
      json: true
    }
    expect(parseArguments(args, {})).toEqual({ kind: 'refresh', ...request })
  })

  it('uses only the defaults that apply to recover', () => {
    const defaults = { credsPath: '~/.claude/.credentials.json', credsFrom: CREDS, timeoutSeconds: 45, json: false }
    expect(parseArguments(['recover'], {})).toEqual({ kind: 'recover', ...defaults })
  })

  it('accepts a path that looks like an option after an equals sign', () => {
    expect(parseArguments(['refresh', '--creds=--json'], {})).toMatchObject({ credsPath: '--json', json: false })
  })

  it('distinguishes the help of the program from that of a command', () => {
    expect(parseArguments(['-h'], {})).toEqual({ kind: 'help', of: 'clr', exitCode: 0 })
    expect(parseArguments(['refresh', '-h'], {})).toEqual({ kind: 'help', of: 'refresh', exitCode: 0 })
    expect(refusalOf(() => parseArguments(['renew', '-h'], {})).reason).toBe('usage')
  })
})

describe('wantsJson', () => {
  it('finds --json even if other arguments are wrong', () => {
    expect(wantsJson(['refresh', '--nonsense', '--json'])).toBe(true)
    expect(wantsJson(['refresh', '--nonsense'])).toBe(false)
  })
})
