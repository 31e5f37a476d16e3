/** The result of some work; null if it throws anything. Use it only if every failure means "not known". */
export function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
