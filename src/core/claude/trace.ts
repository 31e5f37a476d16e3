import path from 'node:path'
import { HomeLayout } from '../home/home-layout.js'
import type { Log } from '../options.js'
import { shimAt } from '../programs/shim.js'
import { RefreshError } from '../reasons.js'
import { realPathOf } from '../system/read.js'
import { claudeArguments, optionsUnknownTo } from './claude-command.js'
import { shellLine } from '../shell-line.js'
import { claudeEnvironment, claudeVariables } from './claude-environment.js'
import { findClaude } from './find-claude.js'

/** The run to trace. */
export interface TracedRun {
  /** Absolute path of the credentials file, which need not exist. */
  readonly creds: string
  /** 0 means no limit. */
  readonly timeoutSeconds: number
  /** The caller's environment. */
  readonly environment: NodeJS.ProcessEnv
  /** What is known of a `claude` that is not on PATH yet; left out if it is looked for there. */
  readonly program?: TracedProgram
}

/** A `claude` as a trace names it. */
export interface TracedProgram {
  readonly name: string
  /** Null if not known. */
  readonly version: string | null
}

/** Placeholders: the real HOME and address are only known once they are created. */
const HOME = new HomeLayout('<isolated HOME>')
const BASE_URL = 'https://127.0.0.1:<port>/<random>'

/** Shows the whole call of `claude` as it would be made now. Checks nothing, runs nothing, and needs nothing to exist. */
export async function traceRun({ trace }: Log, run: TracedRun): Promise<void> {
  const { creds, timeoutSeconds, environment } = run
  const program = run.program ?? (await programIn(environment))
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

/**
 * The path of `claude`, and whether it is a version manager's shim; if `claude` is not found, a sentence that says so.
 */
async function programIn(environment: NodeJS.ProcessEnv): Promise<TracedProgram> {
  try {
    const { path: name, version } = await findClaude(environment, null)
    const shim = shimAt(name)
    return { name: shim === null ? name : `${name}, a shim of ${shim.manager}`, version }
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    return { name: error.message, version: null }
  }
}

/** The last line of the trace of a dry run. */
export const NOT_STARTED = '# dry run: `claude` is not started'

function variableLines(caller: NodeJS.ProcessEnv): readonly string[] {
  const passed = claudeVariables(caller)
  const all = Object.entries(claudeEnvironment(caller, HOME, BASE_URL))
  const isPassed = ([name, value]: readonly [string, string]): boolean => passed[name] === value
  const lineOf = ([name, value]: readonly [string, string]): string => `  ${name}${shownValue(name, value)}`
  return [
    `variables from the caller:${all.some(isPassed) ? '' : ' none'}`,
    ...all.filter(isPassed).map(lineOf),
    'variables that clr sets:',
    ...all.filter(variable => !isPassed(variable)).map(lineOf)
  ]
}

/** Variables whose value is shown: paths, hosts, a locale. Any other value may be a password. */
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

/** Shows only scheme and host: the user, the password and the rest may be secret. */
function proxyAddress(proxy: string): string {
  if (proxy === '') return '='
  const url = URL.canParse(proxy) ? new URL(proxy) : null
  return url === null || url.host === '' ? ' (not a valid address)' : `=${url.protocol}//${url.host}`
}
