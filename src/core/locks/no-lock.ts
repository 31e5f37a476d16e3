import { lstatSync, readdirSync, statSync } from 'node:fs'
import { inTheWay } from '../not-writable.js'
import type { CliLock } from './cli-lock-paths.js'

/** Anybody may plant a name in a sticky folder above: only we, root and the owner of the CLI's own folder have sessions here. */
export function isForeign({ path: lockPath, configFolder }: Pick<CliLock, 'path' | 'configFolder'>): boolean {
  const owner = lstatSync(lockPath, { throwIfNoEntry: false })?.uid
  return owner !== undefined && ![process.geteuid?.(), 0, statSync(configFolder).uid].includes(owner)
}

/**
 * What stands in the place of a lock of the CLI's and is none, in a few words: each of its locks is an empty folder. Null if
 * there is nothing, or what may be a lock. @throws the failed system call's error
 */
export function whatIsNoLock(lockPath: string): string | null {
  const stats = lstatSync(lockPath, { throwIfNoEntry: false })
  if (stats === undefined) return null
  if (stats.isDirectory()) return isEmpty(lockPath) ? null : 'a folder that is not empty'
  return stats.isSymbolicLink() ? 'a link' : 'a file'
}

/** Nobody would ever take it away, so nobody waits for it. @throws RefreshError `creds-not-writable`, and as `whatIsNoLock` */
export function refuseWhatIsNoLock(lockPath: string): void {
  const what = whatIsNoLock(lockPath)
  if (what !== null) throw inTheWay(lockPath, `it is ${what}, where \`claude\` makes an empty folder as its lock`)
}

/** Whoever may not look into a folder takes it for a lock. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    return true
  }
}
