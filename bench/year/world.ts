import { Agenda } from './agenda.js'
import { dayAndTime } from './calendar.js'
import type { Contender, QueuedJob, Setting, StartedJob } from './care.js'
import { Caretaker } from './caretaker.js'
import { ConcurrencyGroup } from './concurrency-group.js'
import { Ledger } from './ledger.js'
import { AccessTokens, type LoginWatch } from './login-watch.js'
import { describeFault } from './loss.js'
import { Outages } from './outages.js'
import type { Plan, PlannedJob } from './plan.js'
import { SET_UP_MS } from './rates.js'
import type { Scene } from './scene.js'
import { TokenHours } from './token-hours.js'

/** Gets a line about each event. */
export type EventLog = (line: string) => void

/** Plays a plan for one contender, event by event, and counts. The clock of the setting is moved before each event. */
export async function playYear(
  plan: Plan,
  contender: Contender,
  setting: Setting,
  log: EventLog = () => undefined
): Promise<Ledger> {
  await using care = await contender.start(setting)
  const agenda = new Agenda(plan.startMs)
  const scene: Scene = {
    plan,
    agenda,
    care,
    outages: new Outages(plan),
    ledger: new Ledger(),
    endpoint: setting.endpoint,
    announcesEnd: contender.announcesEnd,
    say: what => {
      log(`${dayAndTime(agenda.nowMs, plan)}: ${what}`)
    }
  }
  return await new World(scene, setting.clock).play()
}

/** What a job began with. */
interface Start {
  readonly login: LoginWatch
  readonly refreshToken: string | null
  readonly hadOldSecret: boolean
}

class World {
  readonly #group = new ConcurrencyGroup<QueuedJob>()
  readonly #hours: TokenHours
  readonly #accessTokens: AccessTokens
  readonly #caretaker: Caretaker

  constructor(
    private readonly scene: Scene,
    private readonly clock: Setting['clock']
  ) {
    this.#hours = new TokenHours(scene.plan.startMs)
    this.#accessTokens = new AccessTokens(scene.endpoint)
    this.#caretaker = new Caretaker(scene)
  }

  async play(): Promise<Ledger> {
    const { agenda, plan, ledger, endpoint } = this.scene
    agenda.add(plan.startMs, () => this.#caretaker.signIn())
    for (const job of plan.jobs) agenda.add(job.queuedAtMs, this.#queue.bind(this, job))
    for (let event = agenda.next(plan.endMs); event !== null; event = agenda.next(plan.endMs)) {
      this.#hours.moveTo(event.atMs)
      this.clock.aheadMs = event.atMs - Date.now()
      await event.act()
      this.#look()
    }
    this.#hours.moveTo(plan.endMs)
    ledger.hoursWithoutToken = this.#hours.without
    ledger.reuses = endpoint.reuses
    return ledger
  }

  /** Which access token do users find now? */
  #look(): void {
    const { endpoint, care, agenda } = this.scene
    this.#accessTokens.remember(endpoint.currentPair(this.#caretaker.login.token).accessToken, agenda.nowMs)
    this.#hours.see(this.#accessTokens.validUntil(care.accessToken, agenda.nowMs))
  }

  #queue(job: PlannedJob): void {
    const queued = this.scene.care.queue(job)
    if (job.isOutsideGroup) {
      this.#begin(queued)
      return
    }
    const { mayStart, cancelled } = this.#group.enter(queued)
    if (cancelled !== null) {
      this.scene.ledger.cancelledWaiting += 1
      this.#log(cancelled.job, 'cancelled while it waited')
    }
    if (mayStart) this.#begin(queued)
  }

  #begin(queued: QueuedJob): void {
    const { outages, care, agenda } = this.scene
    const job = { ...queued.job, fault: outages.faultOf(queued.job, agenda.nowMs) }
    const started = care.begin({ ...queued, job })
    const { refreshToken } = care
    const hadOldSecret = started.secret !== '' && refreshToken !== null && !started.secret.includes(refreshToken)
    const start = { login: this.#caretaker.login, refreshToken, hadOldSecret }
    agenda.add(agenda.nowMs + SET_UP_MS, () => this.#run(started, start))
  }

  async #run(started: StartedJob, start: Start): Promise<void> {
    const { outages, care, agenda, ledger } = this.scene
    const { fault } = started.job
    if (fault?.kind === 'github-down' && fault.from === 'between check and store') {
      outages.begin(agenda.nowMs, fault.minutes)
    }
    const wasOverlapped = care.refreshToken !== start.refreshToken
    const end = await care.run(started)
    const job = { ...started.job, fault: end.isFaultMet ? fault : null }
    ledger.addJob(job, end)
    const { login } = this.#caretaker
    login.look({ job, atMs: agenda.nowMs, wasOverlapped, hadOldSecret: start.hadOldSecret, sealed: end.sealed })
    this.#log(job, `${end.reason}${login.loss?.job === job ? ', which loses the login' : ''}`)
    // A job that began before a sign-in says nothing about the new login.
    if (login === start.login) this.#caretaker.learnFrom(job, end)
    agenda.add(agenda.nowMs + job.lastsMs + (end.waitedMs ?? 0), () => {
      this.#release(job)
    })
  }

  #release({ isOutsideGroup }: PlannedJob): void {
    const next = isOutsideGroup ? null : this.#group.leave()
    if (next !== null) this.#begin(next)
  }

  #log({ index, kind, fault }: PlannedJob, what: string): void {
    this.scene.say(`job ${index} (${kind}${fault === null ? '' : `, ${describeFault(fault)}`}): ${what}`)
  }
}
