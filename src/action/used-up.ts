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
  /** The file before and after; null if it held no JSON. */
  readonly before: JsonObject | null
  readonly after: JsonObject | null
  /** Fingerprint of the login that came by `creds-json`; null if none did. */
  readonly incoming: string | null
  /** Whether the login was refreshed. */
  readonly refreshed: boolean
}

/** What a job keeps of its refreshes, in fingerprints. */
interface Refreshes {
  readonly usedUp: readonly string[]
  /** The pair of each login's last refresh. */
  readonly newest: Readonly<Record<string, unknown>>
}

/** Fingerprints of the pairs that this job knows to be older than what it made of them. None of them is any good. */
export function usedUpPairs({ env, state }: JobContext): readonly string[] {
  return [...state.known.usedUp, ...recall(env).usedUp]
}

/**
 * Keeps, for later steps and for the end of the job, which pairs a step has found to be older than what the file holds now: the
 * one that came in, and after a refresh the one before it, and that of the last refresh before, which led to it.
 */
export function rememberUsedUp(renewal: Renewal, { env, state }: JobContext): void {
  const [before, after] = [renewal.before, renewal.after].map(document => document && loginOrNull(document))
  if (after == null) return
  const now = fingerprint(after)
  const { usedUp, newest } = recall(env)
  if (usedUp.includes(now)) return // put back there by somebody
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
