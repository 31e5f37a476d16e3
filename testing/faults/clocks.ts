import { readdirSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { E2eSetup } from '../e2e-setup.js'
import type { Endpoint } from '../endpoint/endpoint.js'
import type { TokenReply } from '../endpoint/replies.js'
import type { Ended } from '../program.js'
import { until } from '../waiting.js'
import {
  observe,
  problemUnless,
  refreshProblems,
  resultOf,
  runNext,
  safetyProblems,
  startRun,
  whileReplying,
  type TrialResult
} from './trial.js'

/** A wall clock that jumps in the middle of a run. */
export interface ClockJump {
  readonly name: string
  readonly byMs: number
  /** Who is in the middle of an exchange, for which the run waits; nobody unless given. */
  readonly holder?: 'run' | 'session'
}

const TWO_HOURS_MS = 2 * 3_600_000

/** All that are tried. */
export const CLOCK_JUMPS: readonly ClockJump[] = [
  { name: 'the clock jumps by +2 h during a run', byMs: TWO_HOURS_MS },
  { name: 'the clock jumps by -2 h during a run', byMs: -TWO_HOURS_MS },
  { name: 'the clock jumps by +2 h while a run waits for another', byMs: TWO_HOURS_MS, holder: 'run' },
  { name: 'the clock jumps by +2 h while a run waits for a session', byMs: TWO_HOURS_MS, holder: 'session' }
]

/** Long enough for a clock to jump, for a renewal of our locks, and for several looks at them after that. */
const HELD_REPLY: TokenReply = { kind: 'ok', delayMs: 4000, rotateOn: 'arrival' }

/** When the clock jumps, in milliseconds: after the start of the only run, or after the start of the one that waits. */
const JUMP_AFTER_MS = { only: 100, waiting: 1000 }

/** Lets the clock jump once, and runs once more, by a clock that is right. */
export async function tryClock(endpoint: Endpoint, { name, byMs, holder }: ClockJump): Promise<TrialResult> {
  // A live session refreshes only what has expired.
  await using setup = E2eSetup.at(endpoint, holder === 'session' ? { expiresAt: 1 } : {})
  const clock = new Clock(setup, byMs)
  const observed = await observe(setup, () => {
    if (holder === undefined) return jumpDuringRun(setup, clock)
    return whileReplying(endpoint, HELD_REPLY, () => jumpWhileWaiting(setup, clock, holder))
  })
  // A session asks its model, by whichever pair.
  const safety = holder === 'session' ? { ...observed, modelRequests: 0 } : observed
  return resultOf(name, { observed, next: await runNext(setup) }, [
    ...problemUnless(clock.jumps === (holder === undefined ? 1 : 2), 'the clock did not jump'),
    ...problemUnless(holder !== undefined || observed.sends === 1, `${observed.sends} sent instead of 1`),
    ...refreshProblems(observed),
    ...safetyProblems(safety)
  ])
}

async function jumpDuringRun(setup: E2eSetup, clock: Clock): Promise<readonly Ended[]> {
  const run = startRun(setup, { preload: clock.module })
  await sleep(JUMP_AFTER_MS.only)
  clock.jump()
  return [await run.ended]
}

async function jumpWhileWaiting(setup: E2eSetup, clock: Clock, holder: 'run' | 'session'): Promise<readonly Ended[]> {
  const { token } = setup.endpoint.requests
  const sent = token.length
  const preload = clock.module
  // The CLI is a program made by Bun, which loads modules first by a variable.
  const holding =
    holder === 'run' ? startRun(setup, { preload }) : setup.startSession({ BUN_OPTIONS: `--preload=${preload}` }, '/')
  await until(() => token.length > sent)
  const waiting = startRun(setup, { preload })
  await sleep(JUMP_AFTER_MS.waiting)
  clock.jump()
  return Promise.all([holding.ended, waiting.ended])
}

/** A wall clock for some processes, that jumps for all of them at once, without moving the whole machine's. */
class Clock {
  /** Path of a module that gives the process that loads it this clock. */
  readonly module: string
  readonly #signal: string

  constructor(
    private readonly setup: E2eSetup,
    byMs: number
  ) {
    this.#signal = setup.home.at('jump')
    this.module = setup.home.write(
      'clock.mjs',
      `import { existsSync, writeFileSync } from 'node:fs'
const Right = Date
let shiftMs = 0
const look = setInterval(() => {
  if (!existsSync(${JSON.stringify(this.#signal)})) return
  shiftMs = ${byMs}
  writeFileSync(${JSON.stringify(this.#signal)} + '-of-' + process.pid, '')
  clearInterval(look)
}, 5)
look.unref()
globalThis.Date = class extends Right {
  constructor(...args) { super(...(args.length > 0 ? args : [Date.now()])) }
  static now() { return Right.now() + shiftMs }
}
`
    )
  }

  jump(): void {
    writeFileSync(this.#signal, '')
  }

  /** For how many processes it has jumped: a version of the CLI may load no module, and then proves nothing. */
  get jumps(): number {
    return readdirSync(this.setup.home.path).filter(name => name.startsWith('jump-of-')).length
  }
}
