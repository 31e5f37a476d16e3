import { networkVariables } from '../core/claude/claude-environment.js'
import { outcomeOf, type Reason } from '../core/reasons.js'
import { redact } from '../core/redact.js'
import type { RefreshReport } from '../core/report.js'
import { attemptRefresh, type Attempt } from './refresh-step.js'
import { decodeBase64, unwrapBase64 } from './creds-json/base64.js'
import { readSecretTexts } from './inputs.js'
import { registrySecrets } from './install/registry.js'
import { annotate } from './output/annotations.js'
import { showLog } from './output/log.js'
import { masksFor } from './output/masks.js'
import { plainOutputs, putOnPath, secretOutputs, setOutputs } from './output/outputs.js'
import { writeSummary } from './output/summary.js'
import { lookAt, seeCredentials, type SeenCredentials } from './seen-credentials.js'
import type { Surroundings } from './surroundings.js'
import type { Toolkit } from './toolkit.js'

/** How long the secret may take to be written, in milliseconds; `post` has more. */
const STORE_LIMIT_MS = 120_000

/**
 * The one place that knows the order of the steps. The masks are the first thing printed. The outputs are set whatever
 * happened before; if they, or anything else that a step hands on, cannot be, that is said last, after all the rest.
 * @returns the exit status of the step: 1 also where `clr` ended with 2
 */
export async function runAction(around: Surroundings): Promise<0 | 1> {
  const given = readSecretTexts(around.env)
  const attempt = await attemptRefresh(around)
  const toolkit = await around.loadToolkit()
  const after = seeCredentials(attempt.creds)
  const seen = [attempt.before, after, lookAt(unwrapBase64(given.credsJson).json)]
  const others = [given.githubToken, ...registrySecrets(around.env)]
  for (const mask of masksFor(seen, [...others, ...linesOfBase64(given.credsJson)])) toolkit.setSecret(mask)

  const secrets = [...seen.flatMap(one => one.secrets), ...others]
  const hide = (text: string): string => redact(text, secrets)
  await remember(attempt, after, around.env)
  const outcome = await storeIfAsked(attempt, around, hide)
  const handedOn = handOn(toolkit, { attempt, report: outcome.report, after }, around.env)
  await show(toolkit, { attempt, outcome, hide }, around.env)
  for (const problem of handedOn.problems) toolkit.warning(problem, { title: 'Not everything was handed on' })
  const isSafe = await settle(toolkit, { attempt, outcome, after, isInOutput: handedOn.isLoginInOutput }, around.env)
  return outcome.report.exitCode === 0 && isSafe ? 0 : 1
}

/** Base64 as it was given, each line of it; nothing of any other text. */
function linesOfBase64(text: string): readonly string[] {
  return decodeBase64(text) === null ? [] : text.split(/\s+/)
}

/** Tells the rest of the job which pair is used up by now. */
async function remember(
  { creds, before, report, preparation }: Attempt,
  after: SeenCredentials,
  env: NodeJS.ProcessEnv
): Promise<void> {
  const { incoming } = preparation
  const { refreshed } = report
  if (!refreshed && incoming === '') return
  const { rememberUsedUp } = await import('./used-up.js')
  rememberUsedUp({ creds, before: before.document, after: after.document, incoming, refreshed }, env)
}

/** What the step reports in the end, and what its summary adds: a sealed box that only GitHub can open. */
interface Outcome {
  readonly report: RefreshReport
  readonly sealed: string | null
}

/** Stores the login where that was asked for; a pair that came by `creds-json`, and is still the same, is stored already. */
async function storeIfAsked(attempt: Attempt, around: Surroundings, hide: (text: string) => string): Promise<Outcome> {
  const { message, remedy, warnings } = attempt.report
  const report = { ...attempt.report, message: hide(message), remedy: hide(remedy), warnings: warnings.map(hide) }
  const { store, incoming, account } = attempt.preparation
  if (store === null || report.exitCode !== 0) return { report, sealed: null }
  const { storeLogin } = await import('./store-login.js')
  const { creds } = attempt
  const task = { store, creds, incoming, account, limitMs: STORE_LIMIT_MS, signal: around.signals.cancel }
  const stored = await storeLogin(task, around.env)
  if (stored.kind === 'stored') return { report, sealed: null }
  if (stored.kind === 'used-up')
    return { report: { ...report, warnings: [...report.warnings, stored.message] }, sealed: null }
  const reason: Reason = 'secret-write-failed'
  const outcome = outcomeOf(reason)
  const unstored = { ...report, reason, exitCode: outcome.exitCode, remedy: outcome.remedy, refreshed: true }
  if (stored.kind === 'needless') {
    const sentence = `${creds} holds no login any more, so nothing was stored: another program has logged out, or removed it`
    return { report: { ...unstored, message: sentence }, sealed: null }
  }
  if (stored.kind === 'other-account') return { report: { ...unstored, message: hide(stored.message) }, sealed: null }
  const sentence = `${hide(stored.message)}; the credentials are safe in ${creds}, and the end of the job tries once more`
  return { report: { ...unstored, message: sentence }, sealed: stored.sealed }
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
  { attempt, report, after }: { attempt: Attempt; report: RefreshReport; after: SeenCredentials },
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

interface Shown {
  readonly attempt: Attempt
  readonly outcome: Outcome
  readonly hide: (text: string) => string
}

/** Annotations, log and summary. */
async function show(toolkit: Toolkit, { attempt, outcome, hide }: Shown, env: NodeJS.ProcessEnv): Promise<void> {
  const nowMs = Date.now()
  const { report } = outcome
  annotate(toolkit, report, nowMs)
  const content = {
    report,
    childOutput: hide(attempt.childOutput),
    trace: attempt.trace,
    notes: attempt.notes.map(hide),
    networkVariables: networkVariables(env)
  }
  await showLog(toolkit, content, nowMs)
  if ((env.GITHUB_STEP_SUMMARY ?? '') !== '') await writeSummary(toolkit, outcome, nowMs)
}

interface Left {
  readonly attempt: Attempt
  readonly outcome: Outcome
  readonly after: SeenCredentials
  readonly isInOutput: boolean
}

/** @returns false if a new pair is in no place but a file that this step has made */
async function settle(
  toolkit: Toolkit,
  { attempt, outcome, after, isInOutput }: Left,
  env: NodeJS.ProcessEnv
): Promise<boolean> {
  const { creds, preparation } = attempt
  const { isFileMade, isLoginKept, incoming } = preparation
  // A secret that could not be written is for `post` to try again; the file stays until it can.
  if (!isFileMade || (isLoginKept && outcome.report.exitCode !== 0)) return true
  const { settleOnlyCopy } = await import('./only-copy.js')
  return settleOnlyCopy(
    toolkit,
    { creds, document: after.document, incoming, isInSecret: isLoginKept, isInOutput },
    env
  )
}
