import { statSync, type Stats } from 'node:fs'

/** What the system says of a file, links followed; undefined if it says nothing. Never throws. */
export function statIfAny(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch {
    return undefined
  }
}
