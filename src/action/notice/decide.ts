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

/** What has to be done about a login. @param issues all issues with its label, the newest first */
export function decide(situation: Situation, issues: readonly FoundIssue[]): Step {
  if (situation.kind === 'unclear') return { kind: 'nothing', issue: null }
  if (situation.kind === 'well') return settle(issues)
  const { trouble } = situation
  const issue = noticeAmong(issues)
  if (issue === null) return { kind: 'open', trouble }
  const known = issue.mark?.trouble ?? null
  if (known !== null && isSameTrouble(known, trouble)) return { kind: 'nothing', issue }
  return { kind: 'update', issue, trouble }
}

/** The issue about the login: an open one before a closed one, one of ours before another one, the newest of them. */
function noticeAmong(issues: readonly FoundIssue[]): FoundIssue | null {
  const open = issues.filter(({ isOpen }) => isOpen)
  const candidates = open.length > 0 ? open : issues
  return candidates.find(({ mark }) => mark !== null) ?? candidates[0] ?? null
}

/** Two runs at the same time may have opened an issue each, so all of ours are closed. */
function settle(issues: readonly FoundIssue[]): Step {
  const open = issues.filter(({ isOpen }) => isOpen)
  const ours = open.filter(({ mark }) => mark !== null)
  const toClose = ours.length > 0 ? ours : open.slice(0, 1)
  const closed = issues.filter(({ isOpen, mark }) => !isOpen && mark !== null && mark.trouble !== null)
  if (toClose.length + closed.length === 0) return { kind: 'nothing', issue: null }
  return { kind: 'settle', open: toClose, closed }
}
