import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseJson } from '../refresh/json.js'
import { readSecretTexts } from './inputs.js'
import { secretsPath } from './secret/place.js'
import { parseSight, parseSpans, type Sight, type SightMemory, type Span } from './secret/sight.js'
import { readStamp } from './secret/stamp.js'
import { latestWriteMs } from './secret/staleness.js'
import type { SecretTarget } from './secret/target.js'
import { readState, saveState } from './state.js'

/** For `main`, which takes the first look, and tells `post` what it sees. */
export function newSight(target: SecretTarget, env: NodeJS.ProcessEnv): SightMemory {
  return { sight: null, save: savingTo(target, env, readOwn(target, env)) }
}

/**
 * For `post`: what `main` saw, and when later steps of the job have written the secret, whose own `post` came before.
 * A `main` that told nothing leaves what the job was given: only a secret that is not newer than the stamp of `creds-json`
 * is then known; without a stamp none is.
 */
export function recalledSight(target: SecretTarget, env: NodeJS.ProcessEnv): SightMemory {
  const { firstMs, own } = parseSight(readState(env, 'secretSeen')) ?? sightOfGiven(env)
  return { sight: { firstMs, own: [...own, ...readOwn(target, env)] }, save: savingTo(target, env, []) }
}

function sightOfGiven(env: NodeJS.ProcessEnv): Sight {
  return { firstMs: latestWriteMs(readStamp(readSecretTexts(env).credsJson).storedAt), own: [] }
}

/**
 * In this process it counts at once: `post` may store several times.
 * @param earlier when earlier steps have written the secret
 */
function savingTo(target: SecretTarget, env: NodeJS.ProcessEnv, earlier: readonly Span[]): SightMemory['save'] {
  return sight => {
    const text = JSON.stringify(sight)
    saveState(env, 'secretSeen', text)
    env.STATE_secretSeen = text
    saveOwn(target, [...earlier, ...sight.own], env)
  }
}

function readOwn(target: SecretTarget, env: NodeJS.ProcessEnv): readonly Span[] {
  try {
    return parseSpans(parseJson(readFileSync(fileOf(target, env), 'utf8')))
  } catch {
    return []
  }
}

/** If it cannot be written, the state of each step still tells of that step's own writes. */
function saveOwn(target: SecretTarget, own: readonly Span[], env: NodeJS.ProcessEnv): void {
  try {
    const file = fileOf(target, env)
    const staged = `${file}.${process.pid}-${process.hrtime.bigint()}`
    writeFileSync(staged, JSON.stringify(own), { mode: 0o600, flag: 'wx' })
    renameSync(staged, file)
  } catch {
    // No runner, or no room.
  }
}

/** In the folder that a runner empties before and after each job. @throws Error if there is none */
function fileOf({ apiUrl, place, credentialsName }: SecretTarget, { RUNNER_TEMP }: NodeJS.ProcessEnv): string {
  if (RUNNER_TEMP === undefined || !path.isAbsolute(RUNNER_TEMP)) throw new Error('there is no RUNNER_TEMP')
  const secret = `${apiUrl}${secretsPath(place)}/${credentialsName ?? ''}`.toUpperCase()
  return path.join(
    RUNNER_TEMP,
    `clr-refresh-writes-${createHash('sha256').update(secret).digest('hex').slice(0, 16)}.json`
  )
}
