import { existsSync } from 'node:fs'
import { findPlace, type CredentialsPath } from '../core/credentials/credentials-path.js'
import { outcomeOf, RefreshError, type Reason } from '../core/reasons.js'
import { ownerToActFor, withRightsOf } from '../core/system/rights.js'
import { WorkFolder } from '../core/work-folder.js'
import { holdsOnlyLineage } from '../core/write-back/lineage.js'
import { reportFrom } from './clr/report.js'
import { environmentFor, recoverArguments } from './clr/start.js'
import type { ActionContext } from './context.js'
import { annotate, warnOf } from './output/annotations.js'
import { masksFor } from './output/masks.js'
import { asLogLine } from './output/text.js'
import { seeCredentials } from './seen-credentials.js'

/**
 * Seconds to wait for whoever else is at work on the file: longer than the 60 after which a lock is abandoned if its holder
 * cannot be proven dead.
 */
const RECOVER_TIMEOUT_SECONDS = 75

/** There was no pair to put back, and it is none of the job's business what is wrong with the file: only warnings are shown. */
const SILENT: readonly Reason[] = ['still-valid', 'creds-invalid', 'creds-not-found']

/** How a recovery ended. `locked`: whoever holds the lock may do it. */
export type Recovery = 'done' | 'locked' | 'failed'

/**
 * Lets `clr` put back, and clear away, what a `main` that was killed has left; does next to nothing if nothing is left.
 * @param creds absolute path of the credentials file
 * @returns `failed` and `locked`: a pair may still be in what was left, and an annotation has said so
 */
export async function recoverLeftovers(creds: string, context: ActionContext): Promise<Recovery> {
  const file = findPlace(creds)
  if (file === null) return 'done'
  const isLeft = await withRightsOf(ownerToActFor(file.real), () => Promise.resolve(isSomethingLeft(file)))
  if (!isLeft) return 'done'
  if (!existsSync(file.real)) {
    const { clearWithoutFile } = await import('./clear-without-file.js') // loads much
    return (await clearWithoutFile(file, RECOVER_TIMEOUT_SECONDS, context)) ? 'done' : 'failed'
  }
  const { env, clrProgram, startClr, signals, loadToolkit } = context
  const args = recoverArguments(creds, RECOVER_TIMEOUT_SECONDS)
  const running = startClr({ program: clrProgram, args, env: environmentFor(env) })
  signals.passOnTo(running)
  const report = reportFrom(await running.ended, 'recover')
  const isSilent = SILENT.includes(report.reason)
  if (isSilent && report.warnings.length === 0) return 'done'
  const toolkit = await loadToolkit()
  for (const mask of masksFor([seeCredentials(creds)])) toolkit.setSecret(mask)
  if (isSilent || report.exitCode === 0) {
    warnOf(toolkit, report)
    if (!isSilent) toolkit.info(asLogLine(report.message))
    return 'done'
  }
  if (report.reason === 'locked') {
    toolkit.warning(report.message, { title: outcomeOf('locked').title })
    return 'locked'
  }
  annotate(toolkit, report, Date.now())
  return 'failed'
}

function isSomethingLeft(file: CredentialsPath): boolean {
  try {
    if (!WorkFolder.exists(file)) return false
    const folder = WorkFolder.open(file)
    folder.close() // if a kill has left it empty
    return WorkFolder.exists(file) && !holdsOnlyLineage(folder)
  } catch (error) {
    // What can't be read may hold a pair: `clr` says so. Another user's folder is none of our business.
    return error instanceof RefreshError && error.reason === 'creds-unreadable'
  }
}
