import { availableParallelism } from 'node:os'
import { quote } from '../../src/core/options.js'
import { RefreshError } from '../../src/core/reasons.js'
import { MovedClock } from '../../testing/clock/moved-clock.js'
import { startEndpoint } from '../../testing/endpoint/endpoint.js'
import { parseYearArguments, plain, type YearArguments } from './arguments.js'
import type { Contender } from './care.js'
import { CONTENDERS } from './contenders.js'
import { drawPlan } from './draw-plan.js'
import type { Plan } from './plan.js'
import { LOGIN_MS, MINUTE_MS, SECOND_MS } from './rates.js'
import { reportOf, type Result } from './report.js'
import { dayOf } from './calendar.js'
import { playYear } from './world.js'

/** Jobs wait a lot, so there are more rows at a time than processors. */
const ROWS_PER_PROCESSOR = 2

const PROGRESS_MS = MINUTE_MS

/**
 * Plays a year for each way to look after a login, and prints what it cost.
 * @throws RefreshError `usage`
 */
export async function benchYear(args: readonly string[]): Promise<void> {
  const parsed = parseYearArguments(args)
  const contenders = CONTENDERS.filter(({ name }) => plain(name).includes(plain(parsed.only)))
  if (contenders.length === 0) {
    const names = CONTENDERS.map(({ name }) => `"${plain(name)}"`).join(', ')
    const problem = `has no row with ${quote(parsed.only)} in its name, only these: ${names}`
    throw new RefreshError('usage', `npm run bench -- year ${problem}`)
  }
  const plan = drawPlan(parsed.seed, parsed.days, nextNewYearMs())
  const results = await playAll(plan, contenders, parsed)
  process.stdout.write(`\n${reportOf(plan, results)}\n`)
}

/** In the future, so that our programs accept it, and the same on most days. */
function nextNewYearMs(): number {
  return Date.UTC(new Date().getUTCFullYear() + 1, 0, 1)
}

/** Several rows at a time, each with an endpoint of its own. @returns the results in the order of the contenders */
async function playAll(
  plan: Plan,
  contenders: readonly Contender[],
  { events }: YearArguments
): Promise<readonly Result[]> {
  const results = new Map<Contender, Result>()
  const waiting = [...contenders]
  const playRows = async (): Promise<void> => {
    for (let contender = waiting.shift(); contender !== undefined; contender = waiting.shift()) {
      results.set(contender, await playRow(plan, contender, events))
    }
  }
  await Promise.all(Array.from({ length: ROWS_PER_PROCESSOR * availableParallelism() }, playRows))
  return [...results.values()].sort(
    (one, next) => contenders.indexOf(one.contender) - contenders.indexOf(next.contender)
  )
}

async function playRow(plan: Plan, contender: Contender, events: boolean): Promise<Result> {
  const say = (line: string): unknown => process.stderr.write(`${contender.name}: ${line}\n`)
  await using endpoint = await startEndpoint({ token: { kind: 'ok', refreshTokenExpiresIn: LOGIN_MS / SECOND_MS } })
  const clock = new MovedClock()
  const progress = setInterval(() => say(`day ${dayOf(clock.nowMs, plan)}`), PROGRESS_MS)
  try {
    const ledger = await playYear(plan, contender, { clock, endpoint }, events ? say : undefined)
    const reasons = [...ledger.reasons].map(([reason, count]) => `${count} × ${reason === '' ? 'runner lost' : reason}`)
    say(`done, ${ledger.jobs} jobs (${reasons.join(', ')}), and ${ledger.cancelledWaiting} cancelled while they waited`)
    if (ledger.shownTokens > 0) throw new Error(`${contender.name}: ${ledger.shownTokens} tokens were printed`)
    return { contender, ledger }
  } finally {
    clearInterval(progress)
  }
}
