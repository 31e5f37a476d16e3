import { RefreshError } from '../core/reasons.js'
import { credsOf } from './creds-option.js'
import type { Values } from './options.js'

/** What `clr login` was asked to do. */
export interface LoginRequest {
  readonly kind: 'login'
  readonly destination: FileDestination | SecretDestination
  /** Whether a good login in the file may be replaced. */
  readonly replace: boolean
  /** A file with the login of an earlier sign-in, as it was typed; null for a new sign-in. */
  readonly from: string | null
  /** Passed to `claude auth login`; null if not given. */
  readonly email: string | null
  readonly sso: boolean
}

/** A credentials file. */
export interface FileDestination {
  readonly kind: 'file'
  /** As it was typed. */
  readonly credsPath: string
  /** The option or variable that it comes from, for messages. */
  readonly credsFrom: string
}

/** A secret of GitHub, by the options of `gh secret set`. None is checked yet; an option that is not given is null. */
export interface SecretDestination {
  readonly kind: 'secret'
  readonly name: string
  /** `OWNER/NAME`; null for the repository of the working directory. */
  readonly repository: string | null
  readonly environment: string | null
  readonly organization: string | null
}

/** @throws RefreshError `usage` */
export function parseLoginOptions(values: Values, environment: NodeJS.ProcessEnv): LoginRequest {
  const { replace, from = null, email = null, sso } = values
  if (email === '') throw usage('`--email` is empty', 'Give the address of your account, or leave `--email` out.')
  const signInOption = email !== null ? '--email' : '--sso'
  if (from !== null && (email !== null || sso)) {
    throw usage(
      `\`--from\` and \`${signInOption}\` cannot be used together: with \`--from\` there is no sign-in`,
      `Leave out \`${signInOption}\`.`
    )
  }
  return { kind: 'login', destination: destinationOf(values, environment), replace, from, email, sso }
}

function destinationOf(values: Values, environment: NodeJS.ProcessEnv): FileDestination | SecretDestination {
  const { creds, secret, repo = null, env = null, org = null } = values
  if (secret !== undefined && creds !== undefined)
    throw usage('`--creds` and `--secret` cannot be used together', 'Store the login either in a file or in a secret.')
  if (secret !== undefined) {
    return { kind: 'secret', name: secret, repository: repo, environment: env, organization: org }
  }
  const foreign = Object.entries({ repo, env, org }).find(([, value]) => value !== null)?.[0]
  if (foreign !== undefined)
    throw usage(`\`--${foreign}\` needs \`--secret\``, 'Name the secret, too: `--secret <NAME>`.')
  const { text, name } = credsOf(values, environment)
  return { kind: 'file', credsPath: text, credsFrom: name }
}

function usage(sentence: string, remedy: string): RefreshError {
  return new RefreshError('usage', sentence, remedy)
}
