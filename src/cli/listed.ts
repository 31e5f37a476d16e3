const LIST = new Intl.ListFormat('en-GB')

/** Words as a person lists them: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return LIST.format(words)
}
