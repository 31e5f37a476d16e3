import path from 'node:path'
import { troubleshootingUrl } from '../core/project.js'
import { outcomeOf, type RefreshError } from '../core/reasons.js'
import { redact } from '../core/redact.js'
import { statIfAny } from '../core/system/read.js'
import { withoutPair } from '../core/token-use.js'
import { setFailureOutputs } from '../entry/failure-outputs.js'
import { listenForSignals } from './clr/signals.js'
import { startClr } from './clr/start.js'
import type { ActionContext } from './context.js'
import { runMain } from './run-main.js'

/** The step itself. Both programs are in one bundle, and each entry file starts one of them. */
export function main(): void {
  run(runMain, endMain)
}

/** The work at the end of the job. Its code is loaded only here, so that `main` starts 2 ms sooner. */
export function post(): void {
  run(
    async context => (await import('./run-post.js')).runPost(context),
    error => ({ message: messageOf(error), remedy: outcomeOf('internal').remedy })
  )
}

/** What an annotation says about an unexpected error. */
type BugReport = Pick<RefreshError, 'message' | 'remedy'>

/**
 * Runs a program in the real context of a runner, and sets the exit status. Loads little, so that `clr` starts at once:
 * @actions/core (1 MB) is loaded while it runs.
 */
function run(program: (context: ActionContext) => Promise<0 | 1>, onBug: (error: unknown) => BugReport): void {
  process.exitCode = 1 // until success is certain
  const reportBug = (error: unknown): void => {
    report(onBug(error))
  }
  process.once('uncaughtException', reportBug) // @actions/exec does not catch a spawn that throws (ENOMEM)
  const context: ActionContext = {
    env: process.env,
    clrProgram: path.join(process.argv[1] ?? '', '../../cli/index.js'), // argv[1] is `dist/action/main.js`, or post.js
    startClr,
    loadToolkit: async () => (await import('./toolkit.js')).toolkit,
    signals: listenForSignals()
  }
  program(context).then(exit, reportBug)
}

/**
 * Exits once all output is written. Waiting for Node to end by itself would take some milliseconds more, because it tears
 * down its heap.
 */
function exit(exitCode: 0 | 1): void {
  process.stdout.write('', () => process.exit(exitCode))
}

/** The last resort, without @actions/core, which may be what failed: an annotation of one line, never a stack. */
function report({ message, remedy }: BugReport): void {
  const text = redact(`${message}. ${remedy} ${troubleshootingUrl('internal')}`)
    .replace(/\s+/g, ' ')
    .replaceAll('%', '%25')
  process.exitCode = 1
  process.stdout.write(`\n::error title=${outcomeOf('internal').title} (internal)::${text}\n`)
}

/** Ends `main` after an unexpected error: sets the outputs, unless they are set already. */
function endMain(error: unknown): BugReport {
  const file = process.env.GITHUB_OUTPUT ?? ''
  if (statIfAny(file)?.size === 0) setFailureOutputs(file, 'internal')
  // `clr` is the last program that `main` starts, and only `clr` sends a token.
  const isUnstarted = error instanceof Error && 'syscall' in error && error.syscall === 'spawn'
  return withoutPair({
    reason: 'internal',
    message: messageOf(error),
    tokenUse: isUnstarted ? 'not-sent' : 'perhaps-used'
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'an unknown error'
}
