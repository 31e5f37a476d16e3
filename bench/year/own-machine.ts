import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loginOrNull, type AnyLogin } from '../../src/core/credentials/credentials.js'
import { isJsonObject, parseJson } from '../../src/core/json.js'
import { readTextOrEmpty } from '../../src/core/system/read.js'
import { startProgram } from '../../testing/program.js'
import { CREDENTIALS } from '../../testing/test-home.js'
import type { Care, JobEnd, QueuedJob, Setting, StartedJob } from './care.js'
import { runJob, type Meanwhile } from './job.js'
import { Machine } from './machine.js'
import type { PlannedJob } from './plan.js'
import { newLoginText, signInByClr } from './sign-in.js'
import type { Step } from './steps.js'

/** How a row on a machine of its own looks after its login. */
export interface OwnWay {
  readonly steps: Readonly<Record<PlannedJob['kind'], readonly Step[]>>
  /** Programs that the machine has. */
  readonly programs?: Readonly<Record<string, string>>
  /** Whether people sign in by `clr login`; else a new login is put into the file. */
  readonly signsInByClr: boolean
}

const AT_START = 'the start of the job'

/** Longer than a session needs until it wants the locks, in milliseconds. */
const SESSION_STARTS_MS = 400

/** The login in a file of a machine that stays: jobs use it, and people who work there. */
export class OwnCare implements Care {
  readonly #machine: Machine
  readonly #creds: string

  constructor(
    private readonly setting: Setting,
    private readonly way: OwnWay
  ) {
    this.#machine = new Machine(setting, 'kept')
    this.#creds = path.join(this.#machine.home, CREDENTIALS)
    for (const [name, script] of Object.entries(way.programs ?? {})) this.#machine.install(name, script)
    mkdirSync(path.dirname(this.#creds), { mode: 0o700 })
  }

  queue(job: PlannedJob): QueuedJob {
    return { job, repositorySecret: null }
  }

  begin({ job }: QueuedJob): StartedJob {
    return { job, secret: '' }
  }

  async run({ job }: StartedJob): Promise<JobEnd> {
    const machine = this.#machine
    machine.begin()
    const call = { job, machine, steps: this.way.steps[job.kind] }
    const place = { ...this.setting, github: null }
    switch (job.fault?.kind) {
      case 'session':
        return runJob({ ...call, meanwhile: this.#session(job) }, place)
      case 'overlap': {
        const other = { job: { ...job, fault: null }, machine, steps: this.way.steps['keep-alive'] }
        return runJob({ ...call, meanwhile: { from: AT_START, act: () => runJob(other, place) } }, place)
      }
      default:
        return runJob(call, place)
    }
  }

  async signIn(): Promise<void> {
    const { clock, endpoint } = this.setting
    if (this.way.signsInByClr) {
      await signInByClr(['--creds', this.#creds, '--replace'], this.#machine.environment('real'), endpoint)
    } else {
      writeFileSync(this.#creds, newLoginText(clock, endpoint), { mode: 0o600 })
    }
  }

  /** No summary has a command: there is no secret. */
  storeByHand(): Promise<boolean> {
    return Promise.resolve(false)
  }

  get accessToken(): string | null {
    return this.#login?.accessToken ?? null
  }

  get refreshToken(): string | null {
    return this.#login?.refreshToken ?? null
  }

  survivingTexts(): readonly string[] {
    return this.#machine.texts
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#machine[Symbol.dispose]()
    return Promise.resolve()
  }

  /**
   * A session in the same HOME whose access token the API has refused, so it refreshes now: at the start of every other job, or
   * while the job is at its exchange, whose answer then takes a little longer.
   */
  #session({ index }: PlannedJob): Meanwhile {
    const env = { ...this.#machine.environment('small'), LC_FORCED: '1', LC_SILENT: '1' }
    const act = (): Promise<unknown> => startProgram(['claude'], { env, cwd: this.#machine.home }).ended
    if (index % 2 === 0) return { from: AT_START, act }
    const { token } = this.setting.endpoint
    const { reply } = token
    if (reply.kind === 'ok') token.inTurn({ ...reply, rotateOn: 'arrival', delayMs: SESSION_STARTS_MS }, reply)
    return { from: 'the arrival of its token at the endpoint', act }
  }

  get #login(): AnyLogin | null {
    const document = parseJson(readTextOrEmpty(this.#creds))
    return isJsonObject(document) ? loginOrNull(document) : null
  }
}
