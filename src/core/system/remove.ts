import { rmSync } from 'node:fs'
import { orNull } from '../or-null.js'

/** Removes a file, or a folder with everything in it. @returns false if that is not possible; never throws */
export function removeIfPossible(entry: string): boolean {
  const isRemoved = orNull(() => {
    rmSync(entry, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
    return true
  })
  return isRemoved ?? false
}
