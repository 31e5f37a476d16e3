import type { TimeBudget } from '../../github-secrets/retries.js'
import { decide, type Step } from './decide.js'
import type { NoticeInputs } from './inputs.js'
import { Issues, type FoundIssue } from './issues.js'
import { marked, withBlock, withMark } from './mark.js'
import { isSameTrouble, judge, type Trouble } from './situation.js'
import { closingText, FOOTER, textOf, titleOf, type Subject } from './texts.js'

/** What was done, in a line for the log. */
export interface NoticeResult {
  readonly line: string
  readonly warnings: readonly NoticeWarning[]
}

/** What a person should know, in an annotation. */
export interface NoticeWarning {
  readonly title: string
  readonly sentence: string
}

/**
 * Opens, updates or closes the issue of a login, or leaves it as it is. Each try looks at the issues first, also after a
 * failure of uncertain effect, so that what an earlier one has done is not done twice.
 * @throws ApiFailure
 */
export async function keepNotice(inputs: NoticeInputs, subject: Subject, budget: TimeBudget): Promise<NoticeResult> {
  const situation = judge(inputs.run)
  if (situation.kind === 'unclear') {
    const isUnwired = inputs.run.result === 'success' && inputs.run.reason === ''
    return { line: `the run says nothing new about ${subject.label}`, warnings: isUnwired ? [UNWIRED] : [] }
  }
  let begun: Step | null = null
  return budget.retry(async signal => {
    const issues = new Issues(inputs.target, inputs.label, signal)
    const step = decide(situation, await issues.find())
    // An earlier try has done it, although its answer was lost.
    if (step.kind === 'nothing')
      return { line: begun === null ? nothingLine(step) : doneLine(begun, step), warnings: [] }
    begun ??= step
    return perform(step, issues, subject)
  })
}

/** Without it, an end that comes near would go unnoticed. */
const UNWIRED: NoticeWarning = {
  title: 'The input reason is empty',
  sentence:
    'The job succeeded, but its `reason` is not known, so no issue would be opened when the login ends. Declare the outputs of the refresh step as `outputs` of its job, and pass them to this step.'
}

type Change = Exclude<Step, { readonly kind: 'nothing' }>

function perform(step: Change, issues: Issues, subject: Subject): Promise<NoticeResult> {
  if (step.kind === 'open') return open(step.trouble, issues, subject)
  return step.kind === 'update' ? update(step, issues, subject) : settle(step, issues, subject)
}

async function open(trouble: Trouble, issues: Issues, subject: Subject): Promise<NoticeResult> {
  await issues.createLabel('The issue of clr-refresh about this Claude login')
  const body = withBlock('', { trouble, commentId: 0 }, bodyText(trouble, subject))
  const { number, isLabelled } = await issues.create({ title: titleOf(trouble, subject), body })
  const warning = {
    title: `Issue #${number} has no label`,
    sentence: `github-token may not set labels. Add the label ${JSON.stringify(subject.label)} by hand: without it, later runs do not find this issue, and open another one.`
  }
  return { line: `opened issue #${number}`, warnings: isLabelled ? [] : [warning] }
}

/** The longest body that GitHub accepts, in characters. The comment says the same if people have written that much. */
const MAX_BODY_LENGTH = 65_536

type Update = Extract<Step, { readonly kind: 'update' }>

/** The comment comes first: if this run is killed before the body is written, the next one finds the comment. */
async function update(step: Update, issues: Issues, subject: Subject): Promise<NoticeResult> {
  const { issue, trouble } = step
  const commentId = await say({ issue, trouble, text: textOf(trouble, subject) }, issues)
  const mark = { trouble, commentId }
  const whole = withBlock(issue.body, mark, bodyText(trouble, subject))
  const body = whole.length > MAX_BODY_LENGTH ? withMark(issue.body, mark) : whole
  await issues.update(issue.number, { title: titleOf(trouble, subject), body }, issue.isOpen ? undefined : 'open')
  return { line: doneLine(step), warnings: [] }
}

type Settle = Extract<Step, { readonly kind: 'settle' }>

async function settle(step: Settle, issues: Issues, subject: Subject): Promise<NoticeResult> {
  for (const issue of step.open) {
    const commentId = await say({ issue, trouble: null, text: closingText(subject) }, issues)
    await issues.update(issue.number, { body: withMark(issue.body, { trouble: null, commentId }) }, 'closed')
  }
  for (const { number, body, mark } of step.closed) {
    await issues.update(number, { body: withMark(body, { trouble: null, commentId: mark?.commentId ?? 0 }) })
  }
  return { line: doneLine(step), warnings: [] }
}

interface Saying {
  readonly issue: FoundIssue
  /** Null if all is well. */
  readonly trouble: Trouble | null
  readonly text: string
}

/**
 * Adds a comment, unless the issue is locked, or the newest one says the same and belongs to a run that got no further.
 * @returns the id of the newest comment of ours
 */
async function say({ issue, trouble, text }: Saying, issues: Issues): Promise<number> {
  if (issue.isLocked) return issue.mark?.commentId ?? 0
  const newest = await issues.newestComment(issue)
  const isUnfinished = newest !== null && newest.id > (issue.mark?.commentId ?? 0)
  if (isUnfinished && saysTheSame(newest.mark.trouble, trouble)) return newest.id
  return issues.comment(issue.number, marked({ trouble, commentId: 0 }, text))
}

function saysTheSame(known: Trouble | null, now: Trouble | null): boolean {
  return known === null || now === null ? known === now : isSameTrouble(known, now)
}

function bodyText(trouble: Trouble, subject: Subject): string {
  return `${textOf(trouble, subject)}\n\n${FOOTER}`
}

function nothingLine({ issue }: Extract<Step, { readonly kind: 'nothing' }>): string {
  if (issue === null) return 'all is well, and there is no open issue'
  return issue.isOpen
    ? `nothing has changed since issue #${issue.number}`
    : `nothing has changed since issue #${issue.number}, which a person has closed`
}

/** @param now what was found after the answer was lost */
function doneLine(step: Step, now?: Extract<Step, { readonly kind: 'nothing' }>): string {
  if (step.kind === 'nothing') return nothingLine(step)
  if (step.kind === 'open') return `opened issue #${now?.issue?.number ?? '?'}`
  if (step.kind === 'update') return `${step.issue.isOpen ? 'updated' : 'reopened'} issue #${step.issue.number}`
  if (step.open.length === 0) return 'all is well, and there is no open issue'
  return `closed ${step.open.map(({ number }) => `issue #${number}`).join(', ')}`
}
