import { endsWithin, LOGIN_WARNING_MS } from '../../core/credentials/login-end.js'
import { momentOf } from '../../core/credentials/plausible-date.js'
import { parseBoolean, quote } from '../../core/options.js'
import { RefreshError } from '../../core/reasons.js'
import { parseLocation } from '../../github-secrets/location.js'
import { parseApiToken, parseApiUrl } from '../../github-secrets/target.js'
import { parseLabel } from './label.js'
import type { LoginRun } from './situation.js'

/** The inputs of the notice, checked. */
export interface NoticeInputs {
  readonly run: LoginRun
  /** The name of the login, which is the label of its issue. */
  readonly label: string
  /** The `clr login` line as it was given; empty if not known. */
  readonly loginCommand: string
  readonly target: IssuesTarget
}

/** Whose issues they are. */
export interface IssuesTarget {
  /** `owner/name` */
  readonly repository: string
  readonly apiUrl: string
  /** Itself a secret. */
  readonly token: string
}

const RESULTS = ['success', 'failure', 'cancelled', 'skipped'] as const

/** @throws RefreshError `usage`, in one sentence that names the input at fault */
export function parseInputs(env: NodeJS.ProcessEnv): NoticeInputs {
  const read = (name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  const endsSoon = read('login-ends-soon')
  const loginExpiresAtMs = parseMoment(read('login-expires-at'))
  return {
    run: {
      result: parseResult(read('result')),
      reason: parseReason(read('reason')),
      loginExpiresAtMs,
      isEndingSoon: endsSoon === '' ? isNear(loginExpiresAtMs) : parseBoolean(endsSoon, 'login-ends-soon')
    },
    label: parseLabel(read('login') === '' ? 'claude-login' : read('login')),
    loginCommand: read('login-command'),
    target: {
      repository: parseRepository(env.GITHUB_REPOSITORY ?? ''),
      apiUrl: parseApiUrl({ from: 'GITHUB_API_URL', text: env.GITHUB_API_URL ?? '' }),
      token: parseToken(read('github-token'))
    }
  }
}

function parseResult(text: string): LoginRun['result'] {
  const result = RESULTS.find(known => known === text)
  if (result !== undefined) return result
  throw usage(`result must be success, failure, cancelled or skipped, as in needs.<job>.result, got ${quote(text)}`)
}

/** A reason that this version does not know is accepted: the refresh may be a newer version. */
function parseReason(text: string): string {
  if (/^([a-z]+(-[a-z]+)*)?$/.test(text) && text.length <= 40) return text
  throw usage(`reason must be the output \`reason\` of the refresh, one word, or empty, got ${quote(text)}`)
}

function parseMoment(text: string): number | null {
  const ms = momentOf(text)
  if (ms !== null || text === '') return ms
  throw usage(`login-expires-at must be a date in ISO 8601 (2026-12-24T08:00:00Z), or empty, got ${quote(text)}`)
}

/** As the refresh judges it by default: the workflow may pass only the date on. */
function isNear(atMs: number | null): boolean {
  return endsWithin(atMs, LOGIN_WARNING_MS)
}

function parseRepository(text: string): string {
  const given = { from: 'GITHUB_REPOSITORY', text }
  const none = { from: '', text: '' }
  if (text === '') throw usage('GITHUB_REPOSITORY is not set: a runner sets it to the repository of the workflow')
  const location = parseLocation({ repository: given, environment: none, organization: none, defaultRepository: given })
  return location.kind === 'repository' ? location.repository : ''
}

function parseToken(text: string): string {
  if (text !== '') return parseApiToken({ from: 'github-token', text })
  throw usage('github-token is empty: leave it out for the token of the job, or give one that may write issues')
}

function usage(sentence: string): RefreshError {
  return new RefreshError('usage', sentence)
}
