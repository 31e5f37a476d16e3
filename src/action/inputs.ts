import { parseBoolean } from '../core/options.js'
import type { SecretInputs } from './secret-target.js'

/** What the workflow asked for. Texts are as written there, empty if not given; `clr` itself judges most of them. */
export interface ActionInputs {
  /** Path of the credentials file. */
  readonly creds: string
  /** Seconds. */
  readonly timeout: string
  /** A duration. */
  readonly minValidity: string
  readonly trace: boolean
  /** The credentials themselves. */
  readonly credsJson: string
  /** Which `claude` to install. */
  readonly claudeVersion: string
  readonly secret: SecretInputs
}

/**
 * The inputs of this step, read without @actions/core, which is not loaded yet (it costs 0.1 s).
 * @throws RefreshError `usage` if an input that is a yes or no is neither
 */
export function readInputs(env: NodeJS.ProcessEnv): ActionInputs {
  return {
    creds: readText(env, 'creds'),
    timeout: readText(env, 'timeout'),
    minValidity: readText(env, 'min-validity'),
    trace: readBoolean(env, 'trace'),
    credsJson: readText(env, 'creds-json'),
    claudeVersion: readText(env, 'claude-version'),
    secret: readSecretInputs(env)
  }
}

/** The inputs that say where the credentials are to be stored, and with which right. */
export function readSecretInputs(env: NodeJS.ProcessEnv): SecretInputs {
  return {
    secretName: readText(env, 'secret-name'),
    secretRepository: readText(env, 'secret-repository'),
    secretEnvironment: readText(env, 'secret-environment'),
    secretOrganization: readText(env, 'secret-organization'),
    accessTokenSecretName: readText(env, 'access-token-secret-name'),
    githubToken: readText(env, 'github-token')
  }
}

/** The inputs that are secrets themselves, to be hidden even if another input is wrong. */
export function readSecretTexts(env: NodeJS.ProcessEnv): { readonly credsJson: string; readonly githubToken: string } {
  return { credsJson: readText(env, 'creds-json'), githubToken: readText(env, 'github-token') }
}

/** One input, by the rules of `getInput` of @actions/core; empty if it is not given. */
function readText(env: NodeJS.ProcessEnv, name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
}

/** One input that is a yes or no; not given is a no. */
function readBoolean(env: NodeJS.ProcessEnv, name: string): boolean {
  const text = readText(env, name)
  return text !== '' && parseBoolean(text, name)
}
