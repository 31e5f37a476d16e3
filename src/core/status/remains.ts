import { lstatSync } from 'node:fs'
import type { AnyLogin } from '../credentials/credentials.js'
import { isWrittenBack } from '../home/found-login.js'
import { IsolatedHome } from '../home/isolated-home.js'
import { orNull } from '../or-null.js'
import { outlookFor } from '../recovery/put-back.js'
import { readRescue, rescuesIn, type RescueFile } from '../recovery/rescue-file.js'
import { isTrusted } from '../recovery/trusted-entry.js'
import { isAlive } from '../system/process-identity.js'
import { HOME_PREFIX, type WorkFolder } from '../work-folder.js'
import type { RemainsStatus } from './file-status.js'

/** What a work folder is judged by. */
interface Beside {
  /** The usable login in the credentials file; null if it has none. */
  readonly login: AnyLogin | null
  /** Whether a run holds our own lock, as far as we can see. */
  readonly isLocked: boolean
  /** Whether a run uses what is at this path. */
  readonly trusts: (entry: string) => boolean
}

/** The isolated HOMEs and rescue files in a work folder. @throws RefreshError `creds-unreadable`: the folder can't be read */
export function remainsIn(folder: WorkFolder, found: Omit<Beside, 'trusts'>): readonly RemainsStatus[] {
  const stats = lstatSync(folder.path, { throwIfNoEntry: false })
  if (stats === undefined) return [] // a run that has just ended has removed it
  const owner = stats.uid // the user who runs `clr` for this file
  const beside = { ...found, trusts: (entry: string) => orNull(() => isTrusted(entry, folder, owner)) ?? false }
  const homes = folder.names().filter(name => name.startsWith(HOME_PREFIX))
  const inHomes = homes.map(name => folder.at(name)).flatMap(path => (isFolder(path) ? [homeStatus(path, beside)] : []))
  return [...inHomes, ...rescuesIn(folder).map(rescue => rescueStatus(rescue, beside))]
}

function isFolder(path: string): boolean {
  return orNull(() => lstatSync(path).isDirectory()) ?? false
}

function homeStatus(path: string, { login, isLocked, trusts }: Beside): RemainsStatus {
  const seen = orNull(() => {
    const home = IsolatedHome.adopt(path)
    return { home, outlook: outlookOfHome(home, login) }
  })
  const owner = seen?.home.owner ?? null
  const isUsed = trusts(path)
  const alive = owner === null ? 'unknown' : isAlive(owner)
  // What can't be proven of the run is judged by the lock that a run at work holds.
  const isAtWork = alive === 'yes' || (alive === 'unknown' && isLocked)
  return {
    path,
    kind: 'home',
    hasNewTokens: seen && (seen.outlook === 'put-back' || seen.outlook === 'another-login'),
    handledBy: isAtWork ? 'its-run' : isUsed && seen?.outlook !== 'another-login' ? 'next-run' : 'person',
    isNewLogin: seen?.home.origin.isSignIn === true,
    isTrusted: isUsed
  }
}

/** What the next run does with the pair in a HOME; one that was in the file before is outdated if the file has another login. */
export function outlookOfHome(
  home: IsolatedHome,
  login: AnyLogin | null
): 'no-pair' | 'outdated' | ReturnType<typeof outlookFor> {
  const judgement = home.judge()
  if (judgement.kind !== 'pair') return 'no-pair'
  const outlook = outlookFor(judgement.newPair, login)
  const isOfRefresh = home.owner !== null && home.origin.isSignIn !== true
  const isOutdated = outlook === 'another-login' && isOfRefresh && isWrittenBack(home)
  return isOutdated ? 'outdated' : outlook
}

function rescueStatus(rescue: RescueFile, { login, trusts }: Beside): RemainsStatus {
  const { path } = rescue
  const outlook = orNull(() => {
    const rescued = readRescue(rescue)
    return rescued === null ? 'no-pair' : outlookFor(rescued.newPair, login)
  })
  const hasTokens = outlook === null ? null : outlook === 'put-back' || outlook === 'another-login'
  const isUsed = trusts(path)
  const isForPerson = outlook === 'another-login' || outlook === 'no-pair' || !isUsed
  return {
    path,
    kind: 'rescue',
    hasNewTokens: hasTokens,
    handledBy: isForPerson ? 'person' : 'next-run',
    isNewLogin: rescue.isNewLogin,
    isTrusted: isUsed
  }
}
