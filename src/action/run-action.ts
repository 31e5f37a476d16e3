import { redact } from '../refresh/redact.js'
import type { RefreshReport } from '../refresh/report.js'
import { attemptRefresh, type Attempt } from './attempt.js'
import { readSecretTexts } from './inputs.js'
import { annotate } from './result/annotations.js'
import { showLog } from './result/log.js'
import { masksFor } from './result/masks.js'
import { plainOutputs, secretOutputs, setOutputs } from './result/outputs.js'
import { writeSummary } from './result/summary.js'
import { lookAt, seeCredentials } from './seen-credentials.js'
import type { Surroundings } from './surroundings.js'

/** How long the secret may take to be written, in milliseconds; `post` has more. */
const STORE_LIMIT_MS = 120_000

/**
 * The one place that knows the order of the steps. The masks are the first thing printed; the outputs are set whatever
 * happened before.
 * @returns the exit status of the step: 1 also where `clr` ended with 2
 */
export async function runAction(around: Surroundings): Promise<0 | 1> {
  const given = readSecretTexts(around.env)
  const attempt = await attemptRefresh(around)
  const toolkit = await around.loadToolkit()
  const after = await seeCredentials(attempt.creds)
  const seen = [attempt.before, after, lookAt(given.credsJson)]
  for (const mask of masksFor(seen, [given.githubToken])) toolkit.setSecret(mask)

  const secrets = [...seen.flatMap(one => one.secrets), given.githubToken]
  const { report, sealed } = await storeIfAsked(attempt, around, text => redact(text, secrets))
  setOutputs(toolkit, { plain: plainOutputs(report), secret: secretOutputs(report, after) }, around.env)
  const { claudeFolder } = attempt.preparation
  if (claudeFolder !== null) toolkit.addPath(claudeFolder)
  const nowMs = Date.now()
  annotate(toolkit, report, nowMs)
  if (isLossAhead(attempt)) toolkit.warning(LOSS_AHEAD, { title: 'The refreshed login is stored nowhere' })
  const childOutput = redact(attempt.childOutput, secrets)
  const notes = attempt.notes.map(note => redact(note, secrets))
  await showLog(toolkit, { report, childOutput, trace: attempt.trace, notes }, nowMs)
  if ((around.env.GITHUB_STEP_SUMMARY ?? '') !== '') await writeSummary(toolkit, { report, sealed }, nowMs)
  return report.exitCode === 0 ? 0 : 1
}

/** What the step reports in the end, and what its summary adds: a sealed box that only GitHub can open. */
interface Outcome {
  readonly report: RefreshReport
  readonly sealed: string | null
}

/** Stores the login where that was asked for; a pair that came by `creds-json`, and is still the same, is stored already. */
async function storeIfAsked(attempt: Attempt, around: Surroundings, hide: (text: string) => string): Promise<Outcome> {
  const report = { ...attempt.report, message: hide(attempt.report.message) }
  const { store, incoming } = attempt.preparation
  if (store === null || report.exitCode !== 0) return { report, sealed: null }
  const { storeLogin } = await import('./store-login.js')
  const { creds } = attempt
  const task = { store, creds, incoming, limitMs: STORE_LIMIT_MS, signal: around.signals.cancel }
  const stored = await storeLogin(task, around.env)
  if (stored.kind !== 'failed') return { report, sealed: null }
  const message = `${hide(stored.message)}; the credentials are safe in ${creds}, and the end of the job tries once more`
  return {
    report: { ...report, reason: 'secret-write-failed', exitCode: 1, refreshed: true, message },
    sealed: stored.sealed
  }
}

const LOSS_AHEAD =
  'The credentials came by creds-json, and the refresh made them worthless there. The file is removed when the job ends: set secret-name, or store the output creds-json in a later step.'

/** The new pair lies in a file that `post` removes, and no secret was named for the whole of it. */
function isLossAhead({ report, preparation }: Attempt): boolean {
  return report.refreshed && preparation.isFileMade && !preparation.isLoginKept
}
