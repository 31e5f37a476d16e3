import type { FoundIssue } from './issues.js'
import { isSameTrouble, type Situation, type Trouble } from './situation.js'

/** What has to be done. */
export type Step =
  | { readonly kind: 'nothing'; /** The issue that says the same already. */ readonly issue: FoundIssue | null }
  | { readonly kind: 'open'; readonly trouble: Trouble }
  /** Tells a person about another trouble in an issue that exists; opens it again if it is closed. */
  | { readonly kind: 'update'; readonly issue: FoundIssue; readonly trouble: Trouble }
  /** Closes issues because all is well, and forgets the trouble in those that a person closed. At least one list has any. */
  | { readonly kind: 'settle'; readonly open: readonly FoundIssue[]; readonly closed: readonly FoundIssue[] }

/**
 * What has to be done about a login. An issue without our mark belongs to somebody else, and stays as it is.
 * @param issues all issues with its label, the newest first
 */
export function decide(situation: Situation, issues: readonly FoundIssue[]): Step {
  if (situation.kind === 'unclear') return { kind: 'nothing', issue: null }
  if (situation.kind === 'well') return settle(issues)
  const { trouble } = situation
  const ours = issues.filter(({ mark }) => mark !== null)
  const told = ours.find(({ mark }) => mark?.trouble != null && isSameTrouble(mark.trouble, trouble))
  if (told !== undefined) return { kind: 'nothing', issue: told }
  const issue = ours.find(({ isOpen }) => isOpen) ?? ours[0]
  return issue === undefined ? { kind: 'open', trouble } : { kind: 'update', issue, trouble }
}

/** Two runs at the same time may have opened an issue each, so all of ours are closed. */
function settle(issues: readonly FoundIssue[]): Step {
  const ours = issues.filter(({ mark }) => mark !== null)
  const open = ours.filter(({ isOpen }) => isOpen)
  const closed = ours.filter(({ isOpen, mark }) => !isOpen && mark?.trouble !== null)
  if (open.length + closed.length === 0) return { kind: 'nothing', issue: null }
  return { kind: 'settle', open, closed }
}
