import type { MovedClock } from '../../testing/clock/moved-clock.js'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import type { StandInGitHub } from '../../testing/github/github.js'
import type { Variables } from '../../testing/program.js'
import { until } from '../../testing/waiting.js'
import type { JobEnd } from './care.js'
import type { Names } from './expressions.js'
import { Interruption } from './interruption.js'
import { endOf } from './job-end.js'
import type { Machine, WhichClaude } from './machine.js'
import { NetworkFault } from './network-faults.js'
import type { PlannedJob } from './plan.js'
import { Runner } from './runner.js'
import type { Step } from './steps.js'

/** The name of the secret that holds the login. */
export const CREDENTIALS_SECRET = 'CLAUDE_CREDENTIALS'

/** The id of a step that is a job's own work with the login. */
export const TASK = 'task'

/** Everything that takes part in the jobs of a row. */
export interface Place {
  readonly clock: MovedClock
  readonly endpoint: Endpoint
  /** Null if no job uses GitHub's API. */
  readonly github: StandInGitHub | null
}

/** What one job does, and with what. */
export interface JobCall {
  readonly job: PlannedJob
  readonly machine: Machine
  readonly steps: readonly Step[]
  /** `secrets.NAME`. */
  readonly names?: Names
  readonly env?: Variables
  /** Whether it proves that it can write the secret before it sends the token. */
  readonly checksFirst?: boolean
  /** What happens at the same time, if its fault says so. */
  readonly meanwhile?: Meanwhile
}

/** What somebody else does while a job is at work. */
export interface Meanwhile {
  /** If the job never sends its token, the second kind never happens. */
  readonly from: 'the start of the job' | 'the arrival of its token at the endpoint'
  readonly act: () => Promise<unknown>
}

/** Every so many jobs one runs with the real CLI. */
const REAL_EVERY = 25

/** Runs a job with its fault. Its time passes between its first step and the next one, or its end. */
export async function runJob(call: JobCall, place: Place): Promise<JobEnd> {
  const { job, machine } = call
  const { clock, endpoint, github } = place
  if (github !== null) github.clockAheadMs = clock.aheadMs
  const sentBefore = endpoint.requests.token.length
  using interruption = new Interruption(job.fault, { machine, endpoint, github, secret: CREDENTIALS_SECRET })
  using network = new NetworkFault(job.fault, { ...place, machine, checksFirst: call.checksFirst ?? false })
  const claude = claudeFor(job)
  let hasPassed = false
  const passTime = (): void => {
    if (!hasPassed) clock.aheadMs += job.lastsMs
    hasPassed = true
    if (github !== null) github.clockAheadMs = clock.aheadMs
  }
  const runner = new Runner({
    machine,
    endpoint,
    interruption,
    claude,
    env: { ...call.env, ...(github === null ? {} : { GITHUB_API_URL: github.apiUrl }), ...network.variables },
    names: call.names ?? {},
    beforeLaterStep: () => {
      passTime()
      interruption.reach('in a later step')
    }
  })
  const others = await alongside(runner.run(call.steps), call.meanwhile, endpoint)
  passTime()
  const ran = await runner.end()
  // A killed job has not waited for the answer to what it sent.
  if (interruption.state === 'killed') await untilAnswered(endpoint)
  github?.faults.clear()
  const isSent = endpoint.requests.token.length > sentBefore
  const usedRealCli = claude === 'real' && (isSent || ran.some(({ program }) => program === 'script'))
  const end = endOf(ran, { state: interruption.state, nowMs: clock.nowMs })
  const isFaultMet = interruption.state !== 'none' || network.isMet(end.isSuccess) || others === 'acted'
  return { ...end, isFaultMet: job.fault !== null && isFaultMet, usedRealCli, waitedMs: machine.waitedMs }
}

function untilAnswered({ requests }: Endpoint): Promise<void> {
  return until(() => requests.token.every(({ answeredAtMs }) => answeredAtMs !== undefined))
}

/** Waits for the steps of a job, and for what happens meanwhile. @returns whether that happened */
async function alongside(
  steps: Promise<unknown>,
  meanwhile: Meanwhile | undefined,
  { requests }: Endpoint
): Promise<'acted' | 'did nothing'> {
  const sentBefore = requests.token.length
  let hasEnded = false
  const ended = steps.finally(() => (hasEnded = true))
  if (meanwhile?.from === 'the arrival of its token at the endpoint') {
    await until(() => hasEnded || requests.token.length > sentBefore)
  }
  const acts = meanwhile !== undefined && !hasEnded
  if (acts) await meanwhile.act()
  await ended
  return acts ? 'acted' : 'did nothing'
}

/** The real CLI knows no points at which it stops, and says in other words that it reaches no proxy. */
function claudeFor({ index, fault }: PlannedJob): WhichClaude {
  const needsSmall = fault?.kind === 'cancel' || fault?.kind === 'kill' || fault?.kind === 'endpoint'
  return index % REAL_EVERY === 0 && !needsSmall ? 'real' : 'small'
}
