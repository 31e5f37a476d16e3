import { readGoodLogin, readLogin } from './credentials/credentials-file.js'
import { absolutePath } from './credentials/typed-path.js'
import { WorkFolder } from './work-folder.js'
import { Deadline } from './deadline.js'
import { whileLocked } from './locks/locks.js'
import { reportWaiting } from './locks/wait-for-turn.js'
import type { Log, RefreshOptions } from './options.js'
import { RefreshError } from './reasons.js'
import { recoverAbandoned } from './recovery/abandoned-run.js'
import { findOrRecover } from './recovery/missing-file.js'
import { ReportDraft } from './report-draft.js'
import type { RefreshReport } from './report.js'
import { rescuesIn } from './recovery/rescue-file.js'

/**
 * Puts back the new pair of a run that was killed, removes what it left, and refreshes nothing. If there is no such pair, the
 * report says `still-valid` about the login in the file.
 */
export async function recover(
  options: Omit<RefreshOptions, 'minValidityMs' | 'environment'>,
  log: Pick<Log, 'activity'> = {}
): Promise<RefreshReport> {
  const draft = new ReportDraft(phase => log.activity?.({ kind: 'phase', phase }))
  const deadline = Deadline.after(options.timeoutSeconds, options.startMs)
  const patience = { deadline, cancel: options.cancel, onWait: reportWaiting(log) }
  try {
    draft.creds = absolutePath(options.credsPath, options.credsFrom)
    const { file, recovered: found } = await findOrRecover(draft.creds, options.credsFrom, { ...options, ...patience })
    if (found !== null) return draft.recovered(found)
    if (!WorkFolder.isInUse(file)) return draft.nothingToRecover(readLogin(file))
    draft.before = readGoodLogin(file)
    draft.enter('lock')
    const { insist } = options
    return await whileLocked(file, patience, async ({ file: current, folder, warnings }) => {
      draft.warn(...warnings)
      draft.enter('recover')
      const { onSentBefore } = draft
      const recovered = await recoverAbandoned({ file: current, folder, insist, onSentBefore })
      draft.waiting = rescuesIn(folder)
      return recovered === null ? draft.nothingToRecover(readLogin(current)) : draft.recovered(recovered)
    })
  } catch (error) {
    if (error instanceof RefreshError) return draft.failed(error)
    throw error
  }
}
