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
import { unwrapBase64 } from './creds-json/base64.js'
import { readSecretInputs, readSecretTexts } from './inputs.js'
import { nameInJob, readJobMemory, saveJobMemory } from './job-memory.js'
import type { AboutSecret } from './post-state.js'
import { parseSecretTarget, type SecretAddress, type SecretTarget } from './secret-target.js'
import { latestWriteMs, storedAtIn } from './stamp.js'

/**
 * Where the inputs ask the login to be stored; null if nowhere. A secret that came as base64, to this step or to an earlier
 * one of the job, stays so.
 * @throws RefreshError `usage`
 */
export function wantedTarget(env: NodeJS.ProcessEnv): SecretTarget | null {
  const target = parseSecretTarget(readSecretInputs(env), env)
  if (target === null) return null
  const isBase64 = unwrapBase64(readSecretTexts(env).credsJson).isBase64 || wasBase64(target, env)
  return { ...target, isBase64 }
}

function wasBase64(target: SecretAddress, env: NodeJS.ProcessEnv): boolean {
  const job = parseJson(readJobMemory(memoryName(target, env), env))
  return isJsonObject(job) && job.isBase64 === true
}

/** For `main`: what earlier steps of this job saw of the secret. The first one takes the first look. */
export function memoryForMain(target: SecretTarget, context: JobContext): StoreMemory {
  return memoryOf(target, readJobHistory(target, context.env), context)
}

/**
 * For `post`: what `main` saw, and when later steps of the job have written the secret, whose own `post` came before.
 * If `main` saved nothing, what the job was given has to do: only a secret that is not newer than the stamp of `creds-json`
 * is then known; without a stamp none is. Nor is one if `main` was given the name of another secret.
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
  const key = factsOf(state.known.secretKey, target, env)
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
    visibilities: visibilitiesOf(factsOf(state.known.secretVisibilities, target, env)?.byName),
    saveVisibilities: visibilities => {
      state.sawReaders(secret, visibilities)
    }
  }
}

function visibilitiesOf(byName: unknown): ReadonlyMap<string, Visibility> {
  const entries = isJsonObject(byName) ? Object.entries(byName) : []
  return new Map(
    entries.flatMap(([name, value]): [string, Visibility][] => {
      const visibility = parseVisibility(value)
      return visibility === null ? [] : [[name, visibility]]
    })
  )
}

/** What `main` saved; null if it saved nothing, or something about another secret: a later step may have changed what names it. */
function factsOf<Facts>(about: AboutSecret<Facts> | null, target: SecretTarget, env: NodeJS.ProcessEnv): Facts | null {
  return about?.secret === secretOf(target, env) ? about.facts : null
}

function readJobHistory(target: SecretTarget, env: NodeJS.ProcessEnv): WriteHistory | null {
  return parseWriteHistory(readJobMemory(memoryName(target, env), env))
}

function memoryName(target: SecretAddress, env: NodeJS.ProcessEnv): string {
  return `writes-${secretOf(target, env)}`
}

/** Stands for one secret in one job. */
function secretOf({ apiUrl, location, credentialsName }: SecretAddress, env: NodeJS.ProcessEnv): string {
  return nameInJob(`${apiUrl}${secretsPath(location)}/${credentialsName ?? ''}`.toUpperCase(), env)
}
