import { networkVariables } from '../core/claude/claude-environment.js'
import { outcomeOf, type Reason } from '../core/reasons.js'
import { redact } from '../core/redact.js'
import type { RefreshReport } from '../core/report.js'
import type { ActionContext, StepContext, Toolkit } from './context.js'
import { decodeBase64, unwrapBase64 } from './creds-json/base64.js'
import { readSecretTexts } from './inputs.js'
import { registrySecrets } from './install/registry.js'
import { annotate } from './output/annotations.js'
import { showLog } from './output/log.js'
import { masksFor } from './output/masks.js'
import { plainOutputs, putOnPath, secretOutputs, setOutputs } from './output/outputs.js'
import { writeSummary, type StepEnd } from './output/summary.js'
import { PostState } from './post-state.js'
import { attemptRefresh, type RefreshAttempt } from './refresh-step.js'
import { lookAt, seeCredentials, type SeenCredentials } from './seen-credentials.js'

/** How long the secret may take to be written, in milliseconds; `post` has more. */
const STORE_LIMIT_MS = 120_000

/**
 * The one place that knows the order of `main`. The masks are the first thing printed. The outputs are set whatever happened
 * before; if they, or anything else that a step hands on, cannot be, that is said last, after all the rest.
 * @returns the exit status of the step: 1 also if `clr` ended with 2
 */
export async function runMain(given: ActionContext): Promise<0 | 1> {
  const { credsJson, githubToken } = readSecretTexts(given.env)
  const context = { ...given, state: PostState.begin(given.env, credsJson !== '') }
  const attempt = await attemptRefresh(context)
  const toolkit = await context.loadToolkit()
  const after = seeCredentials(attempt.creds)
  const seen = [attempt.before, after, lookAt(unwrapBase64(credsJson).json)]
  const others = [githubToken, ...registrySecrets(context.env)]
  for (const mask of masksFor(seen, [...others, ...linesOfBase64(credsJson)])) toolkit.setSecret(mask)

  const secrets = [...seen.flatMap(one => one.secrets), ...others]
  const hide = (text: string): string => redact(text, secrets)
  await rememberForJob(attempt, after, context)
  const end = await storeNewLogin(attempt, context, hide)
  const handedOn = handOn(toolkit, { attempt, report: end.report, after }, context.env)
  await showEnd(toolkit, { attempt, end, hide }, context.env)
  for (const problem of handedOn.problems) toolkit.warning(problem, { title: 'Not everything was handed on' })
  const isSafe = await settleMadeFile(toolkit, { attempt, end, after, isInOutput: handedOn.isLoginInOutput }, context)
  return end.report.exitCode === 0 && isSafe ? 0 : 1
}

/** Base64 as it was given, each line of it; nothing of any other text. */
function linesOfBase64(text: string): readonly string[] {
  return decodeBase64(text) === null ? [] : text.split(/\s+/)
}

/** Keeps for the rest of the job which pairs are used up by now. */
async function rememberForJob(
  { creds, before, report: { refreshed }, preparation: { incoming } }: RefreshAttempt,
  after: SeenCredentials,
  context: StepContext
): Promise<void> {
  if (!refreshed && incoming === null) return
  const { rememberUsedUp } = await import('./used-up.js')
  rememberUsedUp({ creds, before: before.document, after: after.document, incoming, refreshed }, context)
}

/** Stores the login if a secret is named; a pair that came by `creds-json`, and is still the same, is stored already. */
async function storeNewLogin(
  attempt: RefreshAttempt,
  context: StepContext,
  hide: (text: string) => string
): Promise<StepEnd> {
  const { message, remedy, warnings } = attempt.report
  const report = { ...attempt.report, message: hide(message), remedy: hide(remedy), warnings: warnings.map(hide) }
  const { store } = attempt.preparation
  if (store === null || report.exitCode !== 0) return { report, sealed: null }
  const { storeLogin } = await import('./store-login.js')
  const { creds } = attempt
  const task = { store, creds, limitMs: STORE_LIMIT_MS, signal: context.signals.cancel }
  const stored = await storeLogin(task, context)
  switch (stored.kind) {
    case 'stored':
      return { report, sealed: null }
    case 'used-up':
      return { report: { ...report, warnings: [...report.warnings, stored.message] }, sealed: null }
    case 'needless': {
      const sentence = `${creds} holds no login any more, so nothing was stored: another program has logged out, or removed it`
      return { report: unstored(report, sentence), sealed: null }
    }
    case 'other-account':
      return { report: unstored(report, hide(stored.message)), sealed: null }
    case 'failed': {
      const sentence = `${hide(stored.message)}; the credentials are safe in ${creds}, and the end of the job tries once more`
      return { report: unstored(report, sentence), sealed: stored.sealed }
    }
  }
}

/** The report of a refresh whose login could not be stored. */
function unstored(report: RefreshReport, message: string): RefreshReport {
  const reason: Reason = 'secret-write-failed'
  const { exitCode, remedy } = outcomeOf(reason)
  return { ...report, reason, exitCode, remedy, refreshed: true, message }
}

interface HandedOn {
  /** Whether the output `creds-json` is set. */
  readonly isLoginInOutput: boolean
  /** What could not be handed on, a sentence each. */
  readonly problems: readonly string[]
}

/** Hands on to later steps, by the runner's files. Does not throw. */
function handOn(
  toolkit: Toolkit,
  { attempt, report, after }: { attempt: RefreshAttempt; report: RefreshReport; after: SeenCredentials },
  env: NodeJS.ProcessEnv
): HandedOn {
  const outputs = { plain: plainOutputs(report), secret: secretOutputs(report, after) }
  const unset = setOutputs(toolkit, outputs, env)
  const { claudeFolder } = attempt.preparation
  const offPath = claudeFolder === null ? null : putOnPath(toolkit, claudeFolder, env)
  const { untold } = attempt
  return {
    isLoginInOutput: unset === null && 'creds-json' in outputs.secret,
    problems: [unset, offPath, untold].filter(problem => problem !== null)
  }
}

/** Annotations, log and summary. */
async function showEnd(
  toolkit: Toolkit,
  { attempt, end, hide }: { attempt: RefreshAttempt; end: StepEnd; hide: (text: string) => string },
  env: NodeJS.ProcessEnv
): Promise<void> {
  const nowMs = Date.now()
  annotate(toolkit, end.report, nowMs)
  const content = {
    report: end.report,
    childOutput: hide(attempt.childOutput),
    trace: attempt.trace,
    notes: attempt.notes.map(hide),
    networkVariables: networkVariables(env)
  }
  await showLog(toolkit, content, nowMs)
  if ((env.GITHUB_STEP_SUMMARY ?? '') !== '') await writeSummary(toolkit, end, nowMs)
}

/** @returns false if a new pair is in no place but a file that this step has made */
async function settleMadeFile(
  toolkit: Toolkit,
  {
    attempt,
    end,
    after,
    isInOutput
  }: { attempt: RefreshAttempt; end: StepEnd; after: SeenCredentials; isInOutput: boolean },
  { state }: StepContext
): Promise<boolean> {
  const { creds, preparation } = attempt
  const { isFileMade, isLoginKept, incoming } = preparation
  // A secret that could not be written is for `post` to try again; the file stays until it can.
  if (!isFileMade || (isLoginKept && end.report.exitCode !== 0)) return true
  const { settleOnlyCopy } = await import('./only-copy.js')
  return settleOnlyCopy(
    toolkit,
    { creds, document: after.document, incoming, isInSecret: isLoginKept, isInOutput },
    state
  )
}
