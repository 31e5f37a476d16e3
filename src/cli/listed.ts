/** Words as a person lists them: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words) // made here, because it takes 5 ms, and only wrong arguments need it
}
