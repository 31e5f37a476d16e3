import { outcomeOf, type Reason } from '../core/reasons.js'

/** What a workflow says instead of a remedy that only fits a terminal. */
const FOR_WORKFLOWS: Readonly<Partial<Record<Reason, string>>> = {
  'claude-not-found':
    'Set `claude-version: stable`, and the action installs it, or put `claude` on PATH in an earlier step.',
  'claude-failed': 'Run `claude --version` in a step of the same job to see whether `claude` works there at all.'
}

/** A remedy of `clr` or of the core for the readers of a workflow. @param remedy by default the usual one for this reason */
export function remedyForWorkflow(reason: Reason, remedy = outcomeOf(reason).remedy): string {
  const own = FOR_WORKFLOWS[reason]
  return own === undefined ? remedy : remedy.replace(outcomeOf(reason).remedy, () => own)
}
