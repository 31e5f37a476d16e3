import { lstatSync, readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { othersMayWrite } from '../../core/system/others-may-write.js'

/**
 * The first place where another user could plant a program: from the root of a tool cache (a link to it is followed) down
 * to one tool, and in all that belongs to the tool; null if there is none. What is not there yet counts as safe.
 * @param names the folders from the root to the tool
 * @throws the failed system call's error
 */
export function findUntrusted(root: string, names: readonly string[]): string | null {
  if (lstatSync(root, { throwIfNoEntry: false }) === undefined) return null
  let folder = realpathSync(root)
  for (const name of ['', ...names]) {
    folder = path.join(folder, name)
    const stats = lstatSync(folder, { throwIfNoEntry: false })
    if (stats === undefined) return null
    if (!stats.isDirectory() || othersMayWrite(stats, ourUid())) return folder
  }
  return findUntrustedBelow(folder, folder)
}

function findUntrustedBelow(folder: string, tool: string): string | null {
  for (const entry of readdirSync(folder).map(name => path.join(folder, name))) {
    const stats = lstatSync(entry)
    const isTrusted = stats.isSymbolicLink() ? leadsInto(tool, entry) : !othersMayWrite(stats, ourUid())
    if (!isTrusted) return entry
    const found = stats.isDirectory() ? findUntrustedBelow(entry, tool) : null
    if (found !== null) return found
  }
  return null
}

/** Whether what a link leads to is in the tool, where it is judged too. */
function leadsInto(tool: string, link: string): boolean {
  try {
    return realpathSync(link).startsWith(`${tool}${path.sep}`)
  } catch {
    return false
  }
}

function ourUid(): number {
  return process.getuid?.() ?? -1
}
