import { loginOrNull, type AnyLogin } from '../../src/core/credentials/credentials.js'
import { isJsonObject, parseJson } from '../../src/core/json.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import type { Vault } from '../../testing/github/vault.js'
import type { Care, JobEnd, QueuedJob, SealedSecret, Setting, StartedJob } from './care.js'
import { CREDENTIALS_SECRET, runJob, type JobCall } from './job.js'
import { Machine, REPOSITORY } from './machine.js'
import type { PlannedJob } from './plan.js'
import { newLoginText, signInByClr } from './sign-in.js'
import { SmallGh } from './small-gh.js'
import type { Step } from './steps.js'

/** How a row on hosted runners looks after its login. */
export interface HostedWay {
  /** Where the secret with the login is. A repository's secrets are read when a run is queued. */
  readonly place: 'environment' | 'repository'
  readonly steps: Readonly<Record<PlannedJob['kind'], readonly Step[]>>
  /** Programs that its runners have. */
  readonly programs?: Readonly<Record<string, string>>
  readonly checksFirst: boolean
  /** How many of its sign-ins are made by `clr login`; all others put a new login into the secret. */
  readonly signInsByClr: number
  /** The secret with the access token for other workflows; by default they read the login itself. */
  readonly accessTokenSecret?: string
}

const ENVIRONMENT = 'claude'

/** The login in a secret: each job gets it on a new machine, whose disk is wiped afterwards. */
export class HostedCare implements Care {
  readonly #machine: Machine
  /** The machine of a job that overlaps another one. */
  readonly #other: Machine
  /** The computer on which a person signs in. */
  readonly #desk: Machine
  readonly #vault: Vault
  #signInsByClr = 0

  private constructor(
    private readonly setting: Setting,
    private readonly way: HostedWay,
    private readonly servers: { readonly github: StandInGitHub; readonly gh: SmallGh }
  ) {
    const { github, gh } = servers
    github.repository(REPOSITORY)
    this.#vault =
      way.place === 'environment' ? github.environment(REPOSITORY, ENVIRONMENT) : github.repository(REPOSITORY)
    this.#machine = new Machine(setting, 'wiped')
    this.#other = new Machine(setting, 'wiped')
    this.#desk = new Machine(setting, 'kept')
    for (const [name, script] of Object.entries({ gh: gh.script, ...way.programs })) {
      for (const machine of [this.#machine, this.#other]) machine.install(name, script)
    }
  }

  static async start(setting: Setting, way: HostedWay): Promise<HostedCare> {
    const github = await startGitHub()
    return new HostedCare(setting, way, { github, gh: await SmallGh.start(github.apiUrl) })
  }

  queue(job: PlannedJob): QueuedJob {
    return { job, repositorySecret: this.way.place === 'repository' ? this.#secret : null }
  }

  begin({ job, repositorySecret }: QueuedJob): StartedJob {
    return { job, secret: (this.way.place === 'repository' ? repositorySecret : this.#secret) ?? '' }
  }

  async run(started: StartedJob): Promise<JobEnd> {
    return started.job.fault?.kind === 'overlap' ? this.#runOverlapped(started) : this.#run(started)
  }

  /** The endpoint answers the job only once another one, on another machine, has used the same login. */
  async #runOverlapped(started: StartedJob): Promise<JobEnd> {
    const { token } = this.setting.endpoint
    const { reply } = token
    let release = (): void => undefined
    const after = new Promise<void>(resolve => (release = resolve))
    if (reply.kind === 'ok') token.inTurn({ ...reply, after }, reply)
    const other: StartedJob = { ...started, job: { ...started.job, kind: 'keep-alive', fault: null } }
    const act = (): Promise<unknown> => this.#run(other, { machine: this.#other }).finally(release)
    try {
      return await this.#run(started, { meanwhile: { from: 'the arrival of its token at the endpoint', act } })
    } finally {
      token.reply = reply
    }
  }

  async signIn(): Promise<void> {
    const { clock, endpoint } = this.setting
    const { github } = this.servers
    github.clockAheadMs = clock.aheadMs
    if (this.#signInsByClr >= this.way.signInsByClr) {
      this.#vault.put(CREDENTIALS_SECRET, { text: newLoginText(clock, endpoint) })
      return
    }
    this.#signInsByClr += 1
    const place = this.way.place === 'environment' ? ['--env', ENVIRONMENT] : []
    const args = ['--secret', CREDENTIALS_SECRET, '--repo', REPOSITORY, ...place]
    const env = { ...this.#desk.environment('real'), GITHUB_API_URL: github.apiUrl, GH_TOKEN: WRITE_TOKEN }
    await signInByClr(args, env, endpoint)
  }

  async storeByHand({ madeAtMs, writes }: SealedSecret): Promise<boolean> {
    const { github } = this.servers
    github.clockAheadMs = this.setting.clock.aheadMs
    if ((this.#vault.secrets.get(CREDENTIALS_SECRET)?.updatedAtMs ?? 0) > madeAtMs) return false
    const answers = writes.map(async ({ path, keyId, encryptedValue }) => {
      const body = JSON.stringify({ encrypted_value: encryptedValue, key_id: keyId })
      const headers = { authorization: `Bearer ${WRITE_TOKEN}` }
      return (await fetch(`${github.apiUrl}${path}`, { method: 'PUT', headers, body })).ok
    })
    return (await Promise.all(answers)).every(isOk => isOk)
  }

  get accessToken(): string | null {
    const { accessTokenSecret } = this.way
    if (accessTokenSecret === undefined) return this.#login?.accessToken ?? null
    return this.servers.github.repository(REPOSITORY).textOf(accessTokenSecret) ?? null
  }

  get refreshToken(): string | null {
    return this.#login?.refreshToken ?? null
  }

  survivingTexts(): readonly string[] {
    const { github } = this.servers
    const vaults = new Set([this.#vault, github.repository(REPOSITORY)])
    return [...vaults].flatMap(vault => [...vault.secrets.values()].map(({ text }) => text))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const machine of [this.#machine, this.#other, this.#desk]) machine[Symbol.dispose]()
    await this.servers.gh[Symbol.asyncDispose]()
    await this.servers.github.close()
  }

  async #run({ job, secret }: StartedJob, more: Partial<JobCall> = {}): Promise<JobEnd> {
    const { machine = this.#machine } = more
    machine.begin()
    const call: JobCall = {
      job,
      machine,
      steps: this.way.steps[job.kind],
      names: { [`secrets.${CREDENTIALS_SECRET}`]: secret, 'secrets.SECRETS_TOKEN': WRITE_TOKEN },
      checksFirst: this.way.checksFirst,
      ...more
    }
    const end = await runJob(call, { ...this.setting, github: this.servers.github })
    machine.begin() // it is wiped
    return end
  }

  get #secret(): string | null {
    return this.#vault.textOf(CREDENTIALS_SECRET) ?? null
  }

  get #login(): AnyLogin | null {
    const document = parseJson(this.#secret ?? '')
    return isJsonObject(document) ? loginOrNull(document) : null
  }
}
