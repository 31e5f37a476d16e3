import { fingerprint } from '../core/credentials/fingerprint.js'
import { RefreshError } from '../core/reasons.js'
import { reportOf } from '../core/report.js'
import { readSecretInputs } from './inputs.js'
import { loginAt } from './login-at.js'
import { annotate } from './output/annotations.js'
import { masksFor } from './output/masks.js'
import { writeMarkdown } from './output/summary.js'
import { describeLocation } from '../github-secrets/location.js'
import { openLoginSecrets } from './login-secrets.js'
import { recalledSight, wantedTarget } from './secret-sight.js'
import { seeCredentials } from './seen-credentials.js'
import { readState, UNKNOWN } from './state.js'
import { storeLogin, type Stored } from './store-login.js'
import type { Surroundings } from './surroundings.js'
import type { Toolkit } from './toolkit.js'

/** How long the secret may take to be written at the end of a job, in milliseconds. */
const STORE_LIMIT_MS = 300_000

/** `main` may have told people to store by hand what was new then: that would put an older pair over a newer one. */
const STORED_AFTER_ALL =
  '✅ **The end of the job has stored the credentials.** Do not run a line above that stores them by hand: it holds an older pair.'

/**
 * Stores what is newer in the file than what the secret holds: `main` may have failed to, may have been killed, or a later
 * step's `claude` may have refreshed the login.
 * @param held fingerprint of the pair that the secret holds, as far as is known
 * @returns the fingerprint that it holds now; null where it could not be written: an annotation has said so
 */
export async function storeLate(creds: string, held: string, around: Surroundings): Promise<string | null> {
  if (isHeld(creds, held)) return held
  const toolkit = await around.loadToolkit()
  for (const mask of masksFor([seeCredentials(creds)], [readSecretInputs(around.env).githubToken])) {
    toolkit.setSecret(mask)
  }
  const stored = await store(creds, around)
  if (stored.kind === 'failed' || stored.kind === 'other-account') {
    await reportFailure(toolkit, creds, stored)
    return null
  }
  if (stored.kind === 'used-up') {
    if (held !== UNKNOWN) {
      toolkit.warning(stored.message, { title: 'Older credentials not stored' })
      return held
    }
    const message = `${stored.message}; the new pair may be stored nowhere`
    await reportFailure(toolkit, creds, { ...stored, message })
    return null
  }
  if (stored.kind === 'needless') return held
  toolkit.info(`stored the login as it stands at the end of the job: ${stored.where}`)
  if (held === UNKNOWN) await writeMarkdown(toolkit, STORED_AFTER_ALL)
  return fingerprint(stored.pair)
}

/** A file that can't be read, or holds no JSON, may hold a token all the same: the attempt to store it says so. */
function isHeld(creds: string, held: string): boolean {
  try {
    const login = loginAt(creds)
    return login === null || fingerprint(login) === held
  } catch {
    return false
  }
}

async function store(creds: string, { env, signals }: Surroundings): Promise<StoredSomewhere> {
  try {
    const target = wantedTarget(env)
    if (target === null) return { kind: 'needless' }
    const task = {
      store: await openLoginSecrets(target, recalledSight(target, env)),
      creds,
      incoming: readState(env, 'incoming'),
      account: readState(env, 'account'),
      limitMs: STORE_LIMIT_MS,
      signal: signals.cancel
    }
    const stored = await storeLogin(task, env)
    return stored.kind === 'stored' ? { ...stored, where: describeLocation(target.location) } : stored
  } catch (error) {
    if (error instanceof RefreshError) return { kind: 'failed', message: error.message, sealed: null }
    throw error
  }
}

type StoredSomewhere = Exclude<Stored, { kind: 'stored' }> | (Extract<Stored, { kind: 'stored' }> & { where: string })

async function reportFailure(
  toolkit: Toolkit,
  creds: string,
  failure: Extract<Stored, { kind: 'failed' | 'other-account' | 'used-up' }>
): Promise<void> {
  const hasFailed = failure.kind === 'failed'
  const message = hasFailed ? `${failure.message}; the credentials are still in ${creds}` : failure.message
  annotate(toolkit, { ...reportOf('secret-write-failed', message), creds }, Date.now())
  if (hasFailed && failure.sealed !== null) await writeMarkdown(toolkit, failure.sealed)
}
