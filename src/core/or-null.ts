/** The result of some work; null if it throws, whatever that is: only if no failure means more than "not known". */
export function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
