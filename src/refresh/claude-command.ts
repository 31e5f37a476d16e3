/** The options that make the call cheap and leave no trace; each is dropped where a version does not know it. */
const OPTIONS: readonly (readonly string[])[] = [
  ['--model', 'claude-sonnet-4-6'],
  ['--effort', 'low'],
  ['--no-session-persistence'],
  ['--no-chrome']
]

/** The arguments of one call, without the options that this version of `claude` has said it does not know. */
export function claudeArguments(debugFile: string, unknown: ReadonlySet<string> = new Set()): readonly string[] {
  const known = (option: readonly string[]) => !unknown.has(option[0] ?? '')
  return [...OPTIONS, ['--print', '.'], ['--debug-file', debugFile]].filter(known).flat()
}

/** The option that `claude` has just refused, where it is one that can be dropped (commander's sentence; shared facts). */
export function unknownOptionIn(stderr: string): string | null {
  const name = /unknown option '(--[\w-]+)'/.exec(stderr)?.[1]
  const droppable = ['--effort', '--no-session-persistence', '--no-chrome', '--debug-file']
  return name !== undefined && droppable.includes(name) ? name : null
}

/** A command as a person would type it in a shell. */
export function shellLine(words: readonly string[]): string {
  return words.map(word => (/^[\w@%+=:,/.-]+$/.test(word) && word !== '.' ? word : quoted(word))).join(' ')
}

function quoted(word: string): string {
  return /^[\w .]*$/.test(word) ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`
}
