import { outcomeOf } from '../src/core/reasons.js'
import type { SecretResult } from '../src/action/secret-result.js'
import type { Times } from '../src/action/step-times.js'
import type { RefreshReport } from '../src/core/report.js'

/** The current time in tests with these reports. */
export const NOW_MS = Date.parse('2026-01-31T01:05:00Z')

/** The report of a successful refresh. */
export const REFRESHED: RefreshReport = {
  refreshed: true,
  reason: 'refreshed',
  exitCode: 0,
  creds: '/home/me/.claude/.credentials.json',
  previousExpiresAt: '2026-01-31T00:05:00.000Z',
  expiresAt: '2026-01-31T09:05:00.000Z',
  loginExpiresAt: '2026-03-01T00:00:00.000Z',
  loginEndsSoon: false,
  elapsedMs: 421.4,
  claude: { path: '/usr/bin/claude', version: '2.1.330' },
  phases: [
    { name: 'read', ms: 2.2 },
    { name: 'exchange', ms: 390.6 },
    { name: 'write back', ms: 0.2 }
  ],
  warnings: [],
  message: 'Refreshed; valid for 8 h',
  remedy: ''
}

/** The report of a login that was rejected. */
export const REJECTED: RefreshReport = {
  ...REFRESHED,
  refreshed: false,
  reason: 'login-rejected',
  exitCode: 1,
  expiresAt: '2026-01-31T00:05:00.000Z',
  warnings: [],
  message: 'the endpoint rejected the refresh token',
  remedy: outcomeOf('login-rejected').remedy
}

/** The times of a whole step. */
export const TIMES: Times = {
  phases: [
    { name: 'install claude', ms: 3_100 },
    { name: 'clr: exchange', ms: 390.6 }
  ],
  totalMs: 6_200
}

/** A secret of the environment `claude` of octo/demo, in which something was stored. */
export function storedIn(name: string, content: SecretResult['content']): SecretResult {
  const location = { kind: 'environment', repository: 'octo/demo', environment: 'claude' } as const
  return { name, content, location, state: 'stored' }
}
