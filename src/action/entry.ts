import path from 'node:path'
import { outcomeOf, type RefreshError } from '../core/reasons.js'
import { redact } from '../core/redact.js'
import { statIfAny } from '../core/system/read.js'
import { withoutPair } from '../core/token-use.js'
import { setFailureOutputs } from '../entry/failure-outputs.js'
import { listenForSignals } from './clr/signals.js'
import { startClr } from './clr/start.js'
import type { ActionContext } from './context.js'

/**
 * Runs one of the action's programs in the context that a runner gives it, and sets the exit status. Loads little, so
 * that `clr` starts at once: @actions/core (1 MB) comes in while it is at work.
 */
export function runEntry(run: (context: ActionContext) => Promise<0 | 1>, onBug: OnBug = asItIs): void {
  process.exitCode = 1 // until the opposite is known
  const reportBug = (error: unknown): void => {
    report(onBug(error))
  }
  process.once('uncaughtException', reportBug) // @actions/exec lets a spawn that throws (ENOMEM) go unhandled
  const context: ActionContext = {
    env: process.env,
    clrProgram: path.join(process.argv[1] ?? '', '../../cli/index.js'), // this is `dist/action/main.js`, or post.js
    startClr,
    loadToolkit: () => import('@actions/core'),
    signals: listenForSignals()
  }
  run(context).then(exit, reportBug)
}

/** Once all is written; not left to the end of the event loop: taking down its heap costs Node some milliseconds more. */
function exit(exitCode: 0 | 1): void {
  process.stdout.write('', () => process.exit(exitCode))
}

/** What a program does about an error that nobody expected, and says of it. */
type OnBug = (error: unknown) => Pick<RefreshError, 'message' | 'remedy'>

function asItIs(error: unknown): ReturnType<OnBug> {
  return { message: whatWasThrown(error), remedy: outcomeOf('internal').remedy }
}

/** What an error says, if it is one. */
function whatWasThrown(error: unknown): string {
  return error instanceof Error ? error.message : 'something was thrown'
}

/** The last resort, without @actions/core, which may be what failed: an annotation of one sentence, never a stack. */
function report({ message, remedy }: ReturnType<OnBug>): void {
  const text = redact(`${message}. ${remedy}`).replace(/\s+/g, ' ').replaceAll('%', '%25')
  process.exitCode = 1
  process.stdout.write(`\n::error title=${outcomeOf('internal').title} (internal)::${text}\n`)
}

/**
 * Ends `main` after an error that nobody expected: sets the outputs, unless it came so late that they are set.
 * @returns what to say of it, and of the refresh token
 */
export function endMain(error: unknown): RefreshError {
  const file = process.env.GITHUB_OUTPUT ?? ''
  if (statIfAny(file)?.size === 0) setFailureOutputs(file, 'internal')
  const tokenUse = isUnstarted(error) ? 'not-sent' : 'perhaps-used'
  return withoutPair({ reason: 'internal', message: whatWasThrown(error), tokenUse })
}

/** Whether the system refused to start a program: the last one that `main` starts is `clr`, and only `clr` sends a token. */
function isUnstarted(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'spawn'
}
