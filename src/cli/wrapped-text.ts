/** How many columns of a terminal a text takes. */
export type Measure = (text: string) => number

/** A blank that is not part of a command in backticks. */
const BREAK = / (?=(?:[^`]*`[^`]*`)*[^`]*$)/

/**
 * The lines of a text, broken at its blanks. What is too long for a line, such as a path, an address, or a command in backticks,
 * has a line of its own, and can be copied from there.
 */
export function wrapped(text: string, columns: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(BREAK)) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`) <= columns) lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines
}
