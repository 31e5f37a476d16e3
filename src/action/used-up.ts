import { loginOrNull } from '../core/credentials/credentials.js'
import { fingerprint } from '../core/credentials/fingerprint.js'
import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'
import { accountFingerprint } from './account.js'
import type { JobContext } from './context.js'
import { nameInJob, readJobMemory, saveJobMemory } from './job-memory.js'

/** How a step changed a credentials file. */
export interface Renewal {
  /** Absolute path of the file. */
  readonly creds: string
  /** The file before and after; null if it was not JSON. */
  readonly before: JsonObject | null
  readonly after: JsonObject | null
  /** Fingerprint of the pair of `creds-json`; null if it was not given. */
  readonly incoming: string | null
  /** Whether the login was refreshed. */
  readonly refreshed: boolean
}

/** What a job remembers of its refreshes, as fingerprints. */
interface Refreshes {
  readonly usedUp: readonly string[]
  /** The pair of each login's last refresh. */
  readonly newest: JsonObject
}

/** Fingerprints of the pairs that this job has replaced by newer ones: they are useless now. */
export function usedUpPairs({ env, state }: JobContext): readonly string[] {
  return [...state.known.usedUp, ...recall(env).usedUp]
}

/**
 * Saves, for later steps and for the end of the job, which pairs are older than the one now in the file: the pair of
 * `creds-json` and, after a refresh, the pair that was in the file before, and the pair of the job's previous refresh.
 */
export function rememberUsedUp(renewal: Renewal, { env, state }: JobContext): void {
  const [before, after] = [renewal.before, renewal.after].map(document => document && loginOrNull(document))
  if (after == null) return
  const now = fingerprint(after)
  const { usedUp, newest } = recall(env)
  if (usedUp.includes(now)) return // somebody has restored an old pair
  const login = `${renewal.creds} ${accountFingerprint(after)}`
  const ancestors = renewal.refreshed ? [before == null ? null : fingerprint(before), newest[login]] : []
  const older = [renewal.incoming, ...ancestors].filter(pair => typeof pair === 'string').filter(pair => pair !== now)
  if (older.length === 0) return
  state.areUsedUp(older)
  const facts = { usedUp: [...new Set([...usedUp, ...older])], newest: { ...newest, [login]: now } }
  saveJobMemory(fileName(env), facts, env)
}

function recall(env: NodeJS.ProcessEnv): Refreshes {
  const facts = parseJson(readJobMemory(fileName(env), env))
  if (!isJsonObject(facts)) return { usedUp: [], newest: {} }
  const { usedUp, newest } = facts
  return {
    usedUp: Array.isArray(usedUp) ? usedUp.filter(pair => typeof pair === 'string') : [],
    newest: isJsonObject(newest) ? newest : {}
  }
}

function fileName(env: NodeJS.ProcessEnv): string {
  return `pairs-${nameInJob('', env)}`
}
