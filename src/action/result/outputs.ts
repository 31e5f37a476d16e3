import type { RefreshReport } from '../../refresh/report.js'
import type { SeenCredentials } from '../seen-credentials.js'
import type { Toolkit } from '../toolkit.js'

/** The outputs that hold no secret, by name; an expiry that is not known is empty. Set after a failure too. */
export function plainOutputs(report: RefreshReport): Readonly<Record<string, string>> {
  return {
    refreshed: String(report.refreshed),
    reason: report.reason,
    'exit-code': String(report.exitCode),
    'expires-at': report.expiresAt ?? '',
    'login-expires-at': report.loginExpiresAt ?? '',
    creds: report.creds ?? ''
  }
}

/** The outputs that are secrets, by name: only of a run that left good credentials, and of a file that could be read. */
export function secretOutputs(report: RefreshReport, after: SeenCredentials): Readonly<Record<string, string>> {
  const isGood = report.exitCode === 0 || report.reason === 'secret-write-failed'
  if (!isGood || after.json === null || after.accessToken === null) return {}
  return { 'creds-json': after.json, 'access-token': after.accessToken }
}

/** Sets all outputs. Without `GITHUB_OUTPUT` @actions/core would print them, so the secret ones are then left out. */
export function setOutputs(toolkit: Toolkit, outputs: Outputs, env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(outputs.plain)) toolkit.setOutput(name, value)
  if ((env.GITHUB_OUTPUT ?? '') === '') return
  for (const [name, value] of Object.entries(outputs.secret)) toolkit.setOutput(name, value)
}

/** What a step hands on. */
export interface Outputs {
  readonly plain: Readonly<Record<string, string>>
  readonly secret: Readonly<Record<string, string>>
}
