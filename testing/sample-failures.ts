import { chmodSync, chownSync } from 'node:fs'
import {
  behindAnother,
  killedInJob,
  logged,
  SECRET,
  stepWithRegistry,
  stepWithSecret,
  terminal
} from './failure-scenes.js'
import { parseObject } from './json-object.js'
import { sampleText } from './sample-login.js'
import { faultAt, type TestHome } from './test-home.js'

/** Makes one failure happen with the real programs. Returns what a person sees of it, without what differs from run to run. */
type Scene = () => Promise<string>

/** Lets a sign-in go on although there is neither a terminal nor a browser: the small programs need none. */
const WITH_BROWSER = { DISPLAY: ':9', BROWSER: '/bin/true' }
/** What a native `claude` says on a system that is too old for it. */
const LACKS_A_LIBRARY = `#!/bin/sh
echo "claude: /lib/x86_64-linux-gnu/libc.so.6: version 'GLIBC_2.34' not found (required by claude)" >&2
exit 1
`
/** Some user who is not root. */
const UID = 12345

/** One typical run for each reason that is a failure, as docs/troubleshooting.md shows it. */
export const SAMPLE_FAILURES: Readonly<Record<string, Scene>> = {
  usage: () => terminal('refresh --timeout 45s'),
  'creds-not-found': () => terminal('refresh', { text: null }),
  'creds-unreadable': () => terminal('refresh', { before: withoutRights, ...userWithoutRights() }),
  'creds-invalid': () => terminal('refresh', { text: sampleText({ accessToken: '', refreshToken: '', expiresAt: 0 }) }),
  'creds-not-writable': () =>
    terminal('refresh', {
      claude: 'refreshes',
      before: home => {
        chmodSync(home.at('.claude'), 0o777)
      }
    }),
  'login-exists': () => terminal('login', { claude: 'signs-in', env: WITH_BROWSER }),
  'claude-not-found': () => terminal('refresh'),
  'claude-failed': () => terminal('refresh', { script: LACKS_A_LIBRARY }),
  'claude-install-failed': () => stepWithRegistry({ 'claude-version': '9.9.9' }),
  'login-rejected': () => terminal('refresh', { claude: 'says-why-and-blanks-the-file' }),
  'login-expired': () =>
    terminal('refresh', {
      claude: 'says-why-and-blanks-the-file',
      text: sampleText({ refreshTokenExpiresAt: Date.UTC(2026, 0, 31) })
    }),
  'login-failed': () => terminal('login', { text: null, claude: 'fails-to-sign-in', env: WITH_BROWSER }),
  'rate-limited': () => logged('Request failed with status code 429'),
  network: () => logged('connect ECONNREFUSED 127.0.0.1:8080'),
  'server-error': () => logged('Request failed with status code 503'),
  'not-refreshed': () => terminal('refresh', { claude: 'dies-in-the-exchange' }),
  timeout: () => terminal('refresh --timeout 20', { claude: 'hangs' }),
  locked: behindAnother,
  cancelled: () => terminal('refresh', { claude: 'hangs', interrupt: true }),
  'write-back-failed': () =>
    terminal('refresh', { claude: 'refreshes', env: faultAt('renameSync', '.credentials.json', 'ENOSPC') }),
  'secret-not-writable': () => stepWithSecret({ 'github-token': 'test-expired' }),
  'secret-write-failed': () =>
    stepWithSecret({}, github => {
      const fault = { kind: 'status', status: 403, body: { message: 'Resource not accessible' } } as const
      github.faults.add({ method: 'PUT', path: new RegExp(SECRET), fault, times: 99 })
    }),
  'secret-stale': () =>
    stepWithSecret({ 'creds-json': storedLongAgo() }, github => {
      github.repository('acme/app').put(SECRET, { text: 'newer' })
    }),
  internal: killedInJob
}

/** Takes away all rights on the credentials file; root would not notice, so everything is given to an ordinary user. */
function withoutRights(home: TestHome): void {
  const { uid } = userWithoutRights()
  if (uid !== undefined) for (const at of ['', '.claude', '.claude/.credentials.json']) chownSync(home.at(at), uid, uid)
  chmodSync(home.creds, 0)
}

function userWithoutRights(): { readonly uid?: number } {
  return process.geteuid?.() === 0 ? { uid: UID } : {}
}

/** A login that an earlier job has stored, before somebody else wrote the secret. */
function storedLongAgo(): string {
  return JSON.stringify({ ...parseObject(sampleText()), storedAt: new Date(Date.now() - 600_000).toISOString() })
}
