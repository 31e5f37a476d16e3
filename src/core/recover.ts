import { readGoodLogin, readLogin } from './credentials/credentials-file.js'
import { findCredentialsFile } from './credentials/credentials-path.js'
import { absolutePath } from './credentials/typed-path.js'
import { WorkFolder } from './work-folder.js'
import { Deadline } from './deadline.js'
import { whileLocked } from './locks/locks.js'
import type { RefreshOptions } from './options.js'
import { RefreshError } from './reasons.js'
import { recoverAbandoned } from './recovery/abandoned-run.js'
import { ReportDraft } from './report-draft.js'
import type { RefreshReport } from './report.js'
import { rescuesIn } from './recovery/rescue-file.js'

/** What a caller asks of a recovery. */
export type RecoverOptions = Pick<
  RefreshOptions,
  'credsPath' | 'credsFrom' | 'timeoutSeconds' | 'startMs' | 'cancel' | 'insist'
>

/**
 * Puts back the pair that a run which died had got, clears away what it left, and refreshes nothing. Where there is no such
 * pair the report says `still-valid` of what stands in the file.
 */
export async function recover(options: RecoverOptions): Promise<RefreshReport> {
  const draft = new ReportDraft()
  const deadline = Deadline.after(options.timeoutSeconds, options.startMs)
  try {
    draft.creds = absolutePath(options.credsPath, options.credsFrom)
    const file = findCredentialsFile(draft.creds, options.credsFrom)
    if (!WorkFolder.exists(file)) return draft.nothingToRecover(readLogin(file))
    draft.before = readGoodLogin(file)
    draft.enter('lock')
    return await whileLocked(
      file,
      { deadline, cancel: options.cancel },
      async ({ file: current, folder, warnings }) => {
        draft.warn(...warnings)
        draft.enter('recover')
        const onSentBefore = () => {
          draft.isSentBefore = true
        }
        const recovered = await recoverAbandoned({ file: current, folder, insist: options.insist, onSentBefore })
        draft.waiting = rescuesIn(folder)
        return recovered === null ? draft.nothingToRecover(readLogin(current)) : draft.recovered(recovered)
      }
    )
  } catch (error) {
    if (error instanceof RefreshError) return draft.failed(error)
    throw error
  }
}
