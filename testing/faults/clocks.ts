import { readdirSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { E2eSetup } from '../e2e-setup.js'
import type { Endpoint } from '../endpoint/endpoint.js'
import type { TokenReply } from '../endpoint/replies.js'
import type { Ended } from '../program.js'
import { until } from '../waiting.js'
import {
  allProblems,
  observe,
  problemUnless,
  resultOf,
  runNext,
  startRun,
  whileReplying,
  type TrialResult
} from './trial.js'

/** A wall clock that jumps during a run. */
export interface ClockJump {
  readonly name: string
  readonly byMs: number
  /** What holds the locks for an exchange while the run waits for it; nothing by default. */
  readonly holder?: 'run' | 'session'
}

const TWO_HOURS_MS = 2 * 3_600_000

/** All jumps that are tried. */
export const CLOCK_JUMPS: readonly ClockJump[] = [
  { name: 'the clock jumps by +2 h during a run', byMs: TWO_HOURS_MS },
  { name: 'the clock jumps by -2 h during a run', byMs: -TWO_HOURS_MS },
  { name: 'the clock jumps by +2 h while a run waits for another', byMs: TWO_HOURS_MS, holder: 'run' },
  { name: 'the clock jumps by +2 h while a run waits for a session', byMs: TWO_HOURS_MS, holder: 'session' }
]

/** Slow enough for the clock to jump, for `clr` to renew its locks, and for the waiting run to check them several times. */
const HELD_REPLY: TokenReply = { kind: 'ok', delayMs: 4000, rotateOn: 'arrival' }

/** When the clock jumps, in milliseconds after the start of the only run, or of the run that waits. */
const JUMP_AFTER_MS = { only: 100, waiting: 1000 }

/** Makes the clock jump once during a run, and runs once more with a correct clock. */
export async function tryClock(endpoint: Endpoint, { name, byMs, holder }: ClockJump): Promise<TrialResult> {
  // A session refreshes only an expired login.
  await using setup = E2eSetup.at(endpoint, holder === 'session' ? { expiresAt: 1 } : {})
  const clock = new Clock(setup, byMs)
  const observed = await observe(setup, () => {
    if (holder === undefined) return jumpDuringRun(setup, clock)
    return whileReplying(endpoint, HELD_REPLY, () => jumpWhileWaiting(setup, clock, holder))
  })
  // A session asks the model.
  const modelRequests = holder === 'session' ? 0 : observed.modelRequests
  return resultOf(name, { observed, next: await runNext(setup) }, [
    ...problemUnless(clock.jumps === (holder === undefined ? 1 : 2), 'the clock did not jump'),
    ...problemUnless(holder !== undefined || observed.sends === 1, `${observed.sends} sent instead of 1`),
    ...allProblems({ ...observed, modelRequests })
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
  // The CLI is built with Bun, which reads a variable for modules to load first.
  const holding =
    holder === 'run' ? startRun(setup, { preload }) : setup.startSession({ BUN_OPTIONS: `--preload=${preload}` }, '/')
  await until(() => token.length > sent)
  const waiting = startRun(setup, { preload })
  await sleep(JUMP_AFTER_MS.waiting)
  clock.jump()
  return Promise.all([holding.ended, waiting.ended])
}

/** A wall clock of some processes, which jumps in all of them at once; the clock of the machine does not change. */
class Clock {
  /** Path of a module that installs this clock in the process that loads it. */
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
const RealDate = Date
let shiftMs = 0
const look = setInterval(() => {
  if (!existsSync(${JSON.stringify(this.#signal)})) return
  shiftMs = ${byMs}
  writeFileSync(${JSON.stringify(this.#signal)} + '-of-' + process.pid, '')
  clearInterval(look)
}, 5)
look.unref()
globalThis.Date = class extends RealDate {
  constructor(...args) { super(...(args.length > 0 ? args : [Date.now()])) }
  static now() { return RealDate.now() + shiftMs }
}
`
    )
  }

  jump(): void {
    writeFileSync(this.#signal, '')
  }

  /** In how many processes it has jumped: a CLI that does not load the module would prove nothing. */
  get jumps(): number {
    return readdirSync(this.setup.home.path).filter(name => name.startsWith('jump-of-')).length
  }
}
