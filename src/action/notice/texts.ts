import { troubleshootingUrl } from '../../core/project.js'
import { isReason, outcomeOf } from '../../core/reasons.js'
import { utcMinute } from '../../core/times.js'
import { withInputNames } from '../input-names.js'
import { inlineCode, link, plainLine } from '../output/markdown.js'
import type { RunLinks } from '../output/run-links.js'
import { runAgain, signInBlocks } from '../output/sign-in.js'
import { howToSignIn, placeInWords } from '../output/text.js'
import { remedyForWorkflow } from '../remedies.js'
import { ENDS_SOON, NO_REASON, type LoginRun, type Trouble } from './situation.js'

/** What the texts are about. */
export interface Subject {
  readonly run: LoginRun
  readonly label: string
  /** The `clr login` line; empty if not known. */
  readonly loginCommand: string
  readonly links: RunLinks
  /** Texts that must not be shown, whatever the inputs hold. */
  readonly secrets: readonly string[]
  readonly nowMs: number
}

/** The title of the issue: plain text. */
export function titleOf(trouble: Trouble, subject: Subject): string {
  const name = `"${plainLine(subject.label, subject.secrets).replaceAll('@', '@\u200b')}"` // no mention
  if (trouble.reason === ENDS_SOON) return `The Claude login ${name} ${endPhrase(trouble, subject.nowMs)}`
  const failure = knownFailure(trouble.reason)
  const isEndNews = trouble.isEndingSoon && !NEEDS_SIGN_IN.includes(trouble.reason)
  const end = isEndNews ? `; the login ${endPhrase(trouble, subject.nowMs)}` : ''
  if (failure !== null) return `The Claude login ${name}: ${failure.title} (${trouble.reason})${end}`
  return `The job that refreshes the Claude login ${name} ${jobEnd(subject.run)}${end}`
}

/** What a person has to know and do, in Markdown: the text of the issue, and of a comment. */
export function textOf(trouble: Trouble, subject: Subject): string {
  return [...whatHappened(trouble, subject), ...whatToDo(trouble, subject)].join('\n\n')
}

/** What the issue has below `textOf`. */
export const FOOTER = '_The workflow keeps this text up to date. Anything that you write above or below it is kept._'

/** The comment with which an issue is closed. */
export function closingText({ run, links, label, secrets }: Subject): string {
  const where = links.run === null ? 'the last run' : link('this run', links.run)
  const ends = run.loginExpiresAtMs === null ? '' : ` The login ends on ${utcMinute(run.loginExpiresAtMs)} UTC.`
  return `The login ${inlineCode(plainLine(label, secrets))} is fine again: ${where} ended with ${inlineCode(run.reason)}.${ends}`
}

/** `ends on 2026-12-24`, `ended on …`, or `ends soon` without a date. */
function endPhrase({ loginExpiresAtMs: atMs }: Trouble, nowMs: number): string {
  if (atMs === null) return 'ends soon'
  return `${atMs <= nowMs ? 'ended' : 'ends'} on ${utcMinute(atMs).slice(0, 'YYYY-MM-DD'.length)}`
}

function whatHappened(trouble: Trouble, subject: Subject): readonly string[] {
  const { label, secrets, nowMs } = subject
  const login = `The login ${inlineCode(plainLine(label, secrets))}`
  const { loginExpiresAtMs: atMs } = trouble
  const end = atMs === null ? null : `${atMs <= nowMs ? 'ended' : 'ends'} on **${utcMinute(atMs)} UTC**`
  const source = sourceOf(trouble, subject)
  if (trouble.reason === ENDS_SOON) {
    const when = end ?? 'ends soon, but it is not known when'
    return [`${login} ${when}. A refresh does not extend it: a person has to sign in again.${source}`]
  }
  return [`${failureSentence(trouble, subject)} ${endSentence(atMs, end, nowMs)}${source}${guideOf(trouble)}`]
}

/** @param end the predicate of the sentence; null if the date is not known. A date that has passed may be wrong. */
function endSentence(atMs: number | null, end: string | null, nowMs: number): string {
  if (atMs === null || end === null) return 'It is not known when the login itself ends.'
  return atMs <= nowMs ? `According to its stored end date, the login ${end}.` : `The login itself ${end}.`
}

/** Where a person finds the causes of a failure, and how to fix it. */
function guideOf({ reason }: Trouble): string {
  if (!isReason(reason) || outcomeOf(reason).exitCode === 0) return ''
  return ` ${link(`More about ${inlineCode(reason)}`, troubleshootingUrl(reason))}.`
}

/** Where a person finds more; empty if the address of the run is not known. */
function sourceOf({ reason, loginExpiresAtMs }: Trouble, { run, links }: Subject): string {
  if (links.run === null) return ''
  if (reason === ENDS_SOON && loginExpiresAtMs !== null) return ` The date comes from ${link('this run', links.run)}.`
  const hasMessage = reason !== ENDS_SOON && run.reason !== ''
  return ` ${hasMessage ? 'The whole message is in' : 'See'} ${link('this run', links.run)}.`
}

function failureSentence({ reason }: Trouble, { run, label, secrets }: Subject): string {
  const login = inlineCode(plainLine(label, secrets))
  if (run.reason === '') {
    return `The job that refreshes the login ${login} ${jobEnd(run)} before the refresh had a result.`
  }
  const failure = knownFailure(reason)
  if (failure !== null) return `**${failure.title}** (${inlineCode(reason)}): the run that refreshes ${login} failed.`
  return `The job that refreshes the login ${login} ${jobEnd(run)}. Its refresh ended with ${inlineCode(reason)}.`
}

function jobEnd({ result }: LoginRun): string {
  return result === 'cancelled' ? 'was cancelled or timed out' : 'failed'
}

/** Reasons for which only a new sign-in helps. */
const NEEDS_SIGN_IN = [ENDS_SOON, 'login-rejected', 'login-expired']

/** Reasons for which a new sign-in is one of the remedies. */
const MAY_NEED_SIGN_IN = ['creds-not-found', 'creds-invalid']

/** The words of a remedy that are a link in the issue. */
const RUN_AGAIN = /\brun the (?:workflow|job) again\b/i

function whatToDo(trouble: Trouble, subject: Subject): readonly string[] {
  const { reason } = trouble
  const { links, nowMs } = subject
  if (NEEDS_SIGN_IN.includes(reason)) return [...signIn('Sign in again', subject), whatNext(reason, '', links)]
  const plain = knownFailure(reason)?.remedy ?? 'Read the log of the run and fix the problem that it shows.'
  const remedy = plain.replace(RUN_AGAIN, words => runAgain(links, words))
  const next = whatNext(reason, plain, links)
  if (MAY_NEED_SIGN_IN.includes(reason))
    return [remedy, ...signIn('If the login is lost, sign in again', subject), next]
  if (trouble.isEndingSoon) return [remedy, ...signIn(endAsWell(trouble, nowMs), subject), next]
  const only = 'Only if the next run ends with `login-rejected` or `login-expired`, sign in again'
  return [remedy, next, ...signIn(only, subject)]
}

/** What has to be done besides the remedy for a failure: no remedy changes when the login ends. */
function endAsWell({ loginExpiresAtMs: atMs }: Trouble, nowMs: number): string {
  if (atMs !== null && atMs <= nowMs) return 'The login itself has also reached its stored end date. Sign in again'
  return 'The login itself also ends soon, and a refresh does not extend it. Sign in again before then'
}

/** @param words the beginning of the sentence that asks for it */
function signIn(words: string, subject: Subject): readonly string[] {
  const { loginCommand } = subject
  const isPlaceKnown = placeInWords(loginCommand) !== null
  return (
    signInBlocks(words, subject) ?? [
      isPlaceKnown ? `${words} ${howToSignIn(loginCommand)}.` : `${words}.`,
      '`clr login` makes a new login, and stores it in the file (`--creds`) or the secret (`--secret`) that the workflow reads.'
    ]
  )
}

/** What closes the issue, and how to get there if the remedy does not say so already. */
function whatNext(reason: Trouble['reason'], remedy: string, links: RunLinks): string {
  const isNewLogin = NEEDS_SIGN_IN.includes(reason)
  const refresh = `${isNewLogin ? 'first refresh of the new login' : 'next successful refresh'} (\`refreshed\`)`
  if (RUN_AGAIN.test(remedy)) return `The ${refresh} closes this issue.`
  const isLater = isNewLogin || reason === 'secret-write-failed'
  const again = runAgain(links, `${isLater ? 'r' : 'R'}un the workflow again`)
  return `${isLater ? 'After that, ' : ''}${again}: the ${refresh} closes this issue.`
}

/** A reason that is a failure, as its table describes it; null for others, and for one that this version does not know. */
function knownFailure(reason: string): { readonly title: string; readonly remedy: string } | null {
  if (reason === NO_REASON || !isReason(reason)) return null
  const outcome = outcomeOf(reason)
  return outcome.exitCode === 0 ? null : { ...outcome, remedy: withInputNames(remedyForWorkflow(reason)) }
}
