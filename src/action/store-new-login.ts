import { outcomeOf } from '../core/reasons.js'
import type { RefreshReport } from '../core/report.js'
import type { StepContext } from './context.js'
import type { LoginSecrets } from './login-secrets.js'
import { rateLimitPatience } from './rate-limit.js'
import type { StepEnd } from './output/summary.js'
import type { RefreshAttempt } from './refresh-step.js'
import { remedyForUnstored, storeLogin } from './store-login.js'

/** How long storing the secret may take, in milliseconds; `post` has more time. */
const STORE_LIMIT_MS = 120_000

/**
 * Stores the login of a successful attempt in its secrets. An unchanged pair of `creds-json` is stored already.
 * @param hide removes secrets from a text
 */
export async function storeNewLogin(
  { creds, report, loginCommand, times }: RefreshAttempt,
  store: LoginSecrets,
  { hide, context }: { readonly hide: (text: string) => string; readonly context: StepContext }
): Promise<StepEnd> {
  const patience = rateLimitPatience('then the secret is written', context)
  const task = { store, creds, limits: { limitMs: STORE_LIMIT_MS, patience } }
  const stored = await times.measure('store the secret', () => storeLogin(task, context))
  const unstored = (message: string): RefreshReport => {
    const reason = 'secret-write-failed'
    const remedy = hide(remedyForUnstored(stored, loginCommand))
    return { ...report, reason, exitCode: outcomeOf(reason).exitCode, refreshed: true, message: hide(message), remedy }
  }
  const nothing = { secrets: store.results(null), sealed: null }
  switch (stored.kind) {
    case 'stored':
      return { report, secrets: stored.secrets, sealed: null }
    case 'used-up':
      return { report: { ...report, warnings: [...report.warnings, stored.message] }, ...nothing }
    case 'needless': {
      const why = 'another program has logged out, or removed it'
      return { report: unstored(`${creds} holds no login any more, so nothing was stored: ${why}`), ...nothing }
    }
    case 'other-account':
      return { report: unstored(stored.message), ...nothing }
    case 'failed': {
      const message = `${stored.message}; the credentials are safe in ${creds}, and are stored at the end of the job if possible`
      return { report: unstored(message), secrets: stored.secrets, sealed: stored.sealed }
    }
  }
}
