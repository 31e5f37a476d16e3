/** A command as a person would type it in a shell. It has no control characters, so a message shows it as it is. */
export function shellLine(words: readonly string[]): string {
  return words.map(word => (/^[\w@%+=:,/.-]+$/.test(word) && word !== '.' ? word : inQuotes(word))).join(' ')
}

function inQuotes(word: string): string {
  if (/\p{Cc}/u.test(word)) return `$'${word.replace(/[\\']/g, String.raw`\$&`).replace(/\p{Cc}/gu, escaped)}'`
  return /^[\w .]*$/.test(word) ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`
}

const SHORT_FORMS: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`
}

/** A control character inside `$'…'`, as bash, zsh and ksh read it: the bytes in octal, for those without a short form. */
function escaped(character: string): string {
  const inOctal = [...Buffer.from(character)].map(byte => `\\${byte.toString(8).padStart(3, '0')}`)
  return SHORT_FORMS[character] ?? inOctal.join('')
}
