import { sampleText } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'
import { terminalPicture } from '../terminal-picture.js'
import { writeImage } from './images.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MAX = { subscriptionType: 'max', rateLimitTier: 'default_claude_max_20x' }

/** Makes a picture of `clr status` for each of three logins, and one for all three. */
export async function drawStatus(): Promise<void> {
  const files = sampleFiles()
  using home = new TestHome(null)
  for (const { name, text } of files) home.write(name, text)
  const rejected = await home.refresh('blanks-the-file', ['--creds', 'ci/nightly/.credentials.json'])
  if (rejected.exitCode !== 1) throw new Error(`the sample login was not rejected: ${rejected.stdout}`)
  for (const { what, name } of files) await draw(home, what, [name])
  const names = files.map(({ name }) => name)
  await draw(home, 'many', names, '~/ci/*/.credentials.json')
}

interface SampleFile {
  readonly what: string
  readonly name: string
  readonly text: string
}

function sampleFiles(): readonly SampleFile[] {
  const nowMs = Date.now()
  const login = (tokenMs: number, endMs: number, account: object): string =>
    sampleText({ expiresAt: nowMs + tokenMs, refreshTokenExpiresAt: nowMs + endMs, ...account })
  return [
    { what: 'healthy', name: 'ci/app/.credentials.json', text: login(6 * HOUR_MS, 24 * DAY_MS, MAX) },
    { what: 'ends-soon', name: 'ci/docs/.credentials.json', text: login(7 * HOUR_MS, 3 * DAY_MS, {}) },
    { what: 'rejected', name: 'ci/nightly/.credentials.json', text: login(-HOUR_MS, 17 * DAY_MS, MAX) }
  ]
}

/** Makes the picture of one call. @param shown the arguments as a person would type them, before the shell expands them */
async function draw(
  home: TestHome,
  what: string,
  names: readonly string[],
  shown = `~/${names.join(' ~/')}`
): Promise<void> {
  const { stdout, stderr } = await home.clr(['status', ...names], { env: { FORCE_COLOR: '1' } })
  if (stderr !== '') throw new Error(stderr)
  const call = `clr status ${shown}`
  writeImage(`status-${what}.svg`, terminalPicture(`\u001b[2m$\u001b[22m ${call}\n${stdout}`, call))
}
