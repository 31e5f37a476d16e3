import { Agenda } from './agenda.js'
import type { Care, Contender, JobEnd, QueuedJob, Setting, StartedJob } from './care.js'
import { ConcurrencyGroup } from './concurrency-group.js'
import { Ledger } from './ledger.js'
import { AccessTokens, LoginWatch } from './login-watch.js'
import { describeFault, type Loss } from './loss.js'
import { Outages } from './outages.js'
import { Person } from './person.js'
import type { JobFault, Plan, PlannedJob } from './plan.js'
import { DAY_MS, LOGIN_MS, SET_UP_MS } from './rates.js'
import { TokenHours } from './token-hours.js'

/** Gets a line about each event, for example `day 17 06:41 job 88 …`. */
export type EventLog = (line: string) => void

/** Plays a plan for one contender, event by event, and counts. The clock of the setting is moved before each event. */
export async function playYear(
  plan: Plan,
  contender: Contender,
  setting: Setting,
  log: EventLog = () => undefined
): Promise<Ledger> {
  await using care = await contender.start(setting)
  return await new World(plan, care, { ...setting, log, announcesEnd: contender.announcesEnd }).play()
}

interface Surroundings extends Setting {
  readonly log: EventLog
  readonly announcesEnd: boolean
}

/** Words of a run that tell a person to sign in. */
const TELLS_TO_SIGN_IN: readonly string[] = ['login-rejected', 'login-expired']

/** A run that has met one of these, and does not say that the login was rejected, shows nothing about the login. */
const OTHER_CAUSES: readonly JobFault['kind'][] = ['cancel', 'kill', 'github-down', 'lost-answer', 'endpoint']

/** What a job began with. */
interface Start {
  readonly login: LoginWatch
  readonly refreshToken: string | null
  readonly hadOldSecret: boolean
}

class World {
  readonly #agenda = new Agenda()
  readonly #group = new ConcurrencyGroup<QueuedJob>()
  readonly #ledger = new Ledger()
  readonly #outages: Outages
  readonly #hours: TokenHours
  readonly #accessTokens: AccessTokens
  readonly #person: Person
  #nowMs: number
  #login: LoginWatch
  /** Whether a person will act on a failed run, or on the announcement of the end. */
  #willAct = false
  #knowsOfEnd = false

  constructor(
    private readonly plan: Plan,
    private readonly care: Care,
    private readonly around: Surroundings
  ) {
    this.#nowMs = plan.startMs
    this.#outages = new Outages(plan)
    this.#hours = new TokenHours(plan.startMs)
    this.#accessTokens = new AccessTokens(around.endpoint)
    this.#person = new Person(plan.seed)
    this.#login = new LoginWatch(care, around.endpoint, '')
  }

  async play(): Promise<Ledger> {
    this.#agenda.add(this.plan.startMs, () => this.#signIn())
    for (const job of this.plan.jobs)
      this.#agenda.add(job.queuedAtMs, () => {
        this.#queue(job)
      })
    for (let event = this.#next(); event !== null; event = this.#next()) {
      this.#moveTo(event.atMs)
      await event.act()
      this.#hours.see(this.#accessTokens.validUntil(this.care.accessToken, this.#nowMs))
    }
    this.#moveTo(this.plan.endMs)
    this.#ledger.hoursWithoutToken = this.#hours.without
    this.#ledger.reuses = this.around.endpoint.reuses
    return this.#ledger
  }

  #next(): ReturnType<Agenda['next']> {
    return this.#agenda.next(this.plan.endMs)
  }

  #moveTo(nowMs: number): void {
    this.#hours.moveTo(nowMs)
    this.#nowMs = nowMs
    this.around.clock.aheadMs = nowMs - Date.now()
  }

  #queue(job: PlannedJob): void {
    const queued = this.care.queue(job)
    if (job.isOutsideGroup) {
      this.#begin(queued)
      return
    }
    const { mayStart, cancelled } = this.#group.enter(queued)
    if (cancelled !== null) {
      this.#ledger.cancelledWaiting += 1
      this.#log(cancelled.job, 'cancelled while it waited')
    }
    if (mayStart) this.#begin(queued)
  }

  #begin(queued: QueuedJob): void {
    const job = { ...queued.job, fault: this.#outages.faultOf(queued.job, this.#nowMs) }
    const started = this.care.begin({ ...queued, job })
    const { refreshToken } = this.care
    const hadOldSecret = started.secret !== '' && refreshToken !== null && !started.secret.includes(refreshToken)
    const start = { login: this.#login, refreshToken, hadOldSecret }
    this.#agenda.add(this.#nowMs + SET_UP_MS, () => this.#run(started, start))
  }

  async #run(started: StartedJob, start: Start): Promise<void> {
    const { fault } = started.job
    if (fault?.kind === 'github-down' && fault.from === 'between check and store') {
      this.#outages.begin(this.#nowMs, fault.minutes)
    }
    const wasOverlapped = this.care.refreshToken !== start.refreshToken
    const end = await this.care.run(started)
    const job = { ...started.job, fault: end.isFaultMet ? fault : null }
    this.#ledger.addJob(end)
    this.#accessTokens.remember(this.around.endpoint.currentPair(this.#login.token).accessToken, this.#nowMs)
    const { hadOldSecret } = start
    this.#login.look({ job, atMs: this.#nowMs, wasOverlapped, hadOldSecret, sealed: end.sealed })
    this.#log(job, `${end.reason}${this.#login.loss?.job === job ? ', which loses the login' : ''}`)
    // A job that began before a sign-in says nothing about the new login.
    if (this.#login === start.login) this.#tell(job, end)
    this.#agenda.add(this.#nowMs + job.lastsMs + (end.waitedMs ?? 0), () => {
      this.#release(job)
    })
  }

  #release({ isOutsideGroup }: PlannedJob): void {
    const next = isOutsideGroup ? null : this.#group.leave()
    if (next !== null) this.#begin(next)
  }

  /** What a person learns from the end of a job. */
  #tell(job: PlannedJob, end: JobEnd): void {
    if (end.endsSoon && this.around.announcesEnd && !this.#knowsOfEnd) {
      this.#knowsOfEnd = true
      const delayMs = this.#person.afterAnnouncement()
      const login = this.#login
      if (delayMs !== null) this.#agenda.add(this.#nowMs + delayMs, () => this.#renew(login))
    }
    const isFalse = !this.#login.isDead && TELLS_TO_SIGN_IN.includes(end.reason)
    if (end.isSuccess || this.#willAct || !(isFalse || this.#login.sealed !== null || this.#isTold(job, end))) return
    this.#willAct = true
    const login = this.#login
    const alarm: Loss | null = isFalse ? falseAlarm(job, this.#nowMs) : null
    this.#agenda.add(this.#nowMs + this.#person.afterTrouble(), () => this.#mend(login, alarm))
  }

  /** Whether a failed run shows that the login is dead. */
  #isTold({ fault }: PlannedJob, { reason }: JobEnd): boolean {
    if (!this.#login.isDead) return false
    return TELLS_TO_SIGN_IN.includes(reason) || fault === null || !OTHER_CAUSES.includes(fault.kind)
  }

  /** A person acts on a failed run. */
  async #mend(login: LoginWatch, alarm: Loss | null): Promise<void> {
    const worksAtMs = this.#outages.githubWorksAt(this.#nowMs)
    if (worksAtMs > this.#nowMs) {
      this.#agenda.add(worksAtMs, () => this.#mend(login, alarm))
      return
    }
    this.#willAct = false
    if (this.#login !== login) return
    if (login.isDead) await this.#signInAgain(login.loss)
    else if (login.sealed !== null) await this.#storeByHand(login)
    else if (alarm !== null) await this.#signInAgain(alarm)
  }

  async #storeByHand(login: LoginWatch): Promise<void> {
    if (login.sealed === null) return
    const isStored = await this.care.storeByHand(login.sealed)
    if (isStored) this.#ledger.storedByHand += 1
    this.#say(isStored ? 'the person stored the secret' : 'the person found a newer secret')
    login.sealed = null
  }

  /** A person signs in before the end. */
  async #renew(login: LoginWatch): Promise<void> {
    if (this.#login === login) await this.#signInAgain(login.loss)
  }

  /** @param loss why it was needed; null if the login had reached its end, or will do so soon */
  async #signInAgain(loss: Loss | null): Promise<void> {
    if (loss === null) this.#ledger.plannedSignIns += 1
    else this.#ledger.unplannedSignIns.push({ atMs: this.#nowMs, loss })
    await this.#signIn()
  }

  async #signIn(): Promise<void> {
    await this.care.signIn()
    const { refreshToken } = this.care
    if (refreshToken === null) throw new Error('there is no login after a sign-in')
    const login = new LoginWatch(this.care, this.around.endpoint, refreshToken)
    this.#login = login
    this.#knowsOfEnd = false
    this.#accessTokens.remember(this.around.endpoint.currentPair(refreshToken).accessToken, this.#nowMs)
    this.#agenda.add(this.#nowMs + LOGIN_MS, () => {
      login.end()
      if (this.#login === login) this.#say('the login has ended')
    })
    this.#say('a person has signed in')
  }

  #log({ index, kind, fault }: PlannedJob, what: string): void {
    this.#say(`job ${index} (${kind}${fault === null ? '' : `, ${describeFault(fault)}`}): ${what}`)
  }

  #say(what: string): void {
    this.around.log(`${dayAndTime(this.#nowMs, this.plan)}: ${what}`)
  }
}

function falseAlarm(job: PlannedJob, atMs: number): Loss {
  return { how: 'false alarm', atMs, job, wasOverlapped: false, hadOldSecret: false, strandedBy: null }
}

/** `day 17, 2027-01-17 06:41`; the first day of a plan is day 1. */
export function dayAndTime(atMs: number, plan: Plan): string {
  return `day ${dayOf(atMs, plan)}, ${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')}`
}

/** The number of a day in its plan, from 1 on. */
export function dayOf(atMs: number, { startMs }: Plan): number {
  return Math.floor((atMs - startMs) / DAY_MS) + 1
}
