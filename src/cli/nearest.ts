import { closestMatch } from 'leven'

/** The longest word that is compared with others, in characters. */
const MAX_LENGTH = 40

/** The one that a person who typed `word` most likely meant: it begins with the word, or few letters differ; null if none is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const typed = word.toLowerCase()
  if (typed.length > MAX_LENGTH) return null
  const [only, ...others] = candidates.filter(candidate => candidate.startsWith(typed))
  if (typed.length > 1 && only !== undefined && others.length === 0) return only
  return closestMatch(typed, candidates, { maxDistance: Math.ceil(typed.length / 3) }) ?? null
}
