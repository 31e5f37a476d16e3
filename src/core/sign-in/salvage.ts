import { IsolatedHome } from '../home/isolated-home.js'
import { endAbandonedClaude, SIGN_IN_LIMIT_MS, unchangedMs } from '../recovery/abandoned-home.js'
import { homesIn } from '../recovery/abandoned-run.js'
import { keepSafe, rescuesIn } from '../recovery/rescue-file.js'
import { isAlive } from '../system/process-identity.js'
import { WorkFolder } from '../work-folder.js'
import { stateFolderPath } from './state-folder.js'

/**
 * How long a login in the HOME of a run that may still be alive, in another container, is left for that run to store, in
 * milliseconds after its last change. After a reboot every run looks like that.
 */
const STORE_LIMIT_MS = 120_000

/**
 * Clears away what interrupted sign-ins have left in the state folder, but keeps their logins in files.
 * @param insist aborted when the caller insists: then an abandoned `claude` gets no grace period
 * @returns the paths of the logins that wait there, also from earlier
 * @throws RefreshError `usage`, `creds-unreadable`
 */
export async function salvageSignIns(environment: NodeJS.ProcessEnv, insist: AbortSignal): Promise<readonly string[]> {
  const folder = WorkFolder.findAt(stateFolderPath(environment))
  if (folder === null) return []
  for (const home of homesIn(folder)) {
    // What fails here is tried again by the next sign-in; the HOME stays.
    await salvage(folder, home, insist).catch(() => undefined)
  }
  folder.close()
  return rescuesIn(folder).map(({ path }) => path)
}

async function salvage(folder: WorkFolder, path: string, insist: AbortSignal): Promise<void> {
  const home = IsolatedHome.adopt(path)
  const alive = home.owner === null ? 'unknown' : isAlive(home.owner)
  if (alive === 'yes') return
  await endAbandonedClaude(home, insist)
  const judgement = home.judge()
  const isStored = judgement.kind === 'pair'
  if (alive === 'unknown' && unchangedMs(home) < (isStored ? STORE_LIMIT_MS : SIGN_IN_LIMIT_MS)) return
  if (isStored) keepSafe(folder, home, { claudeAiOauth: judgement.newPair.fields })
  await home.remove()
}
