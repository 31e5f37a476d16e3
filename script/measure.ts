import { existsSync, watch } from 'node:fs'
import { delimiter, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { optionsUnknownTo } from '../src/core/claude/claude-command.js'
import { readTextOrEmpty } from '../src/core/system/read.js'
import { E2eSetup, type E2eOptions } from '../testing/e2e-setup.js'
import { startProgram } from '../testing/program.js'
import { installedClaude } from './installed-claude.js'

// npx tsx script/measure.ts [<version>]: what one start of the real CLI does to its endpoint, its files and its locks, in
// order of time. Edit the constants for the case in question: docs/claude-cli.md#how-to-measure.

/** The login in the file, and what each route answers. An `expiresAt` in the past makes the CLI refresh at start-up. */
const CASE: E2eOptions = { login: { expiresAt: 1 }, token: { kind: 'ok' } }

/** More variables for the CLI, and folders that come first on its PATH. */
const VARIABLES: Readonly<Record<string, string>> = {}
const FIRST_ON_PATH: readonly string[] = []

/** The names of files and locks that are worth a line. */
const TELLING = /^(?:\.claude\.lock|\.oauth_refresh\.lock.*|\.storage-write\.lock|\.credentials\.json.*)$/

/** The CLI is ended after this, in milliseconds: some failures make it wait forever. */
const PATIENCE_MS = 60_000

const version = process.argv[2]
await using setup = await E2eSetup.create(CASE)
const { endpoint, home, environment } = setup
const debugLog = home.at('tmp/debug.log')
const knowsDebugFile = !optionsUnknownTo(version ?? null).has('--debug-file')
const folders = [...FIRST_ON_PATH, ...(version === undefined ? [] : [await installedClaude(version)])]
const events: { readonly atMs: number; readonly what: string }[] = []
const note = (what: string): number => events.push({ atMs: performance.now(), what })
const watchers = [home.path, join(home.path, '.claude')].map(folder =>
  watch(folder, (_event, name) => {
    if (name !== null && TELLING.test(name)) note(`${name} is ${existsSync(join(folder, name)) ? 'there' : 'gone'}`)
  })
)

const startMs = performance.now()
const options = ['--model', 'claude-sonnet-4-6', '--print', '.', ...(knowsDebugFile ? ['--debug-file', debugLog] : [])]
const claude = startProgram(['claude', ...options], {
  env: { ...environment, PATH: [...folders, environment.PATH].join(delimiter), ...VARIABLES },
  cwd: home.path
})
const timer = setTimeout(() => {
  claude.signal('SIGKILL')
}, PATIENCE_MS)
const { exitCode, stdout, stderr } = await claude.ended
note(`exit ${exitCode ?? 'by a signal'}`)
clearTimeout(timer)
for (const watcher of watchers) watcher.close()

const { token, profile, model, other } = endpoint.requests
const requests = [...token, ...profile, ...model, ...other]
events.push(...requests.map(({ atMs, method, url }) => ({ atMs, what: `${method} ${url}` })))
events.sort((a, b) => a.atMs - b.atMs)
const say = (text: string): boolean => process.stdout.write(`${text}\n`)
for (const { atMs, what } of events) say(`${(atMs - startMs).toFixed(0).padStart(6)} ms  ${what}`)
const errors = readTextOrEmpty(debugLog)
  .split('\n')
  .filter(line => /oauth/i.test(line))
say(`stdout: ${stdout}stderr: ${stderr}\ndebug log:\n${errors.join('\n')}`)
say(`the file: ${readTextOrEmpty(home.creds) || 'gone'}`)
say(`exchanges ${token.length}, reuses ${endpoint.reuses}`)
