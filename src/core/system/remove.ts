import { rmSync } from 'node:fs'

/** Takes a file or a folder away with all that is in it. @returns false where that is not possible; never throws */
export function removeIfPossible(entry: string): boolean {
  try {
    rmSync(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
    return true
  } catch {
    return false
  }
}
