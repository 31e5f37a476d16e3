import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { Deadline } from '../src/core/deadline.js'
import { findCredentialsFile } from '../src/core/credentials/credentials-path.js'
import { whileLocked } from '../src/core/locks/locks.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from './github/github.js'
import { Job } from './job.js'
import { parseObject } from './json-object.js'
import { ROOT } from './paths.js'
import { startClaudeRegistry } from './registry/claude-package.js'
import { sampleText } from './sample-login.js'
import { TestHome, type ClrOptions } from './test-home.js'
import { until } from './waiting.js'

/** The secret of the steps. */
export const SECRET = 'CLAUDE_CREDENTIALS'

/** What a call of `clr` finds. */
export interface TerminalOptions extends Omit<ClrOptions, 'cwd'> {
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
export async function terminal(
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
export function logged(what: string): Promise<string> {
  const env = { LC_LINE: `OAuth refresh failed (expected): ${what}` }
  return terminal('refresh', { claude: 'logs-a-failure', env })
}

/** What a terminal shows of a refresh while another run holds the lock. */
export async function behindAnother(): Promise<string> {
  using home = new TestHome()
  const forever = { deadline: Deadline.after(0), cancel: new AbortController().signal }
  const call = 'refresh --timeout 10'
  const { stderr } = await whileLocked(findCredentialsFile(home.creds), forever, () =>
    home.clr(call.split(' '), { claude: 'refreshes' })
  )
  return onTerminal(home, call, stderr)
}

type Inputs = Readonly<Record<string, string>>

/** What the log of a failed step shows of its end. @param claude a small program */
export async function failedStep(
  claude: string,
  inputs: Inputs,
  variables: (job: Job) => NodeJS.ProcessEnv = () => ({})
): Promise<string> {
  using job = new Job(claude)
  if (!('creds-json' in inputs)) job.writeCredentials(sampleText())
  const { stdout } = await job.main(inputs, variables(job))
  return inLog(stdout, job)
}

/** The same for a step that installs the CLI. */
export async function stepWithRegistry(inputs: Inputs): Promise<string> {
  await using registry = await startClaudeRegistry('refreshes')
  const shown = await failedStep('refreshes', inputs, () => ({ NPM_CONFIG_REGISTRY: registry.url }))
  return shown.replaceAll(registry.url, 'https://registry.npmjs.org/')
}

/**
 * The same for a step that stores the login in a secret.
 * @param before what has to happen to the stand-in for GitHub first
 */
export async function stepWithSecret(inputs: Inputs, before?: (github: StandInGitHub) => void): Promise<string> {
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

/** What the log of a step shows of its end if its `clr` is killed. */
export async function killedInJob(): Promise<string> {
  using job = new Job('hangs')
  job.writeCredentials(sampleText())
  const main = job.start('main')
  await until(() => job.state.clr !== undefined && job.isolatedHomes.length > 0)
  process.kill(Number(parseObject(job.state.clr ?? '').pid), 'SIGKILL')
  return inLog((await main.ended).stdout, job)
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
