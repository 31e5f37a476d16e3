import path from 'node:path'
import { HomeLayout } from '../home/home-layout.js'
import type { Log } from '../options.js'
import { RefreshError } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import { realPathOf } from '../system/read.js'
import { claudeArguments, optionsUnknownTo, shellLine } from './claude-command.js'
import { claudeEnvironment, claudeVariables } from './claude-environment.js'
import { findClaude } from './find-claude.js'
import { shimAt } from '../programs/shim.js'

/** What a trace is about. */
export interface TracedRun {
  /** Absolute path of the credentials file, which need not be there. */
  readonly creds: string
  /** 0 means no limit. */
  readonly timeoutSeconds: number
  /** The caller's. */
  readonly environment: NodeJS.ProcessEnv
}

/** Stands for the isolated HOME, which has no name before it is made. */
const HOME = new HomeLayout('<isolated HOME>')
const BASE_URL = 'https://127.0.0.1:<port>/<random>'

/** Shows the whole call of `claude` as it would be made now. Nothing has to exist for it, nothing is checked, nothing runs. */
export async function traceRun({ trace }: Log, { creds, timeoutSeconds, environment }: TracedRun): Promise<void> {
  const program = await programIn(environment)
  const unknown = optionsUnknownTo(program.version)
  const real = realPathOf(creds)
  const lines = [
    'clr refresh',
    `creds: ${creds}${real === creds ? '' : ` -> ${real}`}`,
    `timeout: ${timeoutSeconds === 0 ? 'none' : `${timeoutSeconds} s`}`,
    `isolated HOME: a new folder in ${real}.clr`,
    'working directory: /',
    ...variableLines(environment),
    `program: ${program.name}${program.version === null ? '' : ` (${program.version})`}`
  ]
  for (const line of lines) trace(`# ${line}`)
  trace(shellLine(['claude', ...claudeArguments(path.join(HOME.path, 'debug-1.log'), unknown)]))
}

/** Says that `claude` starts now, and how that differs from what was shown. */
export function traceCall({ trace }: Log, home: string, unknownOptions: ReadonlySet<string>): void {
  const without = unknownOptions.size === 0 ? '' : `, without ${[...unknownOptions].join(' ')}`
  trace(`# claude starts in ${home}${without}`)
}

/** Its path, and whether that is a version manager's shim; if there is no `claude`, the sentence that says so. */
async function programIn(environment: NodeJS.ProcessEnv): Promise<{
  readonly name: string
  readonly version: ClaudeProgram['version']
}> {
  try {
    const { path: name, version } = await findClaude(environment, null)
    const shim = shimAt(name)
    return { name: shim === null ? name : `${name}, a shim of ${shim.manager}`, version }
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    return { name: error.message, version: null }
  }
}

function variableLines(caller: NodeJS.ProcessEnv): readonly string[] {
  const isolation = {
    home: HOME.path,
    temporaryFolder: HOME.temporaryFolder,
    firstOnPath: HOME.firstOnPath,
    baseUrl: BASE_URL
  }
  const passed = claudeVariables(caller)
  const all = Object.entries(claudeEnvironment(caller, isolation))
  const isPassed = ([name, value]: readonly [string, string]): boolean => passed[name] === value
  const lineOf = ([name, value]: readonly [string, string]): string => `  ${name}${shownValue(name, value)}`
  return [
    `variables from the caller:${all.some(isPassed) ? '' : ' none'}`,
    ...all.filter(isPassed).map(lineOf),
    'variables that clr sets:',
    ...all.filter(variable => !isPassed(variable)).map(lineOf)
  ]
}

/** Variables whose value is shown as it is: paths, hosts, a locale. Whatever else there is may be a password. */
const HARMLESS = new Set([
  ...['HOME', 'USERPROFILE', 'TMPDIR', 'ANTHROPIC_BASE_URL', 'DISABLE_AUTOUPDATER', 'PATH', 'NO_PROXY', 'no_proxy'],
  ...['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'TZ', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  'CLAUDE_CODE_CLIENT_CERT'
])

function shownValue(name: string, value: string): string {
  if (/^no_proxy$/i.test(name) && value.includes('@')) return ' (not shown: a password may be in it)'
  if (HARMLESS.has(name)) return `=${value}`
  return /_proxy$/i.test(name) ? proxyAddress(value) : ' (not shown)'
}

/** Without user, password and whatever else may be a secret in it. */
function proxyAddress(proxy: string): string {
  if (proxy === '') return '='
  const url = URL.canParse(proxy) ? new URL(proxy) : null
  return url === null || url.host === '' ? ' (not a valid address)' : `=${url.protocol}//${url.host}`
}
