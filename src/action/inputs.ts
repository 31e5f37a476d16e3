import { RefreshError } from '../refresh/reasons.js'

/** What the workflow asked for. Texts are as written there; `clr` itself judges path, seconds and duration. */
export interface ActionInputs {
  /** Path of the credentials file; empty means the default. */
  readonly creds: string
  /** Seconds, as text; empty means the default. */
  readonly timeout: string
  /** A duration, as text; empty means the default. */
  readonly minValidity: string
  readonly trace: boolean
}

/**
 * The inputs of this step, read without @actions/core, which is not loaded yet (it costs 0.1 s).
 * @throws RefreshError `usage` where an input that is a yes or no is neither
 */
export function readInputs(env: NodeJS.ProcessEnv): ActionInputs {
  return {
    creds: readText(env, 'creds'),
    timeout: readText(env, 'timeout'),
    minValidity: readText(env, 'min-validity'),
    trace: readBoolean(env, 'trace')
  }
}

/** One input, by the rules of `getInput` of @actions/core; empty where it is not given. */
function readText(env: NodeJS.ProcessEnv, name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
}

/** One input by the YAML 1.2 core schema, as `getBooleanInput` of @actions/core reads it; not given is false. */
function readBoolean(env: NodeJS.ProcessEnv, name: string): boolean {
  const text = readText(env, name)
  if (['true', 'True', 'TRUE'].includes(text)) return true
  if (['false', 'False', 'FALSE', ''].includes(text)) return false
  throw new RefreshError('usage', `${name} must be true or false, got ${JSON.stringify(text.slice(0, 40))}`)
}
