import { networkVariables } from '../core/claude/claude-environment.js'
import { traceRun } from '../core/claude/trace.js'
import { absolutePath } from '../core/credentials/typed-path.js'
import { Deadline } from '../core/deadline.js'
import type { Log } from '../core/options.js'
import { RefreshError } from '../core/reasons.js'
import { recover } from '../core/recover.js'
import { safeLine } from '../core/redact.js'
import { refresh } from '../core/refresh.js'
import { reportOf, type RefreshReport } from '../core/report.js'
import { MAY_BE_LOST } from '../core/token-use.js'
import { actAsOwner } from './act-as-owner.js'
import { parseArguments, wantsJson, type Request } from './arguments.js'
import { cancelOnSignals } from './cancel.js'
import { helpText } from './help.js'
import { startSpinner } from './spinner.js'

/** Runs the program with the arguments after `node clr` and returns its exit status: 0, 1 or 2. */
export async function run(args: readonly string[]): Promise<number> {
  const report = await reportFor(args)
  if (report === null) return 0
  print(report, wantsJson(args))
  return report.exitCode
}

/** The report of a run; null if only a text was asked for. */
async function reportFor(args: readonly string[]): Promise<RefreshReport | null> {
  try {
    const request = parseArguments(args, process.env)
    if (request.kind === 'refresh' || request.kind === 'recover') return await workAsAsked(request)
    process.stdout.write(request.kind === 'help' ? helpText(request.of) : await versionText())
    return null
  } catch (error) {
    if (error instanceof RefreshError) return reportOf(error.reason, error.message, error.remedy)
    return reportOf('internal', describeBug(error))
  }
}

async function versionText(): Promise<string> {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } })
  return `clr ${manifest.version}\n`
}

type Work = Extract<Request, { kind: 'refresh' | 'recover' }>

async function workAsAsked(request: Work): Promise<RefreshReport> {
  const signals = cancelOnSignals()
  const startMs = performance.now()
  // The first line tells a caller that hides our pid (as @actions/exec does) whom to signal.
  if (request.json) process.stderr.write(`# clr ${request.kind}, pid ${process.pid}\n`)
  const log = logTo(request.kind === 'refresh' && request.trace)
  if (request.kind === 'refresh' && request.trace) await showCall(request, log)
  const deadline = Deadline.after(request.timeoutSeconds, startMs)
  if (process.geteuid?.() === 0) await actAsOwner(request.credsPath, { deadline, cancel: signals.cancel })
  const spinner = await startSpinner(process.stderr)
  try {
    if (request.kind === 'recover') return await recover({ ...request, ...signals, startMs })
    return await refresh({ ...request, ...signals, startMs, environment: process.env }, log)
  } finally {
    spinner.stop()
  }
}

/** Before anything else is done: root may become another user, and nothing has been looked at yet. */
function showCall(
  { credsPath, credsFrom, timeoutSeconds }: Extract<Work, { kind: 'refresh' }>,
  log: Log
): Promise<void> {
  return traceRun(log, { creds: absolutePath(credsPath, credsFrom), timeoutSeconds, environment: process.env })
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

function print(report: RefreshReport, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(report)}\n`)
    return
  }
  for (const warning of report.warnings) process.stderr.write(`clr: warning: ${warning}\n`)
  if (report.exitCode === 0) {
    process.stdout.write(`${report.message}\n`)
    return
  }
  process.stderr.write(
    `clr: ${report.reason}: ${report.message}\n${report.remedy === '' ? '' : `     ${report.remedy}\n`}`
  )
  const variables = report.claude === null ? [] : networkVariables(process.env)
  if (variables.length > 0) process.stderr.write(`     Set here, and passed to claude: ${variables.join(', ')}\n`)
}

/** A bug's own words could hold a token: only where it happened is safe to say. */
function describeBug(error: unknown): string {
  const place = error instanceof Error ? /\bat (\w[\w.#]*)/.exec(error.stack ?? '')?.[1] : undefined
  return `something went wrong that should not${place === undefined ? '' : `, in ${place}`}; ${MAY_BE_LOST}`
}
