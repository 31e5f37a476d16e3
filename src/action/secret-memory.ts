import { latestWriteMs, storedAtIn } from '../core/credentials/stamp.js'
import { isJsonObject, parseJson } from '../core/json.js'
import { secretsPath } from '../github-secrets/location.js'
import {
  parsePublicKey,
  parseVisibility,
  parseWriteHistory,
  type StoreMemory,
  type Visibility,
  type WriteHistory
} from '../github-secrets/memory.js'
import type { JobContext } from './context.js'
import { unwrapBase64, type Unwrapped } from './creds-json/base64.js'
import { readSecretInputs, readSecretTexts } from './inputs.js'
import { nameInJob, readJobMemory, saveJobMemory } from './job-memory.js'
import type { AboutSecret } from './post-state.js'
import { parseSecretTarget, type SecretAddress, type SecretTarget } from './secret-target.js'

/**
 * The secrets that the inputs name; null if none. If the secret was base64 when it was given to this step, or to an earlier
 * one of the job, it stays base64.
 * @param credsJson what the input `creds-json` holds
 * @throws RefreshError `usage`
 */
export function wantedTarget(env: NodeJS.ProcessEnv, credsJson: Unwrapped): SecretTarget | null {
  const target = parseSecretTarget(readSecretInputs(env), env)
  return target && { ...target, isBase64: credsJson.isBase64 || wasBase64(target, env) }
}

function wasBase64(target: SecretAddress, env: NodeJS.ProcessEnv): boolean {
  const job = parseJson(readJobMemory(memoryName(target, env), env))
  return isJsonObject(job) && job.isBase64 === true
}

/**
 * For `main`: what earlier steps of this job learned about the secret, saved for the `post` of this step too. The first step of
 * a job takes the first look.
 */
export function memoryForMain(target: SecretTarget, context: JobContext): StoreMemory {
  const history = readJobHistory(target, context.env)
  if (history !== null) context.state.sawSecret(secretOf(target, context.env), history)
  return memoryOf(target, history, context)
}

/**
 * For `post`: what `main` learned about the secret, and the writes of later steps, whose own `post` has already run. If
 * `main` saved nothing, only the stamp of `creds-json` shows which writes the job knows about: those up to the stamp, or
 * none if there is no stamp. If `main` saved something about a different secret, the job knows about no write.
 */
export function memoryForPost(target: SecretTarget, context: JobContext): StoreMemory {
  const { firstMs, own } = historyOfMain(target, context)
  const later = readJobHistory(target, context.env)?.own ?? []
  return memoryOf(target, { firstMs, own: [...own, ...later] }, context)
}

function historyOfMain(target: SecretTarget, { env, state }: JobContext): WriteHistory {
  const { secretSeen } = state.known
  if (secretSeen !== null) return factsOf(secretSeen, target, env) ?? { firstMs: null, own: [] }
  return { firstMs: latestWriteMs(storedAtIn(unwrapBase64(readSecretTexts(env).credsJson).json)), own: [] }
}

function memoryOf(target: SecretTarget, history: WriteHistory | null, { env, state }: JobContext): StoreMemory {
  const secret = secretOf(target, env)
  const { secretKey, secretVisibilities } = state.known
  const key = factsOf(secretKey, target, env)
  return {
    history,
    saveHistory: changed => {
      state.sawSecret(secret, changed)
      saveJobMemory(memoryName(target, env), { ...changed, isBase64: target.isBase64 }, env)
    },
    key: key === null ? null : parsePublicKey(key.id, key.key),
    saveKey: fetched => {
      state.fetchedKey(secret, fetched)
    },
    visibilities: parseVisibilities(factsOf(secretVisibilities, target, env)?.byName),
    saveVisibilities: visibilities => {
      state.sawReaders(secret, visibilities)
    }
  }
}

function parseVisibilities(byName: unknown): ReadonlyMap<string, Visibility> {
  const visibilities = new Map<string, Visibility>()
  for (const [name, value] of Object.entries(isJsonObject(byName) ? byName : {})) {
    const visibility = parseVisibility(value)
    if (visibility !== null) visibilities.set(name, visibility)
  }
  return visibilities
}

/** What `main` saved about this secret; null if nothing. A later step may have changed the variables that name the secret. */
function factsOf<Facts>(about: AboutSecret<Facts> | null, target: SecretTarget, env: NodeJS.ProcessEnv): Facts | null {
  return about?.secret === secretOf(target, env) ? about.facts : null
}

function readJobHistory(target: SecretTarget, env: NodeJS.ProcessEnv): WriteHistory | null {
  return parseWriteHistory(readJobMemory(memoryName(target, env), env))
}

function memoryName(target: SecretAddress, env: NodeJS.ProcessEnv): string {
  return `writes-${secretOf(target, env)}`
}

/** Identifies a secret in one job. */
function secretOf({ apiUrl, location, credentialsName }: SecretAddress, env: NodeJS.ProcessEnv): string {
  return nameInJob(`${apiUrl}${secretsPath(location)}/${credentialsName ?? ''}`.toUpperCase(), env)
}
