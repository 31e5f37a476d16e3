import { networkVariables } from '../core/claude/claude-environment.js'
import { NOT_STARTED, traceRun } from '../core/claude/trace.js'
import { absolutePath } from '../core/credentials/typed-path.js'
import { Deadline } from '../core/deadline.js'
import { endWarning } from '../core/end-warning.js'
import { replaceCommand, signInCommand } from '../core/login-command.js'
import type { Log } from '../core/options.js'
import { ANNOUNCE_PID, pidLine } from '../core/pid-line.js'
import { RefreshError } from '../core/reasons.js'
import { safeLine } from '../core/redact.js'
import { refresh } from '../core/refresh.js'
import { reportOf, type RefreshReport } from '../core/report.js'
import { MAY_BE_LOST } from '../core/token-use.js'
import { actAsOwner } from './act-as-owner.js'
import { parseArguments, remedyForArguments, wantsJson, type Request } from './arguments.js'
import { layoutFor, resultText } from './messages.js'
import { say, sayFailure, writeResult } from './output.js'
import { cancelOnSignals } from './signals.js'
import { NO_SPINNER, startSpinner, type Spinner } from './spinner.js'
import { statusPaths } from './status-arguments.js'

/**
 * Runs the program with the arguments after `node clr`. The code for anything except a refresh is loaded only if it is needed.
 * @returns its exit status: 0, 1 or 2
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await runRequest(parseArguments(args, process.env))
  } catch (error) {
    const report =
      error instanceof RefreshError
        ? reportOf(error.reason, error.message, remedyForArguments(error, args))
        : reportOf('internal', describeBug(error))
    return print(report, { asJson: wantsJson(args), isDryRun: false })
  }
}

async function runRequest(request: Request): Promise<number> {
  switch (request.kind) {
    case 'help':
      return writeResult((await import('./others.js')).helpText(request.of), request.exitCode)
    case 'version':
      return writeResult(await versionText(), 0)
    case 'login':
      return (await import('./others.js')).runLogin(request)
    case 'status': {
      const paths = statusPaths(request)
      return (await import('./others.js')).runStatus(paths, request)
    }
    case 'refresh':
    case 'recover': {
      const report = await perform(request)
      return print(report, { asJson: request.json, isDryRun: request.kind === 'refresh' && request.dryRun })
    }
  }
}

async function versionText(): Promise<string> {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } })
  return `clr ${manifest.version}\n`
}

type RequestOfWork = Extract<Request, { kind: 'refresh' | 'recover' }>

async function perform(request: RequestOfWork): Promise<RefreshReport> {
  const signals = cancelOnSignals()
  const startMs = performance.now()
  announcePid(request.kind)
  let spinner = NO_SPINNER
  const log = logTo(request.kind === 'refresh' && request.trace, () => spinner)
  if (request.kind === 'refresh' && request.trace) {
    // First of all, because root may become another user, and nothing must have been read before that.
    const creds = absolutePath(request.credsPath, request.credsFrom)
    await traceRun(log, { creds, timeoutSeconds: request.timeoutSeconds, environment: process.env })
    if (request.dryRun) log.trace(NOT_STARTED)
  }
  const deadline = Deadline.after(request.timeoutSeconds, startMs)
  const work = await workOf(request)
  if (!request.json) spinner = await startSpinner(process.stderr, signals.cancel)
  try {
    if (process.geteuid?.() === 0) await actAsOwner(request.credsPath, { deadline, cancel: signals.cancel })
    return await work({ ...signals, startMs }, log)
  } finally {
    spinner.stop()
  }
}

type Work = (
  call: ReturnType<typeof cancelOnSignals> & { readonly startMs: number },
  log: Log
) => Promise<RefreshReport>

/** What a request asks for. All its code is loaded, since root may become a user who cannot read our programs. */
async function workOf(request: RequestOfWork): Promise<Work> {
  if (request.kind === 'recover') {
    const { recover } = await import('./others.js')
    return (call, log) => recover({ ...request, ...call }, log)
  }
  if (request.dryRun) {
    const { dryRun } = await import('./others.js')
    const asIs = { incoming: null, findsClaude: true, environment: process.env }
    return (call, log) => dryRun({ ...request, ...call, ...asIs }, log)
  }
  return (call, log) => refresh({ ...request, ...call, environment: process.env }, log)
}

/**
 * Prints our pid on standard error, before anything else, if the action asks for it: it can't learn the pid from
 * @actions/exec, and passes signals on to it.
 */
function announcePid(command: 'refresh' | 'recover'): void {
  if (process.env[ANNOUNCE_PID] === '1') process.stderr.write(`${pidLine(command, process.pid)}\n`)
}

/** @param spinner the one that shows what the run is doing now */
function logTo(isTracing: boolean, spinner: () => Spinner): Log {
  const write = (text: string) => process.stderr.write(`${text}\n`)
  return {
    trace: line => {
      if (isTracing) write(safeLine(line))
    },
    claudeOutput: text => {
      if (text !== '') write(`# claude printed:\n${text}`)
    },
    activity: now => {
      spinner().show(now)
    }
  }
}

/** How a report is printed. */
interface Printing {
  readonly asJson: boolean
  /** A dry run has passed nothing to `claude`. */
  readonly isDryRun: boolean
}

/** Prints a report. @returns the exit status */
async function print(report: RefreshReport, { asJson, isDryRun }: Printing): Promise<0 | 1 | 2> {
  const { exitCode, reason, message } = report
  const result = `${reason}: ${message}`
  if (asJson) return writeResult(`${JSON.stringify(report)}\n`, exitCode, result)
  for (const warning of [...report.warnings, ...endWarnings(report)]) say(`warning: ${warning}`)
  const took = reason === 'refreshed' ? `; took ${(report.elapsedMs / 1000).toFixed(1)} s` : ''
  if (exitCode === 0) return writeResult(resultText(message + took, layoutFor(process.stdout)), exitCode, result)
  const variables = report.claude === null || isDryRun ? [] : networkVariables(process.env)
  const notes = variables.length === 0 ? [] : [`Network variables passed to \`claude\`: ${variables.join(', ')}.`]
  sayFailure({ ...report, notes })
  return exitCode
}

/** In JSON, `loginEndsSoon` says it. */
function endWarnings(report: RefreshReport): readonly string[] {
  const warning = endWarning(report, Date.now())
  if (warning === null || report.creds === null) return []
  const command = (warning.hasEnded ? signInCommand : replaceCommand)(report.creds)
  return [`${warning.sentence}: \`${command}\``]
}

/** The message of an unknown error could hold a token, so only the place of the bug is named. */
function describeBug(error: unknown): string {
  const place = error instanceof Error ? /\bat (\w[\w.#]*)/.exec(error.stack ?? '')?.[1] : undefined
  return `unexpected error${place === undefined ? '' : ` in ${place}`}; ${MAY_BE_LOST}`
}
