import type { Measure } from './wrapped-text.js'

/** Characters that a terminal would obey, or that change the direction of the text after them: UAX #9, and line separators. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** A text on one line that only shows characters. */
export function visible(text: string): string {
  return text.replace(UNSAFE, '\u{FFFD}')
}

/** The paths in a text that are in the user's home folder, as a shell and `clr` accept them: `~/…`. */
export function withTilde(text: string, home: string): string {
  if (home.length < 2) return text
  const shortened = (word: string): string => (word.startsWith(`${home}/`) ? `~${word.slice(home.length)}` : word)
  return text.split(' ').map(shortened).join(' ')
}

/** Measures parts of a text. The package that knows wide characters is only loaded if the text has any others than ASCII. */
export async function measureFor(text: string): Promise<Measure> {
  if (isAscii(text)) return part => part.length
  return (await import('string-width')).default
}

/** A text that fits into a number of columns: what is too long is cut in the middle, and more of its end is kept. */
export function cutMiddle(text: string, columns: number, measure: Measure): string {
  if (measure(text) <= columns) return text
  const characters = isAscii(text)
    ? Array.from(text)
    : [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
  const end = takeWhileFits(characters.toReversed(), Math.ceil(((columns - 1) * 2) / 3), measure).reverse()
  const start = takeWhileFits(characters, columns - 1 - measure(end.join('')), measure)
  return [...start, '…', ...end].join('')
}

function takeWhileFits(characters: readonly string[], columns: number, measure: Measure): string[] {
  const taken: string[] = []
  let width = 0
  for (const character of characters) {
    width += measure(character)
    if (width > columns) break
    taken.push(character)
  }
  return taken
}

/** A text with blanks after it, so that it takes a number of columns. */
export function padded(text: string, columns: number, measure: Measure): string {
  return text + ' '.repeat(Math.max(0, columns - measure(text)))
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}
