import { fingerprint } from '../core/credentials/fingerprint.js'
import { RefreshError } from '../core/reasons.js'
import { reportOf } from '../core/report.js'
import { describeLocation } from '../github-secrets/location.js'
import type { StepContext, Toolkit } from './context.js'
import { readSecretInputs } from './inputs.js'
import { loginAt } from './login-at.js'
import { annotate } from './output/annotations.js'
import { masksFor } from './output/masks.js'
import { writeMarkdown } from './output/summary.js'
import { openLoginSecrets } from './login-secrets.js'
import type { SecretContent } from './post-state.js'
import { memoryForPost, wantedTarget } from './secret-memory.js'
import { seeCredentials } from './seen-credentials.js'
import { storeLogin, type StoreResult } from './store-login.js'

/** How long the secret may take to be written at the end of a job, in milliseconds. */
const STORE_LIMIT_MS = 300_000

/** `main` may have told people to store by hand what was new then: that would put an older pair over a newer one. */
const STORED_AFTER_ALL =
  '✅ **The end of the job has stored the credentials.** Do not run a line above that stores them by hand: it holds an older pair.'

/**
 * Stores what is newer in the file than what the secret holds: `main` may have failed to, may have been killed, or a later
 * step's `claude` may have refreshed the login.
 * @returns false if it could not be stored: an annotation has said so
 */
export async function storeLate(creds: string, context: StepContext): Promise<boolean> {
  const before = context.state.known.stored
  if (isHeld(creds, before)) return true
  const toolkit = await context.loadToolkit()
  for (const mask of masksFor([seeCredentials(creds)], [readSecretInputs(context.env).githubToken])) {
    toolkit.setSecret(mask)
  }
  const stored = await storeAtEnd(creds, context)
  if (stored.kind === 'failed' || stored.kind === 'other-account') {
    await reportFailure(toolkit, creds, stored)
    return false
  }
  if (stored.kind === 'used-up') {
    if (before.kind === 'pair') {
      toolkit.warning(stored.message, { title: 'Older credentials not stored' })
      return true
    }
    const message = `${stored.message}; the new pair may be stored nowhere`
    await reportFailure(toolkit, creds, { ...stored, message })
    return false
  }
  if (stored.kind === 'needless') return true
  toolkit.info(`stored the login as it stands at the end of the job: ${stored.where}`)
  if (before.kind === 'unknown') await writeMarkdown(toolkit, STORED_AFTER_ALL)
  return true
}

/** A file that can't be read, or holds no JSON, may hold a token all the same: the attempt to store it says so. */
function isHeld(creds: string, content: SecretContent): boolean {
  try {
    const login = loginAt(creds)
    return login === null || (content.kind === 'pair' && content.fingerprint === fingerprint(login))
  } catch {
    return false
  }
}

async function storeAtEnd(creds: string, context: StepContext): Promise<StoredSomewhere> {
  try {
    const target = wantedTarget(context.env)
    if (target === null) return { kind: 'needless' }
    const task = {
      store: await openLoginSecrets(target, memoryForPost(target, context)),
      creds,
      limitMs: STORE_LIMIT_MS,
      signal: context.signals.cancel
    }
    const stored = await storeLogin(task, context)
    return stored.kind === 'stored' ? { ...stored, where: describeLocation(target.location) } : stored
  } catch (error) {
    if (error instanceof RefreshError) return { kind: 'failed', message: error.message, sealed: null }
    throw error
  }
}

type StoredSomewhere =
  Exclude<StoreResult, { kind: 'stored' }> | (Extract<StoreResult, { kind: 'stored' }> & { where: string })

async function reportFailure(
  toolkit: Toolkit,
  creds: string,
  failure: Extract<StoreResult, { kind: 'failed' | 'other-account' | 'used-up' }>
): Promise<void> {
  const hasFailed = failure.kind === 'failed'
  const message = hasFailed ? `${failure.message}; the credentials are still in ${creds}` : failure.message
  annotate(toolkit, { ...reportOf('secret-write-failed', message), creds }, Date.now())
  if (hasFailed && failure.sealed !== null) await writeMarkdown(toolkit, failure.sealed)
}
