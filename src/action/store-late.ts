import { fingerprint } from '../core/credentials/fingerprint.js'
import { RefreshError } from '../core/reasons.js'
import { reportOf } from '../core/report.js'
import type { StepContext } from './context.js'
import { readSecretTexts } from './inputs.js'
import { unwrapBase64 } from './creds-json/base64.js'
import { loginAt } from './creds-json/existing-file.js'
import { annotate } from './output/annotations.js'
import { masksFor } from './output/masks.js'
import { writeMarkdown } from './output/summary.js'
import { asLogLine } from './output/text.js'
import { isMadeInThisJob, loginCommandFor } from './login-command.js'
import { openLoginSecrets } from './login-secrets.js'
import type { SecretContent } from './post-state.js'
import { memoryForPost, wantedTarget } from './secret-memory.js'
import { logLineOf } from './secret-result.js'
import { seeCredentials } from './seen-credentials.js'
import { remedyForUnstored, storeLogin, type StoreResult } from './store-login.js'

/** How long storing the secret may take at the end of a job, in milliseconds. */
const STORE_LIMIT_MS = 300_000

/**
 * The same if the file was made from `creds-json`: nothing outlives the job that has the new tokens, and the next job would use
 * up the login with the old ones. Most of the times in which GitHub's API does not answer are shorter.
 */
const ONLY_COPY_LIMIT_MS = 3_600_000

/**
 * `main` may have told people to store a pair by hand. That pair is older now, and must not overwrite the newer one.
 */
const STORED_AFTER_ALL =
  '✅ **The credentials were stored at the end of the job.** Do not run the command above that stores them by hand: it contains older tokens.'

/**
 * Stores the login if the file holds a newer one than the secret: `main` may have failed to store it, or was killed; or the
 * `claude` of a later step has refreshed it.
 * @returns false if it could not be stored: an annotation has reported it
 */
export async function storeLate(creds: string, context: StepContext): Promise<boolean> {
  const before = context.state.known.stored
  if (isStored(creds, before)) return true
  const toolkit = await context.loadToolkit()
  const { githubToken } = readSecretTexts(context.env)
  for (const mask of masksFor([seeCredentials(creds)], [githubToken])) toolkit.setSecret(mask)
  const limitMs = isMadeInThisJob(creds) ? ONLY_COPY_LIMIT_MS : STORE_LIMIT_MS
  const what = before.kind === 'unknown' ? 'trying again to store the login' : 'storing the newer login'
  toolkit.info(`${what}, for up to ${limitMs / 60_000} minutes`)
  const stored = await storeAtEnd({ creds, limitMs }, context)
  const fail = (message: string): void => {
    const remedy = remedyForUnstored(stored, loginCommandFor(creds, context.env))
    const report = { ...reportOf('secret-write-failed', message, remedy), creds }
    annotate(toolkit, report, { nowMs: Date.now(), loginCommand: '' })
  }
  switch (stored.kind) {
    case 'needless':
      return true
    case 'stored':
      for (const secret of stored.secrets) toolkit.info(asLogLine(`${logLineOf(secret)}, at the end of the job`))
      if (before.kind === 'unknown') await writeMarkdown(toolkit, STORED_AFTER_ALL)
      return true
    case 'used-up':
      if (before.kind === 'pair') {
        toolkit.warning(stored.message, { title: 'Older tokens were not stored' })
        return true
      }
      fail(`${stored.message}; the newer tokens may not be stored anywhere`)
      return false
    case 'other-account':
      fail(stored.message)
      return false
    case 'failed':
      fail(`${stored.message}; the new tokens are still in ${creds}`)
      if (stored.sealed !== null) await writeMarkdown(toolkit, stored.sealed)
      return false
  }
}

/** A file that can't be read or parsed may hold a token: `storeLogin` reports that. */
function isStored(creds: string, content: SecretContent): boolean {
  try {
    const login = loginAt(creds)
    return login === null || (content.kind === 'pair' && content.fingerprint === fingerprint(login))
  } catch {
    return false
  }
}

async function storeAtEnd(
  { creds, limitMs }: { readonly creds: string; readonly limitMs: number },
  context: StepContext
): Promise<StoreResult> {
  try {
    const target = wantedTarget(context.env, unwrapBase64(readSecretTexts(context.env).credsJson))
    if (target === null) return { kind: 'needless' }
    const store = await openLoginSecrets(target, memoryForPost(target, context))
    return await storeLogin({ store, creds, limits: { limitMs } }, context)
  } catch (error) {
    if (error instanceof RefreshError) return { kind: 'failed', message: error.message, sealed: null, secrets: [] }
    throw error
  }
}
