/** The columns of the terminal in the examples. */
const COLUMNS = 100

/** The section of docs/troubleshooting.md about a reason, without its heading; empty if there is none. */
export function sectionOf(page: string, reason: string): string {
  const [, rest = ''] = page.split(`\n### \`${reason}\`\n`)
  return rest.split(/^##/m)[0] ?? ''
}

/** The example in that section; empty if there is none. */
export function exampleIn(page: string, reason: string): string {
  return /^```console\n([^]*?)\n```$/m.exec(sectionOf(page, reason))?.[1] ?? ''
}

/** The page with another example in that section. */
export function withExample(page: string, reason: string, example: string): string {
  const section = sectionOf(page, reason)
  const changed = section.replace(/^```console\n[^]*?\n```$/m, () => `\`\`\`console\n${example}\n\`\`\``)
  return page.replace(section, () => changed)
}

/** A text as a terminal shows it, with breaks only between words. */
export function onScreen(text: string): string {
  return text
    .split('\n')
    .map(line => line.replaceAll(new RegExp(`(.{1,${COLUMNS}})(?: +|$)|(\\S+)(?: +|$)`, 'g'), '$1$2\n').trimEnd())
    .join('\n')
}
