import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ACTION, CLR_ON_NODE20, fieldOf, type Door, type CallOptions } from '../testing/doors.js'
import type { Endpoint } from '../testing/endpoint/endpoint.js'
import { Scratch } from '../testing/scratch.js'
import type { Phase } from '../src/core/report.js'

/** One refresh, measured. */
export interface Lap {
  /** From the spawn until it was done, in milliseconds. */
  readonly wallMs: number
  /** Where `clr` tells them. */
  readonly phases: readonly Phase[]
}

/** What is measured. */
export interface Contestant {
  readonly name: string
  readonly isBareCli: boolean
  /** The most that it may take, as a multiple of the bare CLI's time: endpoint at once, and with real round trips. */
  readonly targets?: readonly [number, number]
  /** It takes seconds: a few laps are enough. */
  readonly isSlow?: boolean
  /** Refreshes a new login of this endpoint once, in a HOME of its own. */
  readonly lap: (endpoint: Endpoint) => Promise<Lap>
}

/** The arguments that `clr` gives to `claude`. */
const ARGUMENTS = '--model claude-sonnet-4-6 --effort low --no-session-persistence --no-chrome --print .'.split(' ')

/** The bare CLI comes first: all others are told as multiples of it. */
export const CONTESTANTS: readonly Contestant[] = [
  bare('bare `claude`, to its new file', 'new file'),
  ours('`clr refresh` (Node 20)', CLR_ON_NODE20, { targets: [1.4, 1.0] }),
  ours('the action (Node 24)', ACTION, { targets: [1.6, 1.1] }),
  ours("`clr refresh` of `creds.json` (without the CLI's locks)", CLR_ON_NODE20, { wishes: { creds: 'creds.json' } }),
  bare('bare `claude`, to its end', 'end')
]

function bare(name: string, until: 'new file' | 'end'): Contestant {
  return { name, isBareCli: true, isSlow: until === 'end', lap: endpoint => bareLap(endpoint, until) }
}

function ours(name: string, door: Door, more: Pick<Contestant, 'targets'> & { wishes?: CallOptions }): Contestant {
  return { name, isBareCli: false, ...more, lap: endpoint => doorLap(endpoint, door, more.wishes) }
}

/** In an ordinary HOME: what `clr` puts into an isolated one to be faster is not there. */
async function bareLap(endpoint: Endpoint, until: 'new file' | 'end'): Promise<Lap> {
  await using scratch = await Scratch.create()
  const login = endpoint.newLogin({ expiresAt: 1 })
  const creds = await scratch.writeCredentials(login)
  const watcher = watch(dirname(creds))
  const startMs = performance.now()
  const child = spawn('claude', ARGUMENTS, {
    cwd: scratch.home,
    env: scratch.environment(endpoint, { DISABLE_AUTOUPDATER: '1' }),
    stdio: 'ignore',
    detached: true
  })
  const exited = once(child, 'exit')
  if (until === 'new file') {
    while (!readFileSync(creds, 'utf8').includes(newToken())) await once(watcher, 'change')
  } else {
    await exited
  }
  const wallMs = performance.now() - startMs
  watcher.close()
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  await exited
  if (!readFileSync(creds, 'utf8').includes(newToken())) throw new Error('the bare CLI did not refresh')
  return { wallMs, phases: [] }

  function newToken(): string {
    const { accessToken } = endpoint.currentPair(login)
    return accessToken === login.claudeAiOauth.accessToken ? '(not yet)' : accessToken
  }
}

async function doorLap(endpoint: Endpoint, door: Door, wishes: CallOptions = {}): Promise<Lap> {
  await using scratch = await Scratch.create()
  const login = endpoint.newLogin({ expiresAt: 1 })
  const path = await scratch.writeCredentials(login, join(scratch.home, wishes.creds ?? '.claude/.credentials.json'))
  const { ended } = await door.open(scratch, endpoint, wishes)
  const run = await ended
  const isCurrent = readFileSync(path, 'utf8').includes(endpoint.currentPair(login).accessToken)
  if (run.code !== 0 || !isCurrent) throw new Error(`${door.name} did not refresh: ${run.reason}\n${run.shown}`)
  return { wallMs: run.wallMs, phases: phasesIn(run.stdout) }
}

function phasesIn(stdout: string): readonly Phase[] {
  const report: unknown = stdout.startsWith('{') ? JSON.parse(stdout) : undefined
  const phases = fieldOf(report, 'phases')
  return Array.isArray(phases)
    ? phases.map(phase => ({ name: String(fieldOf(phase, 'name')), ms: Number(fieldOf(phase, 'ms')) }))
    : []
}
