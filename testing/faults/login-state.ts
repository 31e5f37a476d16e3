import path from 'node:path'
import { isJsonObject, parseJson } from '../../src/core/json.js'
import { namesIn, readTextOrEmpty } from '../../src/core/system/read.js'
import type { E2eSetup } from '../e2e-setup.js'
import { REJECTION_RECORD } from '../../src/core/work-folder.js'
import { namesBelow } from '../folder-state.js'
import { processesOf } from '../processes.js'
import { REJECTION_NAMES } from '../rejection-record.js'

/** Whether the file has the pair that is valid at the endpoint, and the login is not revoked. */
export function isCurrent({ endpoint, login, home }: E2eSetup): boolean {
  const current = endpoint.currentPair(login)
  const held = pairIn(home.creds)
  const isSame = held?.accessToken === current.accessToken && held.refreshToken === current.refreshToken
  return isSame && !endpoint.isRevoked(login)
}

/** Whether the endpoint's pair is on disk: in the file, in an isolated HOME, or in a rescue file. */
export function isOnDisk({ endpoint, login, home, workFolder }: E2eSetup): boolean {
  const { refreshToken } = endpoint.currentPair(login)
  return [home.creds, ...filesBelow(workFolder)].some(file => pairIn(file)?.refreshToken === refreshToken)
}

/** The pid of the `claude` in an isolated HOME of the login; null if there is none. */
export function claudePid({ workFolder }: E2eSetup): number | null {
  const record = filesBelow(workFolder).find(file => file.endsWith('claude.stat'))
  const pid = record === undefined ? Number.NaN : Number.parseInt(readTextOrEmpty(record), 10)
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

/** Folders, locks and processes left behind by runs of `clr`; if that is only the record of a rejection, its path. */
export function leftByRuns({ home, workFolder }: E2eSetup): readonly string[] {
  const isOnlyRecord = String(namesIn(workFolder)) === String(REJECTION_NAMES)
  const entries = [
    isOnlyRecord ? path.join(workFolder, REJECTION_RECORD) : workFolder,
    home.at('.claude/.oauth_refresh.lock'),
    home.at('.claude.lock')
  ]
  return [
    ...entries.filter(entry => namesIn(path.dirname(entry)).includes(path.basename(entry))),
    ...processesOf(home.path).map(String)
  ]
}

function pairIn(file: string): { readonly accessToken: unknown; readonly refreshToken: unknown } | null {
  const document = parseJson(readTextOrEmpty(file))
  const login = isJsonObject(document) ? document.claudeAiOauth : null
  return isJsonObject(login) ? { accessToken: login.accessToken, refreshToken: login.refreshToken } : null
}

function filesBelow(folder: string): readonly string[] {
  return namesBelow(folder).map(name => path.join(folder, name))
}
