import { appendFileSync } from 'node:fs'

/**
 * Sets the outputs that every failed step has; the others stay empty. Needs only Node.
 * @param file the path in `GITHUB_OUTPUT`
 * @returns false if the file cannot be written
 */
export function setFailureOutputs(file: string, reason: 'usage' | 'internal'): boolean {
  const outputs = { refreshed: 'false', reason, 'exit-code': '1', 'login-ends-soon': 'false' }
  const entries = Object.entries(outputs).map(([name, value]) => `${name}<<end_of_output\n${value}\nend_of_output\n`)
  try {
    appendFileSync(file, entries.join(''))
    return true
  } catch {
    return false
  }
}
