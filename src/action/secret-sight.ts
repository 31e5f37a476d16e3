import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'
import { unwrapBase64 } from './creds-json/base64.js'
import { readSecretInputs, readSecretTexts } from './inputs.js'
import { nameInJob, readJobMemory, saveJobMemory } from './job-memory.js'
import { secretsPath } from '../github-secrets/location.js'
import {
  parsePublicKey,
  parseSight,
  parseVisibility,
  type Sight,
  type StoreMemory,
  type Visibility
} from '../github-secrets/memory.js'
import { parseSecretTarget, type SecretAddress, type SecretTarget } from './secret-target.js'
import { latestWriteMs, readStamp } from './stamp.js'
import { readState, saveState } from './state.js'

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
  const job = parseJson(readJobMemory(fileName(target, env), env))
  return isJsonObject(job) && job.isBase64 === true
}

/** For `main`: what earlier steps of this job saw of the secret. The first one takes the first look. */
export function newSight(target: SecretTarget, env: NodeJS.ProcessEnv): StoreMemory {
  return memoryOf(target, readJobSight(target, env), env)
}

/**
 * For `post`: what `main` saw, and when later steps of the job have written the secret, whose own `post` came before.
 * A `main` that told nothing leaves what the job was given: only a secret that is not newer than the stamp of `creds-json`
 * is then known; without a stamp none is. Nor is one if `main` was given the name of another secret.
 */
export function recalledSight(target: SecretTarget, env: NodeJS.ProcessEnv): StoreMemory {
  const { firstMs, own } = sightOfMain(target, env)
  const later = readJobSight(target, env)?.own ?? []
  return memoryOf(target, { firstMs, own: [...own, ...later] }, env)
}

function sightOfMain(target: SecretTarget, env: NodeJS.ProcessEnv): Sight {
  const seen = parseSight(readState(env, 'secretSeen'))
  if (seen !== null) return recalled('secretSeen', target, env) === null ? { firstMs: null, own: [] } : seen
  return { firstMs: latestWriteMs(readStamp(unwrapBase64(readSecretTexts(env).credsJson).json).storedAt), own: [] }
}

/** In this process what is saved counts at once: `post` may store several times. */
function memoryOf(target: SecretTarget, sight: Sight | null, env: NodeJS.ProcessEnv): StoreMemory {
  const tell = (name: 'secretSeen' | 'secretKey' | 'secretVisibilities', facts: object): void => {
    const text = JSON.stringify({ secret: secretOf(target, env), ...facts })
    env[`STATE_${name}`] = text
    saveState(env, name, text)
  }
  return {
    sight,
    save: changed => {
      tell('secretSeen', changed)
      saveJobMemory(fileName(target, env), { ...changed, isBase64: target.isBase64 }, env)
    },
    key: recalledKey(target, env),
    saveKey: ({ id, key }) => {
      tell('secretKey', { id, key })
    },
    visibilities: recalledVisibilities(target, env),
    saveVisibilities: visibilities => {
      tell('secretVisibilities', { byName: Object.fromEntries(visibilities) })
    }
  }
}

function recalledKey(target: SecretTarget, env: NodeJS.ProcessEnv): StoreMemory['key'] {
  const told = recalled('secretKey', target, env)
  return told === null ? null : parsePublicKey(told.id, told.key)
}

function recalledVisibilities(target: SecretTarget, env: NodeJS.ProcessEnv): StoreMemory['visibilities'] {
  const byName = recalled('secretVisibilities', target, env)?.byName
  const entries = isJsonObject(byName) ? Object.entries(byName) : []
  return new Map(
    entries.flatMap(([name, value]): [string, Visibility][] => {
      const visibility = parseVisibility(value)
      return visibility === null ? [] : [[name, visibility]]
    })
  )
}

/** What `main` told; null if it told nothing, or of another secret: a later step may have changed what names it. */
function recalled(
  name: 'secretKey' | 'secretVisibilities' | 'secretSeen',
  target: SecretTarget,
  env: NodeJS.ProcessEnv
): JsonObject | null {
  const value = parseJson(readState(env, name))
  return isJsonObject(value) && value.secret === secretOf(target, env) ? value : null
}

function readJobSight(target: SecretTarget, env: NodeJS.ProcessEnv): Sight | null {
  return parseSight(readJobMemory(fileName(target, env), env))
}

function fileName(target: SecretAddress, env: NodeJS.ProcessEnv): string {
  return `writes-${secretOf(target, env)}`
}

/** Stands for one secret in one job. */
function secretOf({ apiUrl, location, credentialsName }: SecretAddress, env: NodeJS.ProcessEnv): string {
  return nameInJob(`${apiUrl}${secretsPath(location)}/${credentialsName ?? ''}`.toUpperCase(), env)
}
