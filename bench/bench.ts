import '../script/refuse-stale-dist.js'
import { startEndpoint, type EndpointOptions } from '../testing/endpoint/endpoint.js'
import { CONTESTANTS, type Contestant, type Lap } from './contestants.js'
import { markdownTable, median } from './statistics.js'

// npm run bench [-- <laps>]: how long a refresh takes by either door, beside the CLI's own time to its new file.

/** One way for the endpoint to behave; the model's reply always takes 2.5 s, as a short one does. */
interface Course {
  readonly title: string
  /** Which of a contestant's targets counts. */
  readonly target: 0 | 1
  readonly replies: EndpointOptions
}

const MODEL = { kind: 'ok', delayMs: 2500 } as const

/**
 * The real endpoint needs no CA of its own. `NODE_EXTRA_CA_CERTS` would make Node 20 load all its roots at its start, which
 * takes it 20 to 40 ms; the CLI honours this variable as well, and Node has no use for it.
 */
const CA = { caVariable: 'SSL_CERT_FILE' } as const

const COURSES: readonly Course[] = [
  { title: 'The endpoint answers at once', target: 0, replies: { ...CA, model: MODEL } },
  {
    title: 'Round trips as on the internet: 150 ms for the exchange, 100 ms for the profile',
    target: 1,
    replies: { ...CA, model: MODEL, token: { kind: 'ok', delayMs: 150 }, profile: { kind: 'ok', delayMs: 100 } }
  }
]

const USUAL_LAPS = 15
const SLOW_LAPS = 3

const lapCount = Number(process.argv[2] ?? USUAL_LAPS)
if (!Number.isInteger(lapCount) || lapCount < 1) throw new Error('usage: npm run bench [-- <laps>]')

for (const course of COURSES) {
  const { laps, modelRequests } = await race(course)
  process.stdout.write(
    `\n### ${course.title} (median of ${lapCount})\n\n${standings(course, laps)}\n\n` +
      `Model requests by \`clr\` and the action: ${modelRequests}. ` +
      `Phases of \`clr refresh\`: ${phasesOf(laps.get(CONTESTANTS[1]) ?? [])}.\n`
  )
}

type Laps = Map<Contestant | undefined, Lap[]>

/** All contestants in turn, another one first each time; one round to warm up does not count. */
async function race({ replies }: Course): Promise<{ laps: Laps; modelRequests: number }> {
  await using endpoint = await startEndpoint(replies)
  const laps: Laps = new Map(CONTESTANTS.map(contestant => [contestant, []]))
  let modelRequests = 0
  for (let round = 0; round <= lapCount; round++) {
    for (const contestant of startingWith(round % CONTESTANTS.length)) {
      if (contestant.isSlow === true && round > SLOW_LAPS) continue
      endpoint.requests.clear()
      const lap = await contestant.lap(endpoint)
      if (round > 0) laps.get(contestant)?.push(lap)
      if (!contestant.isBareCli) modelRequests += endpoint.requests.model.length
    }
  }
  return { laps, modelRequests }
}

function startingWith(first: number): readonly Contestant[] {
  return [...CONTESTANTS.slice(first), ...CONTESTANTS.slice(0, first)]
}

function standings({ target }: Course, laps: Laps): string {
  const bareWalls = wallsOf(laps.get(CONTESTANTS[0]))
  const rows = CONTESTANTS.map(contestant => {
    const walls = wallsOf(laps.get(contestant))
    const limit = contestant.targets?.[target]
    const ratio = median(walls) / median(bareWalls)
    // Of the same round: less at the mercy of what else the machine does.
    const paired = median(walls.map((ms, round) => ms / (bareWalls[round] ?? NaN)))
    const verdict = limit === undefined ? '' : `≤ ${times(limit)} ${ratio <= limit ? '✓' : '✗'}`
    return [
      contestant.name,
      median(walls).toFixed(0),
      Math.min(...walls).toFixed(0),
      times(ratio),
      times(paired),
      verdict
    ]
  })
  return markdownTable(['', 'median ms', 'best ms', 'ratio', 'round by round', 'target'], rows)
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`
}

function wallsOf(laps: readonly Lap[] = []): readonly number[] {
  return laps.map(({ wallMs }) => wallMs)
}

function phasesOf(laps: readonly Lap[]): string {
  const names = laps[0]?.phases.map(({ name }) => name) ?? []
  const msOf = (name: string): number =>
    median(laps.flatMap(({ phases }) => phases.filter(phase => phase.name === name).map(({ ms }) => ms)))
  const inside = names.map(name => `${name} ${msOf(name).toFixed(0)} ms`)
  const outside = median(laps.map(({ wallMs, phases }) => wallMs - phases.reduce((sum, { ms }) => sum + ms, 0)))
  return [...inside, `start-up and end of Node ${outside.toFixed(0)} ms`].join(', ')
}
