import path from 'node:path'
import { outcomeOf } from '../refresh/reasons.js'
import { redact } from '../refresh/redact.js'
import { runAction } from './run-action.js'
import { startClr } from './run-clr.js'

process.exitCode = 1 // until the opposite is known
process.once('uncaughtException', reportBug) // @actions/exec lets a spawn that throws (ENOMEM) go unhandled

// Loads little, so that `clr` starts at once: @actions/core (1 MB) comes in while it is at work.
runAction({
  env: process.env,
  clrProgram: path.join(import.meta.dirname, '../cli/index.js'),
  startClr,
  loadToolkit: () => import('@actions/core')
}).then(exitCode => {
  process.exitCode = exitCode
}, reportBug)

/** The last resort, without @actions/core, which may be what failed: an annotation of one sentence, never a stack. */
function reportBug(error: unknown): void {
  const message = redact(error instanceof Error ? error.message : 'something was thrown').replace(/\s+/g, ' ')
  const { title, remedy } = outcomeOf('internal')
  process.exitCode = 1
  process.stdout.write(`\n::error title=${title} (internal)::${`${message}. ${remedy}`.replaceAll('%', '%25')}\n`)
}
