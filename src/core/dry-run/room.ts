import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { makeFolderWithSpace, writeBallast } from '../home/disk-space.js'
import { notWritable } from '../not-writable.js'
import { removeIfPossible } from '../system/remove.js'
import { GONE_PREFIX, newReplacementPathIn, WorkFolder } from '../work-folder.js'

/** Makes the new file that a refresh, or `creds-json`, would need, at a path. @returns a function that removes it */
export type MakeNewFile = (temporaryPath: string) => () => void

/**
 * Proves that there is room for a refresh, and that we may write: makes a folder like an isolated HOME, but without any login in
 * it, and the new file; then removes both. Never waits, so only SIGKILL can leave them behind: then the next refresh removes them,
 * and `clr status` does not show them as a HOME.
 * @returns false if a run that has just started removed them in the meantime
 * @throws RefreshError `creds-not-writable`, and what `makeNewFile` throws
 */
export function proveRoom(folder: WorkFolder, makeNewFile: MakeNewFile): boolean {
  const probe = folder.at(`${GONE_PREFIX}dry-run-${randomBytes(8).toString('hex')}`)
  let isMade = false
  try {
    orNotWritable(probe, () => {
      makeFolderWithSpace(probe)
    })
    isMade = true
    const removeNewFile = makeNewFile(newReplacementPathIn(probe))
    try {
      orNotWritable(probe, () => {
        writeBallast(probe)
      })
    } finally {
      removeNewFile()
    }
    return true
  } catch (error) {
    if (existsSync(isMade ? probe : folder.path)) throw error
    return false
  } finally {
    removeIfPossible(probe)
  }
}

function orNotWritable(probe: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw notWritable(`cannot write in an isolated HOME at ${probe}`, error)
  }
}

/**
 * Proves that folders can be made for a file, in the nearest folder above it that exists, and as `proveRoom`. What it makes there
 * has a name of its own, because a run that starts now would use the file's own folders.
 * @param given absolute path of the file
 * @param work what is to be proven in the folder
 * @throws RefreshError `creds-not-writable`, and what `work` throws
 */
export function inNewFolderFor<T>(given: string, work: (folder: WorkFolder) => T): T {
  const probe = path.join(nearestFolder(given), `.clr-dry-run-${randomBytes(8).toString('hex')}`)
  try {
    mkdirSync(probe, { mode: 0o700 })
  } catch (error) {
    throw notWritable(`cannot make the folder ${path.dirname(given)}`, error)
  }
  try {
    return work(WorkFolder.openBriefly(probe))
  } finally {
    removeIfPossible(probe)
  }
}

/** The nearest entry above a path that exists: usually a folder. */
function nearestFolder(entry: string): string {
  const above = path.dirname(entry)
  return existsSync(above) || above === entry ? above : nearestFolder(above)
}
