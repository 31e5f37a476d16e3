import type { RefreshReport } from '../../core/report.js'
import type { SeenCredentials } from '../seen-credentials.js'
import type { Toolkit } from '../context.js'
import { whyNotWritten, wholeOrNothing } from '../runner-file.js'

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

/**
 * Sets all outputs. Without `GITHUB_OUTPUT` @actions/core would print them, so the secret ones are then left out.
 * @returns why they could not be set, in a sentence; null if they are
 */
export function setOutputs(toolkit: Toolkit, outputs: Outputs, env: NodeJS.ProcessEnv): string | null {
  const isFile = (env.GITHUB_OUTPUT ?? '') !== ''
  const entries = [...Object.entries(outputs.plain), ...(isFile ? Object.entries(outputs.secret) : [])]
  for (const [at, [name, value]] of entries.entries()) {
    try {
      wholeOrNothing(env.GITHUB_OUTPUT ?? '', () => {
        toolkit.setOutput(name, value)
      })
    } catch (error) {
      const unset = at === 0 ? 'the outputs of this step' : `the output ${name} and those that come after it`
      return `${whyNotWritten('GITHUB_OUTPUT', env, error)}: ${unset} are not set`
    }
  }
  if (isFile || Object.keys(outputs.secret).length === 0) return null
  return `${whyNotWritten('GITHUB_OUTPUT', env)}: the outputs that hold tokens are not set`
}

/** Puts a folder on PATH for later steps. @returns why that was not possible, in a sentence; null if it was */
export function putOnPath(toolkit: Toolkit, folder: string, env: NodeJS.ProcessEnv): string | null {
  const sentence = (error?: unknown): string =>
    `${whyNotWritten('GITHUB_PATH', env, error)}: later steps do not find the \`claude\` in ${folder}`
  if ((env.GITHUB_PATH ?? '') === '') return sentence() // @actions/core would print a command that runners refuse
  try {
    toolkit.addPath(folder)
    return null
  } catch (error) {
    return sentence(error)
  }
}

/** What a step hands on. */
export interface Outputs {
  readonly plain: Readonly<Record<string, string>>
  readonly secret: Readonly<Record<string, string>>
}
