import { redact } from '../../core/redact.js'

/** A text of unknown origin on one line, without characters that are invisible or change the order of others. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
}

/** The same, redacted. It cannot end or begin a hidden comment of ours. */
export function plainLine(text: string, secrets: readonly string[] = []): string {
  return visible(redact(text, secrets)).replaceAll('<!--', '<! --').trim()
}

/** A line as inline code: GitHub reads no mentions, links or HTML in it. */
export function inlineCode(line: string): string {
  const fence = fenceAround(line, 1)
  const pad = line.includes('`') ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** A line as a block of code for a shell. */
export function shellBlock(line: string): string {
  const fence = fenceAround(line, 3)
  return `${fence}sh\n${line}\n${fence}`
}

/** A link; the address must not hold `<`, `>` or line ends. */
export function link(words: string, address: string): string {
  return `[${words}](<${address}>)`
}

/** More backticks than the line has in a row. */
function fenceAround(line: string, least: number): string {
  const runs = line.match(/`+/g) ?? []
  return '`'.repeat(Math.max(least, ...runs.map(run => run.length + 1)))
}
