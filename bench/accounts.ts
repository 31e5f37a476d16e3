import { performance } from 'node:perf_hooks'
import { Accounts, lineFor, REFRESH_ALL } from '../testing/accounts.js'
import { startEndpoint, type Endpoint } from '../testing/endpoint/endpoint.js'
import { markdownTable, median } from '../testing/statistics.js'
import { peakMemoryOf, type PeakMemory } from './memory.js'
import { comparison, startingWith } from './rounds.js'
import { VARIANTS } from './variants.js'

const ACCOUNTS = 32
const AT_ONCE = 4
const NAMES = Array.from({ length: ACCOUNTS }, (_, index) => `account-${index + 1}`)

/** As in the other benchmarks: with the other variable, Node 20 would load all its root certificates. */
const CA = { caVariable: 'SSL_CERT_FILE' } as const

/** A way to refresh all logins. */
interface Way {
  readonly name: string
  /** The upper limit as a multiple of the bare CLI's time. */
  readonly target?: number
  /** Refreshes a new login for each account, and returns the milliseconds until the last is refreshed. */
  readonly measure: (endpoint: Endpoint) => Promise<number>
}

const BARE: Way = { name: `bare \`claude\`, to its new file, ${AT_ONCE} at a time`, measure: measureBare }

/** The bare CLI comes first, since the other times are compared with its time. */
const WAYS: readonly Way[] = [
  BARE,
  { name: `the line with \`clr refresh\`, ${AT_ONCE} at a time`, target: 1.75, measure: measureLine },
  { name: 'the same line, one at a time', measure: endpoint => measureLine(endpoint, lineFor(1)) }
]

type Times = ReadonlyMap<Way, number[]>

/**
 * Measures the documented line for many logins on one machine, and compares it with the time of the bare CLI. Its memory is
 * measured before the first round, in a run whose time does not count, because that slows it down.
 */
export async function benchAccounts(roundCount: number): Promise<void> {
  await using endpoint = await startEndpoint(CA)
  const memory = await measureMemory(endpoint)
  const times: Times = new Map(WAYS.map(way => [way, []]))
  for (let round = 0; round < roundCount; round++) {
    for (const way of startingWith(WAYS, round)) times.get(way)?.push((await way.measure(endpoint)) / ACCOUNTS)
  }
  const title = `${ACCOUNTS} logins on one machine: the time for each of them (median of ${roundCount})`
  process.stdout.write(`\n### ${title}\n\n${resultTable(times)}\n\n${describe(memory)}\n`)
}

function resultTable(times: Times): string {
  const bareTimes = times.get(BARE) ?? []
  const rows = WAYS.map(way => {
    const own = times.get(way) ?? []
    const best = Math.min(...own)
    return [way.name, median(own).toFixed(0), best.toFixed(0), ...comparison(own, bareTimes, way.target)]
  })
  return markdownTable(['', 'median ms', 'best ms', 'ratio', 'round by round', 'target'], rows)
}

function describe({ total, largestProcess }: PeakMemory): string {
  const [all, largest] = [total, largestProcess].map(bytes => `${(bytes / 2 ** 20).toFixed(0)} MiB`)
  return (
    `Memory of the line, ${AT_ONCE} at a time: at most ${all} for all processes together, ${largest} for the largest one. ` +
    'In each run of the line, all logins were refreshed, each token was sent once, and no model request was sent.'
  )
}

async function measureMemory(endpoint: Endpoint): Promise<PeakMemory> {
  using accounts = beginRun(endpoint)
  const running = accounts.start(REFRESH_ALL)
  const peak = await peakMemoryOf(running)
  await assertAllRefreshed(accounts, running.ended, endpoint)
  return peak
}

async function measureLine(endpoint: Endpoint, line = REFRESH_ALL): Promise<number> {
  using accounts = beginRun(endpoint)
  const running = accounts.start(line)
  await assertAllRefreshed(accounts, running.ended, endpoint)
  const { wallMs } = await running.ended
  return wallMs
}

function beginRun(endpoint: Endpoint): Accounts {
  endpoint.requests.clear()
  return new Accounts(endpoint, NAMES)
}

/** The bare CLI cannot run for several accounts in one call, so as many calls as there are accounts, by workers. */
async function measureBare(endpoint: Endpoint): Promise<number> {
  const [bare] = VARIANTS
  const left = NAMES.values()
  const worker = async (): Promise<void> => {
    while (left.next().done !== true) await bare?.measure(endpoint)
  }
  const startMs = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return performance.now() - startMs
}

/** @throws Error if a login was not refreshed, if a token was sent twice, or if there was a model request */
async function assertAllRefreshed(
  accounts: Accounts,
  ended: ReturnType<Accounts['start']>['ended'],
  { requests, reuses }: Endpoint
): Promise<void> {
  const { exitCode, stdout, stderr } = await ended
  const sends = Object.values(accounts.sends)
  const isGood =
    exitCode === 0 &&
    accounts.refreshed.length === ACCOUNTS &&
    requests.token.length === ACCOUNTS &&
    sends.every(count => count === 1) &&
    reuses === 0 &&
    requests.model.length === 0
  if (!isGood) {
    const counts = `${accounts.refreshed.length} refreshed, ${requests.token.length} sent, ${reuses} reused, ${requests.model.length} model requests`
    throw new Error(`the line failed with ${exitCode}: ${counts}\n${stdout}${stderr}`)
  }
}
