import { existsSync, watch } from 'node:fs'
import { delimiter, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { optionsUnknownTo } from '../src/core/claude/claude-command.js'
import { readTextOrEmpty } from '../src/core/system/read.js'
import { E2eSetup, type E2eOptions } from '../testing/e2e-setup.js'
import { startProgram } from '../testing/program.js'
import { installedClaude } from './installed-claude.js'

// npx tsx script/measure.ts [<version>]: prints in order of time which requests one start of the real CLI sends, and what it
// does to its files and locks. Edit the constants for what you want to measure: docs/claude-cli.md#how-to-measure.

/** The login in the file, and the reply of each route. The CLI refreshes at start if `expiresAt` is in the past. */
const CASE: E2eOptions = { login: { expiresAt: 1 }, token: { kind: 'ok' } }

/** More variables for the CLI, and folders for the start of its PATH. */
const VARIABLES: Readonly<Record<string, string>> = {}
const FIRST_ON_PATH: readonly string[] = []

/** The names of the files and locks whose changes are printed. */
const SHOWN = /^(?:\.claude\.lock|\.oauth_refresh\.lock.*|\.storage-write\.lock|\.credentials\.json.*)$/

/** The CLI is killed after this time, since it waits forever after some failures. */
const TIMEOUT_MS = 60_000

const version = process.argv[2]
await using setup = await E2eSetup.create(CASE)
const { endpoint, home, environment } = setup
const debugLog = home.at('tmp/debug.log')
const hasDebugFile = !optionsUnknownTo(version ?? null).has('--debug-file')
const folders = [...FIRST_ON_PATH, ...(version === undefined ? [] : [await installedClaude(version)])]
const events: { readonly atMs: number; readonly what: string }[] = []
const note = (what: string): number => events.push({ atMs: performance.now(), what })
const watchers = [home.path, join(home.path, '.claude')].map(folder =>
  watch(folder, (_event, name) => {
    if (name !== null && SHOWN.test(name)) note(`${name} ${existsSync(join(folder, name)) ? 'exists' : 'is gone'}`)
  })
)

const startMs = performance.now()
const options = ['--model', 'claude-sonnet-4-6', '--print', '.', ...(hasDebugFile ? ['--debug-file', debugLog] : [])]
const claude = startProgram(['claude', ...options], {
  env: { ...environment, PATH: [...folders, environment.PATH].join(delimiter), ...VARIABLES },
  cwd: home.path
})
const timer = setTimeout(() => {
  claude.signal('SIGKILL')
}, TIMEOUT_MS)
const { exitCode, stdout, stderr } = await claude.ended
note(`exit ${exitCode ?? 'by a signal'}`)
clearTimeout(timer)
for (const watcher of watchers) watcher.close()

const { token, profile, model, other } = endpoint.requests
const requests = [...token, ...profile, ...model, ...other]
events.push(...requests.map(({ atMs, method, url }) => ({ atMs, what: `${method} ${url}` })))
events.sort((a, b) => a.atMs - b.atMs)
for (const { atMs, what } of events) console.log(`${(atMs - startMs).toFixed(0).padStart(6)} ms  ${what}`)
const errors = readTextOrEmpty(debugLog).match(/^.*oauth.*$/gim) ?? []
console.log(`stdout: ${stdout}stderr: ${stderr}\ndebug log:\n${errors.join('\n')}`)
console.log(`the file: ${readTextOrEmpty(home.creds) || 'gone'}`)
console.log(`exchanges ${token.length}, reuses ${endpoint.reuses}`)
