/**
 * What looks like a slip in a path that leads nowhere, and what to do about it; null if nothing does. Any of this may be part
 * of a real name, so ask only about a path that isn't there.
 * @param where what stands for the path after "in"
 */
export function slipIn(path: string, where = 'it'): string | null {
  const variable = /\$\{\w+\}|\$\w+|%\w+%/.exec(path)?.[0]
  if (variable !== undefined) return `nothing expands the "${variable}" in ${where}: write out what it stands for`
  const tilde = /(?<=^|\/)~[\w.-]*(?=\/|$)/.exec(path)?.[0]
  if (tilde !== undefined) return `nothing expands the "${tilde}" in ${where}: write out the home folder`
  if (/(?:^|\/)["']|["'](?:\/|$)/.test(path))
    return `a name in ${where} begins or ends with a quotation mark: leave that out`
  if (/(?:^|\/)\s|\s(?:\/|$)/.test(path))
    return `a name in ${where} begins or ends with a blank or a line end: leave that out`
  return null
}
