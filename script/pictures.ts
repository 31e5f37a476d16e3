import './refuse-stale-dist.js'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../testing/paths.js'
import { sampleText } from '../testing/sample-login.js'
import { TestHome } from '../testing/test-home.js'
import { terminalPicture } from './terminal-picture.js'

// npm run pictures: runs `clr status` on logins with fake tokens, and makes the pictures of docs/images from what it printed.

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const IMAGES = path.join(ROOT, 'docs/images')

const nowMs = Date.now()
const login = (tokenMs: number, endMs: number, account: object): string =>
  sampleText({ expiresAt: nowMs + tokenMs, refreshTokenExpiresAt: nowMs + endMs, ...account })
const MAX = { subscriptionType: 'max', rateLimitTier: 'default_claude_max_20x' }
const FILES = {
  healthy: { name: 'ci/app/.credentials.json', text: login(6 * HOUR_MS, 24 * DAY_MS, MAX) },
  'ends-soon': { name: 'ci/docs/.credentials.json', text: login(7 * HOUR_MS, 3 * DAY_MS, {}) },
  rejected: { name: 'ci/nightly/.credentials.json', text: login(-HOUR_MS, 17 * DAY_MS, MAX) }
} as const

using home = new TestHome(null)
for (const { name, text } of Object.values(FILES)) home.write(name, text)
const rejected = await home.refresh('blanks-the-file', ['--creds', FILES.rejected.name])
if (rejected.exitCode !== 1) throw new Error(`the sample login was not rejected: ${rejected.stdout}`)

mkdirSync(IMAGES, { recursive: true })
for (const [what, { name }] of Object.entries(FILES)) await picture(what, [name])
await picture(
  'many',
  Object.values(FILES).map(({ name }) => name),
  '~/ci/*/.credentials.json'
)

/** Makes the picture of one call. @param shown the arguments as a person would type them, before the shell expands them */
async function picture(what: string, names: readonly string[], shown = `~/${names.join(' ~/')}`): Promise<void> {
  const { stdout, stderr } = await home.clr(['status', ...names], { env: { FORCE_COLOR: '1' } })
  if (stderr !== '') throw new Error(stderr)
  const call = `clr status ${shown}`
  const file = path.join(IMAGES, `status-${what}.svg`)
  writeFileSync(file, terminalPicture(`\u001b[2m$\u001b[22m ${call}\n${stdout}`, call))
  console.log(`${path.relative(ROOT, file)}\n${stdout}`)
}
