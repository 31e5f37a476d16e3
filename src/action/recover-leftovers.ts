import { existsSync } from 'node:fs'
import { findPlace, type CredentialsPath } from '../core/credentials/credentials-path.js'
import { Deadline } from '../core/deadline.js'
import { outcomeOf, RefreshError, type Reason } from '../core/reasons.js'
import { ownerToActFor, withRightsOf } from '../core/system/rights.js'
import { WorkFolder } from '../core/work-folder.js'
import { holdsOnlyRecords } from '../core/write-back/lineage.js'
import { reportFrom } from './clr/report.js'
import { environmentFor } from './clr/start.js'
import type { ActionContext } from './context.js'
import { inWordsOfAction } from './input-names.js'
import { annotate, warnOf } from './output/annotations.js'
import { masksFor } from './output/masks.js'
import { asLogLine } from './output/text.js'
import { seeCredentials } from './seen-credentials.js'

/**
 * How long `clr recover` may take, in seconds: longer than the 60 s after which a lock counts as abandoned if nothing proves
 * that its holder is dead.
 */
const RECOVER_TIMEOUT_SECONDS = 75

/**
 * Reasons that mean that there was no pair to put back. The state of the file itself is not reported here, so only warnings
 * are shown.
 */
const SILENT: readonly Reason[] = ['still-valid', 'creds-invalid', 'creds-not-found']

/** How a recovery ended. `locked`: the lock holder may recover the pair. */
export type Recovery = 'done' | 'locked' | 'failed'

/**
 * Runs `clr recover` if a killed `main` left something; does almost nothing if not.
 * @param creds absolute path of the credentials file
 * @returns `failed` or `locked` if a pair may still have to be recovered: an annotation has reported it
 */
export async function recoverLeftovers(creds: string, context: ActionContext): Promise<Recovery> {
  const file = findPlace(creds)
  if (file === null) return 'done'
  const isLeft = await withRightsOf(ownerToActFor(file.real), () => Promise.resolve(isSomethingLeft(file)))
  if (!isLeft) return 'done'
  if (!existsSync(file.real)) return clear(file, context)
  const { env, clrProgram, startClr, signals, loadToolkit } = context
  const args = ['recover', '--json', `--creds=${creds}`, `--timeout=${RECOVER_TIMEOUT_SECONDS}`]
  const running = startClr({ program: clrProgram, args, env: environmentFor(env) })
  signals.passOnTo(running)
  const report = inWordsOfAction(reportFrom(await running.ended, 'recover'))
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
  const { aboutLogin } = await import('./about-login.js')
  const about = aboutLogin(report, creds, env)
  annotate(toolkit, about.report, { nowMs: Date.now(), loginCommand: about.loginCommand })
  return 'failed'
}

function isSomethingLeft(file: CredentialsPath): boolean {
  try {
    if (!WorkFolder.exists(file)) return false
    const folder = WorkFolder.open(file)
    folder.close() // removes the folder if it is empty
    return WorkFolder.exists(file) && !holdsOnlyRecords(folder)
  } catch (error) {
    // A folder that can't be read may hold a pair: `clr` reports that. Another user's folder is ignored.
    return error instanceof RefreshError && error.reason === 'creds-unreadable'
  }
}

async function clear(file: CredentialsPath, { signals, loadToolkit }: ActionContext): Promise<Recovery> {
  // loaded only here, because it is large and rarely needed
  const { clearWithoutFile } = await import('./clear-without-file.js')
  try {
    await clearWithoutFile(file, { deadline: Deadline.after(RECOVER_TIMEOUT_SECONDS), cancel: signals.cancel })
    return 'done'
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const toolkit = await loadToolkit()
    toolkit.warning(`${file.real}.clr could not be removed: ${error.message}`, { title: 'Credentials left behind' })
    return 'failed'
  }
}
