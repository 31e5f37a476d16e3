import { DEFAULTS, parseBoolean, parseDurationMs } from '../core/options.js'
import { orNull } from '../core/or-null.js'
import type { SecretInputs } from './secret-target.js'

/** The inputs as the workflow wrote them; a text is empty if not given. `clr` itself validates most of them. */
export interface ActionInputs {
  /** Path of the credentials file. */
  readonly creds: string
  /** The time limit of the refresh, in seconds. */
  readonly timeout: string
  /** A duration, such as `90m`. */
  readonly minValidity: string
  readonly trace: boolean
  /** Whether to check everything, and to send and change nothing. */
  readonly dryRun: boolean
  /** The credentials themselves. */
  readonly credsJson: string
  /** Which `claude` to install. */
  readonly claudeVersion: string
  readonly secret: SecretInputs
  /** How long before its end a login counts as ending soon: a duration, such as `7d`. */
  readonly loginWarning: string
}

/**
 * The inputs of this step, read without @actions/core, which is not loaded yet (that takes 0.1 s).
 * @throws RefreshError `usage` if a boolean input is neither true nor false
 */
export function readInputs(env: NodeJS.ProcessEnv): ActionInputs {
  return {
    creds: readText(env, 'creds'),
    timeout: readText(env, 'timeout'),
    minValidity: readText(env, 'min-validity'),
    trace: readBoolean(env, 'trace'),
    dryRun: readBoolean(env, 'dry-run'),
    credsJson: readText(env, 'creds-json'),
    claudeVersion: readText(env, 'claude-version'),
    secret: readSecretInputs(env),
    loginWarning: readText(env, 'login-warning')
  }
}

/** Whether the step is a dry run, known even if another input is invalid. */
export function asksForDryRun(env: NodeJS.ProcessEnv): boolean {
  return orNull(() => readBoolean(env, 'dry-run')) === true
}

/** Milliseconds of the input `login-warning`; its default if it is empty. @throws RefreshError `usage` */
export function parseLoginWarningMs(text: string): number {
  return parseDurationMs(text === '' ? DEFAULTS.loginWarning : text, 'login-warning')
}

/** The inputs that say in which secrets the login is stored, and with which token. */
export function readSecretInputs(env: NodeJS.ProcessEnv): SecretInputs {
  return {
    secretName: readText(env, 'secret-name'),
    secretRepository: readText(env, 'secret-repository'),
    secretEnvironment: readText(env, 'secret-environment'),
    secretOrganization: readText(env, 'secret-organization'),
    accessTokenSecretName: readText(env, 'access-token-secret-name'),
    secretApp: readText(env, 'secret-app'),
    githubToken: readText(env, 'github-token')
  }
}

/** The inputs that are secrets themselves: they are masked even if another input is invalid. */
export function readSecretTexts(env: NodeJS.ProcessEnv): { readonly credsJson: string; readonly githubToken: string } {
  return { credsJson: readText(env, 'creds-json'), githubToken: readText(env, 'github-token') }
}

/** A boolean input; false if not given. @throws RefreshError `usage` */
function readBoolean(env: NodeJS.ProcessEnv, name: string): boolean {
  const text = readText(env, name)
  return text !== '' && parseBoolean(text, name)
}

/** One input, as `getInput` of @actions/core reads it; empty if not given. */
function readText(env: NodeJS.ProcessEnv, name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
}
