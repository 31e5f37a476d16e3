import type { RefreshReport } from '../../core/report.js'
import type { SeenCredentials } from '../seen-credentials.js'
import type { Toolkit } from '../context.js'
import { whyNotWritten, wholeOrNothing } from '../runner-file.js'

/** Values of outputs by name. */
type Outputs = Readonly<Record<string, string>>

/** The outputs that hold no secret; what is not known is empty. They are set after a failure too. */
export function plainOutputs(report: RefreshReport, loginCommand: string): Outputs {
  return {
    refreshed: String(report.refreshed),
    reason: report.reason,
    'exit-code': String(report.exitCode),
    'expires-at': report.expiresAt ?? '',
    'login-expires-at': report.loginExpiresAt ?? '',
    'login-ends-soon': String(report.loginEndsSoon),
    'login-command': loginCommand,
    creds: report.creds ?? ''
  }
}

/** The outputs that are secrets; none unless a refresh left usable credentials and the file could be read. */
export function secretOutputs(report: RefreshReport, after: SeenCredentials): Outputs {
  const isDone = report.exitCode === 0 && report.reason !== 'ready' // a dry run has refreshed nothing
  const isGood = isDone || report.reason === 'secret-write-failed'
  if (!isGood || after.json === null || after.accessToken === null) return {}
  return { 'creds-json': after.json, 'access-token': after.accessToken }
}

/**
 * Sets all outputs. Without `GITHUB_OUTPUT` the secret ones are left out, because @actions/core would print them.
 * @returns why they could not be set, in a sentence; null if they were
 */
export function setOutputs(
  toolkit: Toolkit,
  { plain, secret }: { readonly plain: Outputs; readonly secret: Outputs },
  env: NodeJS.ProcessEnv
): string | null {
  const isFile = (env.GITHUB_OUTPUT ?? '') !== ''
  const entries = [...Object.entries(plain), ...(isFile ? Object.entries(secret) : [])]
  for (const [at, [name, value]] of entries.entries()) {
    try {
      wholeOrNothing(env.GITHUB_OUTPUT ?? '', () => {
        toolkit.setOutput(name, value)
      })
    } catch (error) {
      const unset = at === 0 ? 'the outputs of this step' : `the output ${name} and those after it`
      return `${whyNotWritten('GITHUB_OUTPUT', env, error)}: ${unset} are not set`
    }
  }
  if (isFile || Object.keys(secret).length === 0) return null
  return `${whyNotWritten('GITHUB_OUTPUT', env)}: the outputs that hold tokens are not set`
}

/** Puts a folder on PATH for later steps. @returns why that failed, in a sentence; null if it did not */
export function putOnPath(toolkit: Toolkit, folder: string, env: NodeJS.ProcessEnv): string | null {
  const sentence = (error?: unknown): string =>
    `${whyNotWritten('GITHUB_PATH', env, error)}: later steps cannot find the \`claude\` in ${folder}`
  if ((env.GITHUB_PATH ?? '') === '') return sentence() // @actions/core would print a command that runners no longer accept
  try {
    toolkit.addPath(folder)
    return null
  } catch (error) {
    return sentence(error)
  }
}
