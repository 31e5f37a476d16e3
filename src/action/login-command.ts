import { findPlace } from '../core/credentials/credentials-path.js'
import { shellLine } from '../core/shell-line.js'
import { replaceCommand } from '../core/login-command.js'
import { orNull } from '../core/or-null.js'
import { statIfAny } from '../core/system/read.js'
import { WorkFolder } from '../core/work-folder.js'
import { readLineage } from '../core/write-back/lineage.js'
import { GITHUB, secretArguments } from '../github-secrets/place-arguments.js'
import { ghHostOf } from '../github-secrets/target.js'
import { readSecretInputs, readSecretTexts } from './inputs.js'
import { parseSecretPlace, type SecretPlace } from './secret-target.js'

/**
 * The line for a shell that renews the login where the inputs say that it is kept: the secret, or the file. Empty if they do not
 * say that, or are wrong. An empty `github-token` does not matter.
 * @param creds absolute path of the credentials file; empty if it is not known
 */
export function loginCommandFor(creds: string, env: NodeJS.ProcessEnv): string {
  return orNull(() => lineFor(creds, env)) ?? ''
}

function lineFor(creds: string, env: NodeJS.ProcessEnv): string {
  const place = parseSecretPlace(readSecretInputs(env), env)
  const secretName = place?.credentialsName ?? null
  const isGiven = readSecretTexts(env).credsJson !== ''
  if (!isGiven && creds !== '' && isKeptIn(creds, secretName)) return replaceCommand(creds)
  return place === null || secretName === null ? '' : secretLine(secretName, place)
}

/**
 * Whether each job takes the login from this file, even if a secret gets a copy: a login that only the secret has would be
 * replaced by that of the file. If the file is missing, the secret is the place: `creds-json` may be empty because there is no
 * such secret yet.
 */
function isKeptIn(creds: string, secretName: string | null): boolean {
  if (isMadeInThisJob(creds)) return false
  return secretName === null || statIfAny(creds) !== undefined
}

/** Whether a step of this job made the file from its `creds-json`: it is removed at the end of the job. */
export function isMadeInThisJob(creds: string): boolean {
  const file = findPlace(creds)
  const folder = orNull(() => file && WorkFolder.find(file))
  return folder !== null && orNull(() => readLineage(folder))?.isFileMade === true
}

/** `--org` names no server, so a variable has to. */
function secretLine(name: string, { location, apiUrl }: SecretPlace): string {
  const server = { host: ghHostOf(apiUrl) }
  const line = shellLine(['clr', 'login', ...secretArguments({ name, location, server })])
  const isElsewhere = location.kind === 'organization' && server.host !== GITHUB
  return isElsewhere ? `GH_HOST=${shellLine([server.host])} ${line}` : line
}
