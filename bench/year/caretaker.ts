import type { JobEnd } from './care.js'
import { LoginWatch } from './login-watch.js'
import type { Loss } from './loss.js'
import { Person } from './person.js'
import type { JobFault, PlannedJob } from './plan.js'
import { LOGIN_MS } from './rates.js'
import type { Scene } from './scene.js'

/** Reasons of a run that tell a person to sign in. */
const TELLS_TO_SIGN_IN: readonly string[] = ['login-rejected', 'login-expired']

/** A run that has met one of these, and does not say that the login was rejected, shows nothing about the login. */
const OTHER_CAUSES: readonly JobFault['kind'][] = ['cancel', 'kill', 'github-down', 'lost-answer', 'endpoint']

/** A person who looks after a login: signs in, learns of trouble from the runs, and does something about it later. */
export class Caretaker {
  readonly #person: Person
  #login: LoginWatch
  /** Whether the person is going to act on a failed run. */
  #willAct = false
  #knowsOfEnd = false

  constructor(private readonly scene: Scene) {
    this.#person = new Person(scene.plan.seed)
    this.#login = new LoginWatch(scene.care, scene.endpoint, '')
  }

  /** The login of the last sign-in. */
  get login(): LoginWatch {
    return this.#login
  }

  async signIn(): Promise<void> {
    const { care, endpoint, agenda, say } = this.scene
    await care.signIn()
    if (care.refreshToken === null) throw new Error('there is no login after a sign-in')
    const login = new LoginWatch(care, endpoint, care.refreshToken)
    this.#login = login
    this.#willAct = this.#knowsOfEnd = false
    agenda.add(agenda.nowMs + LOGIN_MS, () => {
      login.end()
      if (this.#login === login) say('the login has ended')
    })
    say('a person has signed in')
  }

  /** What a person learns from the end of a job. */
  learnFrom(job: PlannedJob, end: JobEnd): void {
    const { agenda, announcesEnd } = this.scene
    const login = this.#login
    if (end.endsSoon && announcesEnd && !this.#knowsOfEnd) {
      this.#knowsOfEnd = true
      const delayMs = this.#person.afterAnnouncement()
      if (delayMs !== null) agenda.add(agenda.nowMs + delayMs, () => this.#renew(login))
    }
    const isFalse = !login.isDead && TELLS_TO_SIGN_IN.includes(end.reason)
    const isAskedFor = isFalse || login.sealed !== null || this.#isTold(job, end)
    if (end.isSuccess || this.#willAct || !isAskedFor) return
    this.#willAct = true
    const alarm = isFalse ? falseAlarm(job, agenda.nowMs) : null
    agenda.add(agenda.nowMs + this.#person.afterTrouble(), () => this.#mend(login, alarm))
  }

  /** Whether a failed run shows that the login is dead. */
  #isTold({ fault }: PlannedJob, { reason }: JobEnd): boolean {
    if (!this.#login.isDead) return false
    return TELLS_TO_SIGN_IN.includes(reason) || fault === null || !OTHER_CAUSES.includes(fault.kind)
  }

  /** Acts on a failed run. */
  async #mend(login: LoginWatch, alarm: Loss | null): Promise<void> {
    if (this.#login !== login) return
    const { agenda, outages } = this.scene
    const worksAtMs = outages.githubWorksAt(agenda.nowMs)
    if (worksAtMs > agenda.nowMs) {
      agenda.add(worksAtMs, () => this.#mend(login, alarm))
      return
    }
    this.#willAct = false
    if (login.isDead) await this.#signInAgain(login.loss)
    else if (login.sealed !== null) await this.#storeByHand(login)
    else if (alarm !== null) await this.#signInAgain(alarm)
  }

  async #storeByHand(login: LoginWatch): Promise<void> {
    const { care, ledger, say } = this.scene
    if (login.sealed === null) return
    const isStored = await care.storeByHand(login.sealed)
    if (isStored) ledger.storedByHand += 1
    say(isStored ? 'the person stored the secret' : 'the person found a newer secret')
    login.sealed = null
  }

  /** Signs in before the end. */
  async #renew(login: LoginWatch): Promise<void> {
    if (this.#login === login) await this.#signInAgain(login.loss)
  }

  /** @param loss why it was needed; null if the login had reached its end, or will do so soon */
  async #signInAgain(loss: Loss | null): Promise<void> {
    const { ledger, agenda } = this.scene
    if (loss === null) ledger.plannedSignIns += 1
    else ledger.unplannedSignIns.push({ atMs: agenda.nowMs, loss })
    await this.signIn()
  }
}

function falseAlarm(job: PlannedJob, atMs: number): Loss {
  return { how: 'false alarm', atMs, job, wasOverlapped: false, hadOldSecret: false, strandedBy: null }
}
