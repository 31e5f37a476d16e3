import { networkVariables } from '../core/claude/claude-environment.js'
import { orNull } from '../core/or-null.js'
import { redact } from '../core/redact.js'
import { statIfAny } from '../core/system/read.js'
import type { StepContext, Toolkit } from './context.js'
import { decodeBase64, unwrapBase64 } from './creds-json/base64.js'
import { readSecretTexts } from './inputs.js'
import { registrySecrets } from './install/registry-address.js'
import { annotate } from './output/annotations.js'
import { showLog, showNotes } from './output/log.js'
import { masksFor } from './output/masks.js'
import { plainOutputs, putOnPath, secretOutputs, setOutputs } from './output/outputs.js'
import { runLinks } from './output/run-links.js'
import { writeSummary, type DryRunFindings, type StepEnd } from './output/summary.js'
import type { Unstored } from './only-copy.js'
import type { RefreshAttempt } from './refresh-step.js'
import { lookAt, seeCredentials, type SeenCredentials } from './seen-credentials.js'
import { timesUntilNow } from './step-times.js'
import { rememberUsedUp } from './used-up.js'

/** What a step has done, for everything that comes after. */
interface Result extends StepEnd {
  /** The line that renews the login; empty if it is not known. */
  readonly loginCommand: string
  readonly attempt: RefreshAttempt
  /** What is in the file now. */
  readonly after: SeenCredentials
  readonly dryRun: DryRunFindings | null
  readonly hide: (text: string) => string
}

/**
 * What `main` does after its attempt to refresh. The masks are printed first, after nothing but the progress of a slow
 * download. The outputs are set whatever happened before. If they, or another value for later steps, can't be set, a warning
 * says so after everything else.
 * @returns the exit status of the step: 1 also if `clr` ended with 2
 */
export async function finishMain(attempt: RefreshAttempt, context: StepContext): Promise<0 | 1> {
  const { credsJson, githubToken } = readSecretTexts(context.env)
  const toolkit = await context.loadToolkit()
  const after = seeCredentials(attempt.creds)
  const seen = [attempt.before, after, lookAt(unwrapBase64(credsJson).json)]
  const others = [githubToken, ...registrySecrets(context.env)]
  for (const mask of masksFor(seen, [...others, ...linesOfBase64(credsJson)])) toolkit.setSecret(mask)

  const secrets = [...seen.flatMap(one => one.secrets), ...others]
  const hide = (text: string): string => redact(text, secrets)
  rememberForJob(attempt, after, context)
  const { dryRun: found } = attempt
  const dryRun = found && { ...found, proven: found.proven.map(hide) }
  const loginCommand = hide(attempt.loginCommand)
  const end = await storeIfNamed(attempt, hide, context)
  const result = { ...end, attempt, after, hide, dryRun, loginCommand }
  const { isLoginInOutput, problems } = passOn(toolkit, result, context.env)
  const unstored = await settleMadeFile({ ...result, isLoginInOutput }, context)
  await showResult(toolkit, { ...result, unstored }, context.env)
  for (const problem of problems) toolkit.warning(problem, { title: 'Some outputs or state could not be saved' })
  context.state.mainFinished()
  return result.report.exitCode === 0 && unstored?.isOnlyCopy !== true ? 0 : 1
}

/** The lines of a base64 text as it was given; nothing for any other text. */
function linesOfBase64(text: string): readonly string[] {
  return decodeBase64(text) === null ? [] : text.split(/\s+/)
}

/** Saves for the rest of the job which pairs are used up. */
function rememberForJob(
  { creds, before, report: { refreshed }, preparation: { incoming } }: RefreshAttempt,
  after: SeenCredentials,
  context: StepContext
): void {
  if (!refreshed && incoming === null) return
  rememberUsedUp({ creds, before: before.document, after: after.document, incoming, refreshed }, context)
}

/** The report without secrets, and what was stored if a secret is named. */
async function storeIfNamed(attempt: RefreshAttempt, hide: Result['hide'], context: StepContext): Promise<StepEnd> {
  const { report: shown, preparation } = attempt
  const { message, remedy, warnings } = shown
  const report = { ...shown, message: hide(message), remedy: hide(remedy), warnings: warnings.map(hide) }
  const { store } = preparation
  if (store === null || report.exitCode !== 0) return { report, secrets: [], sealed: null }
  const { storeNewLogin } = await import('./store-new-login.js')
  return storeNewLogin({ ...attempt, report }, store, { hide, context })
}

/** Passes values on to later steps, in the runner's files. Never throws. @returns `problems`: a sentence for each failure */
function passOn(
  toolkit: Toolkit,
  { attempt, report, after, loginCommand }: Result,
  env: NodeJS.ProcessEnv
): { readonly isLoginInOutput: boolean; readonly problems: readonly string[] } {
  const outputs = { plain: plainOutputs(report, loginCommand), secret: secretOutputs(report, after) }
  const unset = setOutputs(toolkit, outputs, env)
  const { claudeFolder } = attempt.preparation
  const offPath = claudeFolder === null ? null : putOnPath(toolkit, claudeFolder, env)
  return {
    isLoginInOutput: unset === null && 'creds-json' in outputs.secret,
    problems: [unset, offPath, attempt.whyNotSaved].filter(problem => problem !== null)
  }
}

/** Log, annotations and summary. What happened first comes first. */
async function showResult(
  toolkit: Toolkit,
  result: Result & { readonly unstored: Unstored | null },
  env: NodeJS.ProcessEnv
): Promise<void> {
  const { attempt, report, hide, loginCommand, dryRun, secrets, unstored } = result
  const nowMs = Date.now()
  const times = timesUntilNow(attempt.times)
  showNotes(toolkit, attempt.notes.map(hide))
  annotate(toolkit, report, { nowMs, loginCommand })
  if (unstored !== null || dryRun?.ahead != null) {
    const { annotateUnstored } = await import('./only-copy.js')
    annotateUnstored(toolkit, unstored, dryRun?.ahead ?? null)
  }
  const content = {
    report,
    secrets,
    loginCommand,
    times,
    childOutput: hide(attempt.childOutput),
    trace: attempt.trace,
    networkVariables: networkVariables(env),
    isDryRun: dryRun !== null
  }
  await showLog(toolkit, content, nowMs)
  if ((env.GITHUB_STEP_SUMMARY ?? '') === '') return
  const loss = unstored?.message ?? dryRun?.ahead ?? null
  await writeSummary(toolkit, { ...result, loss, links: runLinks(env), times, isFileKnown: isKnown(result) }, nowMs)
}

/** Whether the credentials file exists, or was read: at the end of the step it may be gone. */
function isKnown({ attempt: { before, creds }, after }: Result): boolean {
  return [before, after].some(({ document }) => document !== null) || orNull(() => statIfAny(creds)) != null
}

/** @returns what is stored in no secret; null if this step has made no file, or a secret has the login */
async function settleMadeFile(
  { attempt, report, after, isLoginInOutput }: Result & { readonly isLoginInOutput: boolean },
  { state }: StepContext
): Promise<Unstored | null> {
  const { isFileMade, isLoginKept, incoming } = attempt.preparation
  // If the secret could not be written, `post` tries again, and the file stays until it succeeds.
  if (!isFileMade || (isLoginKept && report.exitCode !== 0)) return null
  const { settleOnlyCopy } = await import('./only-copy.js')
  const { creds } = attempt
  const file = { creds, document: after.document, incoming, isInSecret: isLoginKept, isInOutput: isLoginInOutput }
  return settleOnlyCopy(file, state)
}
