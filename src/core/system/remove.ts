import { rmSync } from 'node:fs'

/** Removes a file or a folder with everything in it. @returns false if that is not possible; never throws */
export function removeIfPossible(entry: string): boolean {
  try {
    rmSync(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
    return true
  } catch {
    return false
  }
}
