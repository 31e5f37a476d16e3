/** What an expression can name: `secrets.SECRETS_TOKEN`, `runner.temp`, `steps.refresh.outputs.creds`. */
export type Names = Readonly<Record<string, string>>

/**
 * A text with its expressions replaced, as GitHub does. Only what the examples use is supported: names and texts in quotes,
 * joined by `||`. A name that is not set is empty.
 */
export function fillIn(text: string, names: Names): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const values = expression.split('||').map(part => valueOf(part.trim(), names))
    return values.find(value => value !== '') ?? ''
  })
}

function valueOf(term: string, names: Names): string {
  const quoted = /^'([^']*)'$/.exec(term)?.[1]
  if (quoted !== undefined) return quoted
  if (!/^[\w.-]+$/.test(term)) throw new Error(`this expression is not supported: ${term}`)
  return names[term] ?? ''
}
