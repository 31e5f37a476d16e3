import { startEndpoint, type EndpointOptions } from '../testing/endpoint/endpoint.js'
import { markdownTable, median } from '../testing/statistics.js'
import { comparison, startingWith } from './rounds.js'
import { VARIANTS, type Measurement, type Variant } from './variants.js'

/** The replies of the endpoint. The model's reply always takes 2.5 s, like a short real one. */
interface Scenario {
  readonly title: string
  /** Which of a variant's targets applies. */
  readonly target: 0 | 1
  readonly replies: EndpointOptions
}

const MODEL = { kind: 'ok', delayMs: 2500 } as const

/**
 * The CLI trusts the CA in this variable, and Node ignores it. With `NODE_EXTRA_CA_CERTS`, Node 20 would load all its root
 * certificates at start, which takes 20 to 40 ms and is not needed for the real endpoint.
 */
const CA = { caVariable: 'SSL_CERT_FILE' } as const

const SCENARIOS: readonly Scenario[] = [
  { title: 'The endpoint answers at once', target: 0, replies: { ...CA, model: MODEL } },
  {
    title: 'Round trips as on the internet: 150 ms for the exchange, 100 ms for the profile',
    target: 1,
    replies: { ...CA, model: MODEL, token: { kind: 'ok', delayMs: 150 }, profile: { kind: 'ok', delayMs: 100 } }
  }
]

const SLOW_ROUNDS = 3

/** Measures a refresh by each door, compares it with the time of the bare CLI until its new file, and prints tables. */
export async function benchRefresh(roundCount: number): Promise<void> {
  for (const scenario of SCENARIOS) {
    const { measurements, modelRequests } = await measure(scenario, roundCount)
    process.stdout.write(
      `\n### ${scenario.title} (median of ${roundCount})\n\n${resultTable(scenario, measurements)}\n\n` +
        `Model requests by \`clr\` and the action: ${modelRequests}. ` +
        `Phases of \`clr refresh\`: ${phasesOf(measurements.get(VARIANTS[1]) ?? [])}.\n`
    )
  }
}

type Measurements = Map<Variant | undefined, Measurement[]>

/** Measures all variants in each round, each time from another first one. The first round is a warm-up and does not count. */
async function measure(
  { replies }: Scenario,
  roundCount: number
): Promise<{ measurements: Measurements; modelRequests: number }> {
  await using endpoint = await startEndpoint(replies)
  const measurements: Measurements = new Map(VARIANTS.map(variant => [variant, []]))
  let modelRequests = 0
  for (let round = 0; round <= roundCount; round++) {
    for (const variant of startingWith(VARIANTS, round)) {
      if (variant.isSlow === true && round > SLOW_ROUNDS) continue
      endpoint.requests.clear()
      const measurement = await variant.measure(endpoint)
      if (round > 0) measurements.get(variant)?.push(measurement)
      if (!variant.isBareCli) modelRequests += endpoint.requests.model.length
    }
  }
  return { measurements, modelRequests }
}

function resultTable({ target }: Scenario, measurements: Measurements): string {
  const bareTimes = timesOf(measurements.get(VARIANTS[0]))
  const rows = VARIANTS.map(variant => {
    const times = timesOf(measurements.get(variant))
    const best = Math.min(...times)
    const compared = comparison(times, bareTimes, variant.targets?.[target])
    return [variant.name, median(times).toFixed(0), best.toFixed(0), ...compared]
  })
  return markdownTable(['', 'median ms', 'best ms', 'ratio', 'round by round', 'target'], rows)
}

function timesOf(measurements: readonly Measurement[] = []): readonly number[] {
  return measurements.map(({ wallMs }) => wallMs)
}

function phasesOf(measurements: readonly Measurement[]): string {
  const names = measurements[0]?.phases.map(({ name }) => name) ?? []
  const msOf = (name: string): number =>
    median(measurements.flatMap(({ phases }) => phases.filter(phase => phase.name === name).map(({ ms }) => ms)))
  const inside = names.map(name => `${name} ${msOf(name).toFixed(0)} ms`)
  const outside = median(measurements.map(({ wallMs, phases }) => wallMs - phases.reduce((sum, { ms }) => sum + ms, 0)))
  return [...inside, `start and exit of Node ${outside.toFixed(0)} ms`].join(', ')
}
