import { once } from 'node:events'
import { readFileSync, renameSync, watch } from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { Phase } from '../src/core/report.js'
import { ACTION, CLR_ON_NODE20, fieldOf, type Door } from '../testing/doors.js'
import { E2eSetup } from '../testing/e2e-setup.js'
import type { Endpoint } from '../testing/endpoint/endpoint.js'
import { startProgram } from '../testing/program.js'

/** The measured times of one refresh. */
export interface Measurement {
  /** From the spawn until the end of the refresh, in milliseconds. */
  readonly wallMs: number
  /** Only `clr` reports phases; otherwise empty. */
  readonly phases: readonly Phase[]
}

/** A way to refresh that is measured. */
export interface Variant {
  readonly name: string
  readonly isBareCli: boolean
  /** The upper limits as multiples of the bare CLI's time, with immediate replies and with realistic delays. */
  readonly targets?: readonly [number, number]
  /** It takes seconds, so it is measured in only a few rounds. */
  readonly isSlow?: boolean
  /** Refreshes a new login of this endpoint once, in a new HOME. */
  readonly measure: (endpoint: Endpoint) => Promise<Measurement>
}

/** The arguments that `clr` gives to `claude`. */
const ARGUMENTS = '--model claude-sonnet-4-6 --effort low --no-session-persistence --no-chrome --print .'.split(' ')

/** The bare CLI comes first, since all other times are compared with its time. */
export const VARIANTS: readonly Variant[] = [
  bare('bare `claude`, to its new file', 'new file'),
  ours('`clr refresh` (Node 20)', CLR_ON_NODE20, { targets: [1.3, 0.95] }),
  ours('the action (Node 24)', ACTION, { targets: [1.45, 1.05] }),
  ours("`clr refresh` of `creds.json` (without the CLI's locks)", CLR_ON_NODE20, { file: 'creds.json' }),
  bare('bare `claude`, to its end', 'end')
]

function bare(name: string, until: 'new file' | 'end'): Variant {
  return { name, isBareCli: true, isSlow: until === 'end', measure: endpoint => measureBare(endpoint, until) }
}

function ours(name: string, door: Door, more: Pick<Variant, 'targets'> & { readonly file?: string }): Variant {
  return { name, isBareCli: false, ...more, measure: endpoint => measureDoor(endpoint, door, more.file) }
}

/** Uses an ordinary HOME, without the files with which `clr` makes the CLI start faster in an isolated one. */
async function measureBare(endpoint: Endpoint, until: 'new file' | 'end'): Promise<Measurement> {
  await using setup = E2eSetup.at(endpoint, { expiresAt: 1 })
  const watcher = watch(setup.home.at('.claude'))
  const startMs = performance.now()
  const env = { ...setup.environment, DISABLE_AUTOUPDATER: '1' }
  const claude = startProgram(['claude', ...ARGUMENTS], { env, cwd: setup.home.path, detached: true })
  if (until === 'new file') while (setup.fileState !== 'current') await once(watcher, 'change')
  else await claude.ended
  const wallMs = performance.now() - startMs
  watcher.close()
  if (until === 'new file') process.kill(-claude.pid, 'SIGKILL')
  await claude.ended
  if (setup.fileState !== 'current') throw new Error('the bare CLI did not refresh')
  return { wallMs, phases: [] }
}

/** @param file the name of another credentials file in the HOME */
async function measureDoor(endpoint: Endpoint, door: Door, file?: string): Promise<Measurement> {
  await using setup = E2eSetup.at(endpoint, { expiresAt: 1 })
  const path = file === undefined ? setup.home.creds : setup.home.at(file)
  renameSync(setup.home.creds, path)
  const run = await setup.refresh(door, file === undefined ? {} : { creds: file })
  const { accessToken } = endpoint.currentPair(setup.login)
  const isRefreshed = accessToken !== setup.login.claudeAiOauth.accessToken
  if (run.code !== 0 || !isRefreshed || !readFileSync(path, 'utf8').includes(accessToken)) {
    throw new Error(`${door.name} did not refresh: ${run.reason}\n${run.shown}`)
  }
  return { wallMs: run.wallMs, phases: phasesIn(run.stdout) }
}

function phasesIn(stdout: string): readonly Phase[] {
  const report: unknown = stdout.startsWith('{') ? JSON.parse(stdout) : undefined
  const phases = fieldOf(report, 'phases')
  return Array.isArray(phases)
    ? phases.map(phase => ({ name: String(fieldOf(phase, 'name')), ms: Number(fieldOf(phase, 'ms')) }))
    : []
}
