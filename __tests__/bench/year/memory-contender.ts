import type { Care, Contender, JobEnd, Setting } from '../../../bench/year/care.js'
import type { Point } from '../../../bench/year/plan.js'
import { LOGIN_MS } from '../../../bench/year/rates.js'
import type { TokenPair } from '../../../testing/endpoint/logins.js'

const WARNING_MS = 7 * 86_400_000

/** How a contender in memory behaves; as a hosted one that stores every new pair, if nothing is given. */
export interface Behaviour {
  readonly disk?: Contender['disk']
  readonly announcesEnd?: boolean
  readonly hasTarget?: boolean
  /** Whether it stores a new pair for the next job. */
  readonly stores?: boolean
  /** Whether the reason of its runs is always this. */
  readonly reason?: string
}

const FINE: JobEnd = {
  isSuccess: true,
  reason: 'refreshed',
  endsSoon: false,
  sealed: null,
  isFaultMet: true,
  shownTokens: 0,
  usedRealCli: false,
  modelRequests: 0
}

/** A contender whose jobs are only function calls: each job refreshes, unless a fault prevents it. None shares a file with a session. */
export function memoryContender(behaviour: Behaviour = {}): Contender {
  const { disk = 'wiped', announcesEnd = true, hasTarget = true } = behaviour
  const start = (setting: Setting): Promise<Care> => Promise.resolve(memoryCare(setting, { ...behaviour, disk }))
  return { name: 'in memory', disk, announcesEnd, hasTarget, start }
}

/** One login: `place` is the secret or the file, `left` what a killed run leaves on a kept disk. */
function memoryCare({ endpoint, clock }: Setting, { disk, stores = true, reason }: Behaviour): Care {
  let place: TokenPair | null = null
  let left: TokenPair | null = null
  let sealed: TokenPair | null = null
  let signedInMs = 0

  const refresh = (job: Parameters<Care['run']>[0]): JobEnd => {
    const { fault } = job.job
    if (fault?.kind === 'github-down' && fault.from === 'before the job') return failed('network')
    if (fault?.kind === 'endpoint') return failed('server-error')
    if (left !== null) [place, left] = [left, null]
    const token = disk === 'kept' ? (place?.refreshToken ?? '') : job.secret
    if (fault?.kind === 'kill' && fault.point === 'before the exchange') return failed('')
    if (fault?.kind === 'overlap') place = endpoint.spend(token)
    const pair = endpoint.spend(token)
    if (pair === null) return failed('login-rejected')
    if (fault?.kind === 'lost-answer') return failed('network')
    if (fault?.kind === 'kill' && isBeforeStore(fault.point)) {
      if (disk === 'kept' && !isBeforeDisk(fault.point)) left = pair
      return failed('')
    }
    if (fault?.kind === 'github-down') {
      sealed = pair
      return { ...failed('secret-write-failed'), sealed: { writes: [], madeAtMs: clock.nowMs } }
    }
    if (stores) place = pair
    return {
      ...FINE,
      endsSoon: clock.nowMs > signedInMs + LOGIN_MS - WARNING_MS,
      isFaultMet: fault !== null && fault.kind !== 'session'
    }
  }

  return {
    queue: job => ({ job, repositorySecret: null }),
    begin: ({ job }) => ({ job, secret: place?.refreshToken ?? '' }),
    run: started => {
      const end = refresh(started)
      return Promise.resolve(reason === undefined ? end : { ...end, reason, isSuccess: false })
    },
    signIn: () => {
      signedInMs = clock.nowMs
      place = endpoint.newLogin().claudeAiOauth
      left = sealed = null
      return Promise.resolve()
    },
    storeByHand: () => {
      place = sealed
      return Promise.resolve(true)
    },
    get accessToken() {
      return place?.accessToken ?? null
    },
    get refreshToken() {
      return place?.refreshToken ?? null
    },
    survivingTexts: () => [place, left].flatMap(pair => (pair === null ? [] : [pair.refreshToken])),
    [Symbol.asyncDispose]: () => Promise.resolve()
  }
}

function failed(reason: string): JobEnd {
  return { ...FINE, isSuccess: false, reason }
}

function isBeforeDisk(point: Point): boolean {
  return point === 'with the token sent' || point === 'with the answer on its way'
}

function isBeforeStore(point: Point): boolean {
  return point !== 'after the secret is stored' && point !== 'in a later step'
}
