import type { Care, JobEnd } from '../../../bench/year/care.js'
import { CONTENDERS } from '../../../bench/year/contenders.js'
import type { JobFault, PlannedJob } from '../../../bench/year/plan.js'
import { HOUR_MS, LOGIN_MS, MINUTE_MS } from '../../../bench/year/rates.js'
import { MovedClock } from '../../../testing/clock/moved-clock.js'
import { startEndpoint, type Endpoint } from '../../../testing/endpoint/endpoint.js'

/** Plays single jobs of one row, 6 hours apart. A login that a job has lost is replaced before the next one. */
export class Play implements AsyncDisposable {
  #atMs = Date.now() + 24 * HOUR_MS
  #index = 0
  /** Any token of the login. */
  #token = ''

  private constructor(
    readonly endpoint: Endpoint,
    readonly care: Care,
    private readonly clock: MovedClock
  ) {}

  static async start(row: string): Promise<Play> {
    const endpoint = await startEndpoint({ token: { kind: 'ok', refreshTokenExpiresIn: LOGIN_MS / 1000 } })
    const contender = CONTENDERS.find(({ name }) => name === row)
    if (contender === undefined) throw new Error(`there is no row ${row}`)
    const clock = new MovedClock()
    return new Play(endpoint, await contender.start({ clock, endpoint }), clock)
  }

  async signIn(): Promise<void> {
    this.#pass(MINUTE_MS)
    await this.care.signIn()
    this.#token = this.care.refreshToken ?? ''
  }

  async run(fault: JobFault | null = null, more: Partial<PlannedJob> = {}): Promise<JobEnd> {
    if (this.#token === '' || !this.isLoginKept) await this.signIn()
    this.#pass(6 * HOUR_MS)
    return this.care.run(this.care.begin(this.care.queue(this.#job(fault, more))))
  }

  /** Whether the current pair of the login is somewhere where a later job, or a person, can get it. */
  get isLoginKept(): boolean {
    if (this.endpoint.isRevoked(this.#token)) return false
    const { refreshToken } = this.endpoint.currentPair(this.#token)
    return this.care.survivingTexts().some(text => text.includes(refreshToken))
  }

  /** Whether the next job gets the current pair. */
  get hasNextJobTheLogin(): boolean {
    return this.care.refreshToken === this.endpoint.currentPair(this.#token).refreshToken
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.care[Symbol.asyncDispose]()
    await this.endpoint.close()
  }

  #job(fault: JobFault | null, more: Partial<PlannedJob>): PlannedJob {
    this.#index += 1
    return {
      index: this.#index,
      kind: 'keep-alive',
      queuedAtMs: this.#atMs,
      lastsMs: 2 * MINUTE_MS,
      fault,
      isOutsideGroup: false,
      ...more
    }
  }

  #pass(ms: number): void {
    this.#atMs += ms
    this.clock.aheadMs = this.#atMs - Date.now()
  }
}
