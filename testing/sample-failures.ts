import { chmodSync, chownSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { Deadline } from '../src/core/deadline.js'
import { findCredentialsFile } from '../src/core/credentials/credentials-path.js'
import { whileLocked } from '../src/core/locks/locks.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from './github/github.js'
import { Job } from './job.js'
import { parseObject } from './json-object.js'
import { ROOT } from './paths.js'
import { sampleText } from './sample-login.js'
import { faultAt, TestHome, type ClrOptions } from './test-home.js'
import { until } from './waiting.js'

/** Makes one failure happen with the real programs. Returns what a person sees of it, without what differs from run to run. */
type Scene = () => Promise<string>

const SECRET = 'CLAUDE_CREDENTIALS'
/** Lets a sign-in go on although there is neither a terminal nor a browser: the small programs need none. */
const WITH_BROWSER = { DISPLAY: ':9', BROWSER: '/bin/true' }
/** What a native `claude` says on a system that is too old for it. */
const LACKS_A_LIBRARY = `#!/bin/sh
echo "claude: /lib/x86_64-linux-gnu/libc.so.6: version 'GLIBC_2.34' not found (required by claude)" >&2
exit 1
`
/** Some user who is not root. */
const UID = 12345

/** One typical run for each reason that is a failure, as docs/troubleshooting.md shows it. */
export const SAMPLE_FAILURES: Readonly<Record<string, Scene>> = {
  usage: () => terminal('refresh --timeout 45s'),
  'creds-not-found': () => terminal('refresh', { text: null }),
  'creds-unreadable': () => terminal('refresh', { before: withoutRights, ...asOrdinaryUser() }),
  'creds-invalid': () => terminal('refresh', { text: sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }) }),
  'creds-not-writable': () =>
    terminal('refresh', {
      claude: 'refreshes',
      before: home => {
        chmodSync(home.at('.claude'), 0o777)
      }
    }),
  'login-exists': () => terminal('login', { claude: 'signs-in', env: WITH_BROWSER }),
  'claude-not-found': () => terminal('refresh'),
  'claude-failed': () => terminal('refresh', { script: LACKS_A_LIBRARY }),
  'claude-install-failed': () => failedStep('refreshes', { 'claude-version': '9.9.9' }, withNpm),
  'login-rejected': () => terminal('refresh', { claude: 'says-why-and-blanks-the-file' }),
  'login-expired': () =>
    terminal('refresh', {
      claude: 'says-why-and-blanks-the-file',
      text: sampleText({ refreshTokenExpiresAt: Date.UTC(2026, 0, 31) })
    }),
  'login-failed': () => terminal('login', { text: null, claude: 'fails-to-sign-in', env: WITH_BROWSER }),
  'rate-limited': () => logged('Request failed with status code 429'),
  network: () => logged('connect ECONNREFUSED 127.0.0.1:8080'),
  'server-error': () => logged('Request failed with status code 503'),
  'not-refreshed': () => terminal('refresh', { claude: 'dies-in-the-exchange' }),
  timeout: () => terminal('refresh --timeout 20', { claude: 'hangs' }),
  locked: behindAnother,
  cancelled: () => terminal('refresh', { claude: 'hangs', interrupt: true }),
  'write-back-failed': () =>
    terminal('refresh', { claude: 'refreshes', env: faultAt('renameSync', '.credentials.json', 'ENOSPC') }),
  'secret-not-writable': () => stepWithSecret({ 'github-token': 'test-expired' }),
  'secret-write-failed': () =>
    stepWithSecret({}, github => {
      const fault = { kind: 'status', status: 403, body: { message: 'Resource not accessible' } } as const
      github.faults.add({ method: 'PUT', path: new RegExp(SECRET), fault, times: 99 })
    }),
  'secret-stale': () =>
    stepWithSecret({ 'creds-json': storedLongAgo() }, github => {
      github.repository('acme/app').put(SECRET, { text: 'newer' })
    }),
  internal: killedInJob
}

interface TerminalOptions extends Omit<ClrOptions, 'cwd'> {
  /** Of the credentials file; null for none. */
  readonly text?: string | null
  /** What has to happen to the HOME first. */
  readonly before?: (home: TestHome) => void
  /** A script that is installed as `claude` is by its own installer. */
  readonly script?: string
  /** Whether to press Ctrl-C once `claude` is at work. */
  readonly interrupt?: boolean
}

/** What a terminal shows of a call of `clr` that fails. */
async function terminal(
  call: string,
  { text, before, script, interrupt, ...options }: TerminalOptions = {}
): Promise<string> {
  using home = new TestHome(text)
  before?.(home)
  const found = script === undefined ? {} : { PATH: `${installed(home, script)}:/usr/bin:/bin` }
  // more than the default of 45 s, which can pass on a busy machine
  const env = { CLR_TIMEOUT: '300', ...found, ...options.env }
  const run = home.startClr(call.split(' '), { ...options, env })
  if (interrupt === true) {
    await until(() => home.isolatedHomes.some(isolated => readdirSync(isolated).includes('claude.stat')))
    run.signal('SIGINT')
  }
  return onTerminal(home, call, (await run.ended).stderr)
}

/** Puts a program where the installer of `claude` does. @returns the folder for PATH */
function installed(home: TestHome, script: string): string {
  const program = home.write('.local/share/claude/versions/2.1.332', script, 0o755)
  mkdirSync(home.at('.local/bin'))
  symlinkSync(program, home.at('.local/bin/claude'))
  return home.at('.local/bin')
}

function onTerminal(home: TestHome, call: string, stderr: string): string {
  return `$ clr ${call}\n${anonymous(stderr, home.path)}`
}

/** A refresh whose `claude` writes this failure of its exchange into its debug log. */
function logged(what: string): Promise<string> {
  const env = { LC_LINE: `OAuth refresh failed (expected): ${what}` }
  return terminal('refresh', { claude: 'logs-a-failure', env })
}

/** Takes away all rights on the credentials file; root would not notice, so everything is given to an ordinary user. */
function withoutRights(home: TestHome): void {
  const { uid } = asOrdinaryUser()
  if (uid !== undefined) for (const at of ['', '.claude', '.claude/.credentials.json']) chownSync(home.at(at), uid, uid)
  chmodSync(home.creds, 0)
}

function asOrdinaryUser(): { readonly uid?: number } {
  return process.geteuid?.() === 0 ? { uid: UID } : {}
}

async function behindAnother(): Promise<string> {
  using home = new TestHome()
  const forever = { deadline: Deadline.after(0), cancel: new AbortController().signal }
  const call = 'refresh --timeout 10'
  const { stderr } = await whileLocked(findCredentialsFile(home.creds), forever, () =>
    home.clr(call.split(' '), { claude: 'refreshes' })
  )
  return onTerminal(home, call, stderr)
}

type Inputs = Readonly<Record<string, string>>

/** What the log of a failed step shows of its end. */
async function failedStep(
  claude: string,
  inputs: Inputs,
  variables: (job: Job) => NodeJS.ProcessEnv = () => ({})
): Promise<string> {
  using job = new Job(claude)
  if (!('creds-json' in inputs)) job.writeCredentials(sampleText())
  const { stdout } = await job.main(inputs, variables(job))
  return inLog(stdout, job)
}

async function stepWithSecret(inputs: Inputs, before?: (github: StandInGitHub) => void): Promise<string> {
  const github = await startGitHub()
  github.repository('acme/app')
  before?.(github)
  const given = { 'creds-json': sampleText(), 'secret-name': SECRET, 'github-token': WRITE_TOKEN, ...inputs }
  try {
    const shown = await failedStep('refreshes', given, () => ({ GITHUB_API_URL: github.apiUrl }))
    return shown.replaceAll(github.apiUrl, 'https://api.github.com')
  } finally {
    await github.close()
  }
}

/** A login that an earlier job has stored, before somebody else wrote the secret. */
function storedLongAgo(): string {
  return JSON.stringify({ ...parseObject(sampleText()), storedAt: new Date(Date.now() - 600_000).toISOString() })
}

async function killedInJob(): Promise<string> {
  using job = new Job('hangs')
  job.writeCredentials(sampleText())
  const main = job.start('main')
  await until(() => job.state.clr !== undefined && job.isolatedHomes.length > 0)
  process.kill(Number(parseObject(job.state.clr ?? '').pid), 'SIGKILL')
  return inLog((await main.ended).stdout, job)
}

/** A runner with a stand-in for npm, and without any `claude`. */
function withNpm(job: Job): NodeJS.ProcessEnv {
  const PATH = [path.join(ROOT, 'testing/npm'), path.dirname(process.execPath), '/usr/bin', '/bin'].join(':')
  return { PATH, LC_NPM_NOTES: job.at('npm-notes') }
}

/** The errors in the log of a step as a runner shows them, without their titles. */
function inLog(stdout: string, job: Job): string {
  const errors = [...stdout.matchAll(/^::error [^:]*::(.*)$/gm)].map(([, text = '']) => `Error: ${text}`)
  const shown = errors.join('\n').replaceAll('%0A', '\n').replaceAll('%25', '%').replaceAll('%0D', '')
  return anonymous(shown, job.path)
}

/** Without what differs from run to run. */
function anonymous(text: string, home: string): string {
  const parts: readonly (readonly [string | RegExp, string])[] = [
    [home, '/home/anna'],
    [path.join(ROOT, 'testing/claudes'), '/opt'],
    [/(?<=\bpid )\d+/g, '4711'],
    [/(?<=\/rescue-)\d{8}T\d{6}Z/g, '20260301T172100Z'],
    [/\(in \d+ (?:min|h|days)\)/g, '(in 59 min)'],
    [/\d+ (?:s|min|h|days) ago/g, '2 days ago']
  ]
  let hour = 18 // so that the second date of a message is the earlier one, as in `secret-stale`
  return parts
    .reduce((shown, [from, to]) => shown.replaceAll(from, to), text)
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, () => `2026-03-01 ${(hour -= 1)}:21 UTC`)
    .trim()
}
