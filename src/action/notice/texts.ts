import { troubleshootingUrl } from '../../core/project.js'
import { isReason, outcomeOf } from '../../core/reasons.js'
import { utcMinute } from '../../core/times.js'
import { withInputNames } from '../input-names.js'
import { inlineCode, link, plainLine } from '../output/markdown.js'
import type { RunLinks } from '../output/run-links.js'
import { runAgain, signInBlocks } from '../output/sign-in.js'
import { howToSignIn, placeInWords } from '../output/text.js'
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
export const FOOTER = '_The workflow keeps this text up to date. What you write below it stays._'

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
  const date = end === null ? 'It is not known when the login itself ends.' : `By its own date, the login ${end}.`
  return [`${failureSentence(trouble, subject)} ${date}${source}${guideOf(trouble)}`]
}

/** Where a person finds the causes of a failure, and the ways out. */
function guideOf({ reason }: Trouble): string {
  if (!isReason(reason) || outcomeOf(reason).exitCode === 0) return ''
  return ` ${link(`More about ${inlineCode(reason)}`, troubleshootingUrl(reason))}.`
}

/** Where a person finds more; empty if the address of the run is not known. */
function sourceOf({ reason, loginExpiresAtMs }: Trouble, { run, links }: Subject): string {
  if (links.run === null) return ''
  if (reason === ENDS_SOON && loginExpiresAtMs !== null) return ` The date was read in ${link('this run', links.run)}.`
  const hasMessage = reason !== ENDS_SOON && run.reason !== ''
  return ` ${hasMessage ? 'The whole message is in' : 'See'} ${link('this run', links.run)}.`
}

function failureSentence({ reason }: Trouble, { run, label, secrets }: Subject): string {
  const login = inlineCode(plainLine(label, secrets))
  if (run.reason === '') {
    return `The job that refreshes the login ${login} ${jobEnd(run)} before the refresh had a result.`
  }
  const failure = knownFailure(reason)
  if (failure !== null) return `**${failure.title}** (${inlineCode(reason)}): the refresh of ${login} failed.`
  return `The job that refreshes the login ${login} ${jobEnd(run)}. Its refresh ended with ${inlineCode(reason)}.`
}

function jobEnd({ result }: LoginRun): string {
  return result === 'cancelled' ? 'was cancelled or timed out' : 'failed'
}

/** Reasons for which only a new sign-in helps. */
const NEEDS_SIGN_IN = [ENDS_SOON, 'login-rejected', 'login-expired']

/** Reasons for which a new sign-in is one of the remedies. */
const MAY_NEED_SIGN_IN = ['creds-not-found', 'creds-invalid']

function whatToDo(trouble: Trouble, subject: Subject): readonly string[] {
  const { reason } = trouble
  const next = whatNext(trouble, subject.links)
  if (NEEDS_SIGN_IN.includes(reason)) return [...signIn('Sign in again', subject), next]
  const remedy = knownFailure(reason)?.remedy ?? 'Read the log of the run, and fix the problem.'
  if (MAY_NEED_SIGN_IN.includes(reason))
    return [remedy, ...signIn('If the login is lost, sign in again', subject), next]
  if (trouble.isEndingSoon) return [remedy, ...signIn(endAsWell(trouble, subject.nowMs), subject), next]
  const only = 'Only if the next run says `login-rejected` or `login-expired`, sign in again'
  return [remedy, next, ...signIn(only, subject)]
}

/** What has to be done besides the remedy for a failure: no remedy changes when the login ends. */
function endAsWell({ loginExpiresAtMs: atMs }: Trouble, nowMs: number): string {
  if (atMs !== null && atMs <= nowMs) return 'The login has ended too, by its own date. Sign in again'
  return 'The login itself ends soon too, and no refresh changes that. Sign in again before that'
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

function whatNext({ reason }: Trouble, links: RunLinks): string {
  const isLater = NEEDS_SIGN_IN.includes(reason) || reason === 'secret-write-failed'
  const again = runAgain(links, `${isLater ? 'r' : 'R'}un the workflow again`)
  const refresh = NEEDS_SIGN_IN.includes(reason) ? 'the first refresh of the new login' : 'the next refresh'
  return `${isLater ? 'Only after that, ' : ''}${again}: ${refresh} (\`refreshed\`) closes this issue.`
}

/** A reason that is a failure, as its table describes it; null for others, and for one that this version does not know. */
function knownFailure(reason: string): { readonly title: string; readonly remedy: string } | null {
  if (reason === NO_REASON || !isReason(reason)) return null
  const outcome = outcomeOf(reason)
  return outcome.exitCode === 0 ? null : { ...outcome, remedy: withInputNames(outcome.remedy) }
}
