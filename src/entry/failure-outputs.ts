import { appendFileSync } from 'node:fs'

/**
 * Sets the outputs that are set whatever fails, with nothing but Node; those that say more stay empty.
 * @param file what `GITHUB_OUTPUT` names
 * @returns whether a runner will have them
 */
export function setFailureOutputs(file: string, reason: 'usage' | 'internal'): boolean {
  const outputs = { refreshed: 'false', reason, 'exit-code': '1' }
  const entries = Object.entries(outputs).map(([name, value]) => `${name}<<end_of_output\n${value}\nend_of_output\n`)
  try {
    appendFileSync(file, entries.join(''))
    return true
  } catch {
    return false
  }
}
