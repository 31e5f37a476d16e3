import '../script/refuse-stale-dist.js'
import { startEndpoint, type EndpointOptions } from '../testing/endpoint/endpoint.js'
import { markdownTable, median } from '../testing/statistics.js'
import { VARIANTS, type Measurement, type Variant } from './variants.js'

// npm run bench [-- <rounds>]: how long a refresh takes by either door, beside the CLI's own time to its new file.

/** One way for the endpoint to behave; the model's reply always takes 2.5 s, as a short one does. */
interface Scenario {
  readonly title: string
  /** Which of a variant's targets counts. */
  readonly target: 0 | 1
  readonly replies: EndpointOptions
}

const MODEL = { kind: 'ok', delayMs: 2500 } as const

/**
 * The real endpoint needs no CA of its own. `NODE_EXTRA_CA_CERTS` would make Node 20 load all its roots at its start, which
 * takes it 20 to 40 ms; the CLI honours this variable as well, and Node has no use for it.
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

const USUAL_ROUNDS = 15
const SLOW_ROUNDS = 3

const roundCount = Number(process.argv[2] ?? USUAL_ROUNDS)
if (!Number.isInteger(roundCount) || roundCount < 1) throw new Error('usage: npm run bench [-- <rounds>]')

for (const scenario of SCENARIOS) {
  const { measurements, modelRequests } = await measure(scenario)
  process.stdout.write(
    `\n### ${scenario.title} (median of ${roundCount})\n\n${resultTable(scenario, measurements)}\n\n` +
      `Model requests by \`clr\` and the action: ${modelRequests}. ` +
      `Phases of \`clr refresh\`: ${phasesOf(measurements.get(VARIANTS[1]) ?? [])}.\n`
  )
}

type Measurements = Map<Variant | undefined, Measurement[]>

/** All variants in turn, another one first each time; one round to warm up does not count. */
async function measure({ replies }: Scenario): Promise<{ measurements: Measurements; modelRequests: number }> {
  await using endpoint = await startEndpoint(replies)
  const measurements: Measurements = new Map(VARIANTS.map(variant => [variant, []]))
  let modelRequests = 0
  for (let round = 0; round <= roundCount; round++) {
    for (const variant of startingWith(round % VARIANTS.length)) {
      if (variant.isSlow === true && round > SLOW_ROUNDS) continue
      endpoint.requests.clear()
      const measurement = await variant.measure(endpoint)
      if (round > 0) measurements.get(variant)?.push(measurement)
      if (!variant.isBareCli) modelRequests += endpoint.requests.model.length
    }
  }
  return { measurements, modelRequests }
}

function startingWith(first: number): readonly Variant[] {
  return [...VARIANTS.slice(first), ...VARIANTS.slice(0, first)]
}

function resultTable({ target }: Scenario, measurements: Measurements): string {
  const bareWalls = wallsOf(measurements.get(VARIANTS[0]))
  const rows = VARIANTS.map(variant => {
    const walls = wallsOf(measurements.get(variant))
    const limit = variant.targets?.[target]
    const ratio = median(walls) / median(bareWalls)
    // Of the same round: less affected by what else the machine does.
    const paired = median(walls.map((ms, round) => ms / (bareWalls[round] ?? NaN)))
    const comparison = limit === undefined ? '' : `≤ ${times(limit)} ${ratio <= limit ? '✓' : '✗'}`
    return [
      variant.name,
      median(walls).toFixed(0),
      Math.min(...walls).toFixed(0),
      times(ratio),
      times(paired),
      comparison
    ]
  })
  return markdownTable(['', 'median ms', 'best ms', 'ratio', 'round by round', 'target'], rows)
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`
}

function wallsOf(measurements: readonly Measurement[] = []): readonly number[] {
  return measurements.map(({ wallMs }) => wallMs)
}

function phasesOf(measurements: readonly Measurement[]): string {
  const names = measurements[0]?.phases.map(({ name }) => name) ?? []
  const msOf = (name: string): number =>
    median(measurements.flatMap(({ phases }) => phases.filter(phase => phase.name === name).map(({ ms }) => ms)))
  const inside = names.map(name => `${name} ${msOf(name).toFixed(0)} ms`)
  const outside = median(measurements.map(({ wallMs, phases }) => wallMs - phases.reduce((sum, { ms }) => sum + ms, 0)))
  return [...inside, `start-up and end of Node ${outside.toFixed(0)} ms`].join(', ')
}
