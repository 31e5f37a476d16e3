import { networkVariables } from '../core/claude/claude-environment.js'
import { NOT_STARTED, traceRun } from '../core/claude/trace.js'
import { dryRun } from '../core/dry-run.js'
import { absolutePath } from '../core/credentials/typed-path.js'
import { Deadline } from '../core/deadline.js'
import { endWarning } from '../core/end-warning.js'
import { replaceCommand, signInCommand } from '../core/login-command.js'
import type { Log } from '../core/options.js'
import { NOT_SENT, RefreshError } from '../core/reasons.js'
import { recover } from '../core/recover.js'
import { safeLine } from '../core/redact.js'
import { refresh } from '../core/refresh.js'
import { reportOf, type RefreshReport } from '../core/report.js'
import { MAY_BE_LOST } from '../core/token-use.js'
import { actAsOwner } from './act-as-owner.js'
import { parseArguments, wantsJson, type Request } from './arguments.js'
import { helpText } from './help.js'
import { cancelOnSignals } from './signals.js'
import { startSpinner } from './spinner.js'
import { runStatus } from './status.js'

/** Runs the program with the arguments after `node clr`. @returns its exit status: 0, 1 or 2 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await runRequest(parseArguments(args, process.env))
  } catch (error) {
    const report =
      error instanceof RefreshError
        ? reportOf(error.reason, error.message, remedyOf(error, args))
        : reportOf('internal', describeBug(error))
    print(report, { asJson: wantsJson(args), isDryRun: false })
    return report.exitCode
  }
}

/** What the table says about the refresh token has no place after a slip in a command that refreshes nothing. */
function remedyOf({ remedy }: RefreshError, args: readonly string[]): string {
  const command = args.find(argument => !argument.startsWith('-')) ?? ''
  return ['login', 'status'].includes(command) ? remedy.replace(NOT_SENT, '').trim() : remedy
}

async function runRequest(request: Request): Promise<number> {
  switch (request.kind) {
    case 'help':
      process.stdout.write(helpText(request.of))
      return 0
    case 'version':
      process.stdout.write(await versionText())
      return 0
    case 'login':
      return (await import('./login.js')).runLogin(request)
    case 'status':
      return runStatus(request)
    case 'refresh':
    case 'recover': {
      const report = await perform(request)
      print(report, { asJson: request.json, isDryRun: request.kind === 'refresh' && request.dryRun })
      return report.exitCode
    }
  }
}

async function versionText(): Promise<string> {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } })
  return `clr ${manifest.version}\n`
}

async function perform(request: Extract<Request, { kind: 'refresh' | 'recover' }>): Promise<RefreshReport> {
  const signals = cancelOnSignals()
  const startMs = performance.now()
  // The first line lets a caller send signals even if it does not know our pid, as with @actions/exec.
  if (request.json) process.stderr.write(`# clr ${request.kind}, pid ${process.pid}\n`)
  const log = logTo(request.kind === 'refresh' && request.trace)
  if (request.kind === 'refresh' && request.trace) {
    // First of all, because root may become another user, and nothing must have been read before that.
    const creds = absolutePath(request.credsPath, request.credsFrom)
    await traceRun(log, { creds, timeoutSeconds: request.timeoutSeconds, environment: process.env })
    if (request.dryRun) log.trace(NOT_STARTED)
  }
  const deadline = Deadline.after(request.timeoutSeconds, startMs)
  if (process.geteuid?.() === 0) await actAsOwner(request.credsPath, { deadline, cancel: signals.cancel })
  const spinner = await startSpinner(process.stderr)
  try {
    if (request.kind === 'recover') return await recover({ ...request, ...signals, startMs })
    if (request.dryRun) {
      const asIs = { incoming: null, findsClaude: true, environment: process.env }
      return await dryRun({ ...request, ...signals, ...asIs, startMs }, log)
    }
    return await refresh({ ...request, ...signals, startMs, environment: process.env }, log)
  } finally {
    spinner.stop()
  }
}

function logTo(isTracing: boolean): Log {
  const write = (text: string) => process.stderr.write(`${text}\n`)
  return {
    trace: line => {
      if (isTracing) write(safeLine(line))
    },
    claudeOutput: text => {
      if (text !== '') write(`# claude said:\n${text}`)
    }
  }
}

/** How a report is printed. */
interface Printing {
  readonly asJson: boolean
  /** A dry run has passed nothing to `claude`. */
  readonly isDryRun: boolean
}

function print(report: RefreshReport, { asJson, isDryRun }: Printing): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(report)}\n`)
    return
  }
  for (const warning of [...report.warnings, ...endWarnings(report)]) process.stderr.write(`clr: warning: ${warning}\n`)
  if (report.exitCode === 0) {
    process.stdout.write(`${report.message}\n`)
    return
  }
  process.stderr.write(
    `clr: ${report.reason}: ${report.message}\n${report.remedy === '' ? '' : `     ${report.remedy}\n`}`
  )
  const variables = report.claude === null || isDryRun ? [] : networkVariables(process.env)
  if (variables.length > 0) process.stderr.write(`     Set here, and passed to claude: ${variables.join(', ')}\n`)
}

/** In JSON, `loginEndsSoon` says it. */
function endWarnings(report: RefreshReport): readonly string[] {
  const warning = endWarning(report, Date.now())
  if (warning === null || report.creds === null) return []
  const command = (warning.hasEnded ? signInCommand : replaceCommand)(report.creds)
  return [safeLine(`${warning.sentence}: ${command}`)]
}

/** The message of an unknown error could hold a token, so only the place of the bug is named. */
function describeBug(error: unknown): string {
  const place = error instanceof Error ? /\bat (\w[\w.#]*)/.exec(error.stack ?? '')?.[1] : undefined
  return `something went wrong that should not${place === undefined ? '' : `, in ${place}`}; ${MAY_BE_LOST}`
}
