import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../../testing/waiting.js'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { Arena, type Ended } from './arena.js'
import {
  complaintsOfRefresh,
  complaintsOfTraces,
  complaintUnless,
  observe,
  runNext,
  verdictOn,
  whileReplying,
  type Verdict
} from './trial.js'

/** A wall clock that jumps, in the middle of a run that is alone, or of two that are after one token. */
export interface ClockJump {
  readonly name: string
  readonly byMs: number
  readonly company?: Company
}

/** One is in the middle of an exchange, the other waits for it. */
interface Company {
  readonly holder: Kind
  readonly waiter: Kind
  /** Whose clock jumps: that of the machine, or that of one alone, as if it were on another machine. */
  readonly whose: 'both' | 'holder' | 'waiter'
}

/** A run of `clr`, or a live session of the CLI. */
type Kind = 'run' | 'session'

const HOUR_MS = 3_600_000

/** Long enough for a clock to jump, for a renewal of our locks, and for several looks at them after that. */
const HELD_REPLY: TokenReply = { kind: 'ok', delayMs: 4000, rotateOn: 'arrival' }

/** When the clock jumps, in milliseconds: after the start of a run alone, and when one holds and the other has come to wait. */
const ALONE_AFTER_MS = 100
const COMPANY_AFTER_MS = 1000

const COMPANIES: readonly (readonly [string, Company])[] = [
  ['of the machine, where a run waits for another,', { holder: 'run', waiter: 'run', whose: 'both' }],
  ['of a run that another waits for', { holder: 'run', waiter: 'run', whose: 'holder' }],
  ['of a run that waits for another', { holder: 'run', waiter: 'run', whose: 'waiter' }],
  ['of the machine, where a run waits for a session,', { holder: 'session', waiter: 'run', whose: 'both' }],
  ['of a run that waits for a session', { holder: 'session', waiter: 'run', whose: 'waiter' }],
  ['of the machine, where a session waits for a run,', { holder: 'run', waiter: 'session', whose: 'both' }],
  ['of a run that a session waits for', { holder: 'run', waiter: 'session', whose: 'holder' }]
]

/**
 * All that are tried. Where a session waits, the CLI itself may take over a lock by the new clock before a run of ours has
 * renewed it by that clock: the shorter the time between, the seldomer.
 */
export const CLOCK_JUMPS: readonly ClockJump[] = [2 * HOUR_MS, -2 * HOUR_MS].flatMap(byMs => {
  const hours = `${byMs > 0 ? '+' : ''}${byMs / HOUR_MS} h`
  return [
    { name: `the clock of a run alone jumps by ${hours}`, byMs },
    ...COMPANIES.map(([whose, company]) => ({ name: `the clock ${whose} jumps by ${hours}`, byMs, company }))
  ]
})

/** Lets a clock jump once, and runs once more, by a clock that is right. */
export function tryClock(endpoint: Endpoint, jump: ClockJump): Promise<Verdict> {
  return jump.company === undefined ? tryAlone(endpoint, jump) : tryInCompany(endpoint, jump, jump.company)
}

async function tryAlone(endpoint: Endpoint, { name, byMs }: ClockJump): Promise<Verdict> {
  await using arena = await Arena.create(endpoint)
  const clock = new Clock(arena, byMs)
  const observed = await observe(arena, async () => {
    const run = arena.start({ preload: clock.module })
    await sleep(ALONE_AFTER_MS)
    clock.jump()
    return [await run.ended]
  })
  return verdictOn(name, { observed, next: await runNext(arena) }, [
    ...complaintUnless(clock.hasJumpedFor(1), 'the clock did not jump'),
    ...complaintUnless(observed.sends === 1, `${observed.sends} sent instead of 1`),
    ...complaintsOfRefresh(observed),
    ...complaintsOfTraces(observed)
  ])
}

async function tryInCompany(endpoint: Endpoint, { name, byMs }: ClockJump, company: Company): Promise<Verdict> {
  await using arena = await Arena.create(endpoint)
  const hasSession = company.holder === 'session' || company.waiter === 'session'
  // A live session refreshes only what has expired.
  if (hasSession) await arena.expire()
  const clock = new Clock(arena, byMs)
  const observed = await whileReplying(endpoint, HELD_REPLY, () =>
    observe(arena, () => holdAndWait(arena, clock, company))
  )
  // A session is here to ask its model, by whichever pair.
  const traces = hasSession ? { ...observed, modelRequests: 0 } : observed
  const complaints = [
    ...complaintUnless(clock.hasJumpedFor(company.whose === 'both' ? 2 : 1), 'the clock did not jump'),
    ...complaintsOfRefresh(observed),
    ...complaintsOfTraces(traces)
  ]
  return verdictOn(name, { observed, next: await runNext(arena) }, complaints)
}

async function holdAndWait(arena: Arena, clock: Clock, { holder, waiter, whose }: Company): Promise<readonly Ended[]> {
  const { token } = arena.endpoint.requests
  const sent = token.length
  const held = begin(arena, holder, whose === 'waiter' ? undefined : clock)
  await until(() => token.length > sent)
  const waited = begin(arena, waiter, whose === 'holder' ? undefined : clock)
  await sleep(COMPANY_AFTER_MS)
  clock.jump()
  return Promise.all([held, waited])
}

async function begin(arena: Arena, kind: Kind, clock?: Clock): Promise<Ended> {
  const options = clock === undefined ? {} : { preload: clock.module }
  if (kind === 'run') return arena.start(options).ended
  const session = arena.startSession(options)
  await once(session, 'exit')
  return { exitCode: session.exitCode, reason: null, message: 'a live session' }
}

/** A wall clock for some processes, that jumps for all of them at once, without moving the whole machine's. */
class Clock {
  /** Path of a module that gives the process that loads it this clock. */
  readonly module: string
  readonly #signal: string

  constructor(
    private readonly arena: Arena,
    byMs: number
  ) {
    const { scratch } = arena
    this.module = join(scratch.folder, 'clock.mjs')
    this.#signal = join(scratch.folder, 'jump')
    writeFileSync(
      this.module,
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

  /** Whether it has jumped for each of them: a version of the CLI may load no module, and then proves nothing. */
  hasJumpedFor(processes: number): boolean {
    const names = readdirSync(this.arena.scratch.folder)
    return names.filter(name => name.startsWith('jump-of-')).length >= processes
  }
}
