import path from 'node:path'
import { parseLogin, type AnyLogin } from '../../src/core/credentials/credentials.js'
import { utcMinute } from '../../src/core/times.js'
import { MovedClock } from '../clock/moved-clock.js'
import { Dialogue } from '../dialogue.js'
import { WRITE_TOKEN } from '../github/github.js'
import type { StandInIssue } from '../github/issues.js'
import { CLR } from '../paths.js'
import type { Ended } from '../program.js'
import { pasteCode } from '../sign-in.js'
import { REPOSITORY, type ActResult } from './act.js'
import { CREDENTIALS, holdsPair, secretsWith, type ActContext } from './case.js'
import { newsOf, printStep } from './month-report.js'
import { RequestTally } from './request-tally.js'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** From a sign-in to the end of its login. */
export const LOGIN_MS = 28 * DAY_MS

/** How many refreshes there are, and the time between them: the last one is 2 hours before the end. */
export const REFRESHES = 100
const EVERY_MS = 6.7 * HOUR_MS

const WORKFLOW = 'examples/keepalive.yml'

/** A run of the example. */
export interface MonthRun {
  readonly result: ActResult
  /** The reason in its log. */
  readonly reason: string
  /** When it started, by the moved clock, in milliseconds since 1970. */
  readonly startMs: number
  /** As `RequestTally` has them. */
  readonly requests: readonly string[]
  readonly hasCurrentPair: boolean
  readonly isOneLine: boolean
  readonly login: AnyLogin
  /** The issues after it. */
  readonly issues: readonly StandInIssue[]
}

/** What happens to the login, step by step; each step is printed with its requests. */
export class Month {
  readonly #clock = new MovedClock()
  /** When the month begins, by the moved clock: tomorrow, so that no program has the clock of the machine. */
  readonly startMs = Date.now() + DAY_MS
  readonly #tally: RequestTally
  readonly #vault

  constructor(private readonly context: ActContext) {
    const { setup, github, registry } = context
    this.#tally = new RequestTally({ endpoint: setup.endpoint, github, registry })
    this.#vault = github.environment(REPOSITORY, 'claude')
    this.#vault.put('SECRETS_TOKEN', { text: WRITE_TOKEN })
    setup.endpoint.token.reply = { kind: 'ok', refreshTokenExpiresIn: LOGIN_MS / 1000 }
    setup.home.write('caller/bin/clr', `#!/bin/sh\nexec '${process.execPath}' '${CLR}' "$@"\n`, 0o755)
  }

  /** The login in the secret. */
  get login(): AnyLogin {
    return parseLogin(this.#vault.textOf(CREDENTIALS) ?? '')
  }

  /** Signs in with a command line, as in a terminal, at a time of the moved clock, in milliseconds since 1970. */
  async signInAt(atMs: number, line: string): Promise<Ended> {
    const { setup, github } = this.context
    this.#setClocks(atMs)
    const dialogue = Dialogue.byPipe(['/bin/sh', '-c', line], {
      ...setup.environment,
      ...this.#clock.environment,
      PATH: [setup.home.at('caller/bin'), setup.environment.PATH].join(path.delimiter),
      GITHUB_API_URL: github.apiUrl,
      GH_TOKEN: WRITE_TOKEN
    })
    await pasteCode(setup, dialogue)
    const ended = await dialogue.ended
    const title = `${this.#date({ startMs: atMs })}: clr login, exit ${ended.exitCode}`
    printStep(title, [`$ ${line}`, ended.stdout], this.#tally.take())
    return ended
  }

  /** Refreshes the login until shortly before its end. Runs that change no issue are printed together. */
  async refreshes(): Promise<readonly MonthRun[]> {
    const runs: MonthRun[] = []
    let unprinted: MonthRun[] = []
    const printUnprinted = (): void => {
      const [first, last] = [unprinted[0], unprinted.at(-1)]
      if (first === undefined || last === undefined) return
      const title = `refreshes ${runs.indexOf(first) + 1} to ${runs.indexOf(last) + 1}, ${endsOf(unprinted)}`
      const requests = unprinted.flatMap(run => run.requests)
      printStep(`${this.#date(first)} to ${this.#date(last)}: ${title}`, ['no issue is changed'], requests)
      unprinted = []
    }
    while (runs.length < REFRESHES && runs.every(({ result }) => result.exitCode === 0)) {
      const before = this.#issues
      const run = await this.#refresh(this.startMs + (runs.length + 1) * EVERY_MS)
      const news = newsOf(before, run.issues)
      if (news.length > 0) printUnprinted()
      runs.push(run)
      if (news.length === 0) unprinted.push(run)
      else printStep(`${this.#date(run)}: refresh ${runs.length}, ${endsOf([run])}`, news, run.requests)
    }
    printUnprinted()
    return runs
  }

  /** Refreshes the login at a time of the moved clock, in milliseconds since 1970. */
  async refreshAt(atMs: number, title: string): Promise<MonthRun> {
    const before = this.#issues
    const run = await this.#refresh(atMs)
    printStep(`${this.#date(run)}: ${title}, ${endsOf([run])}`, newsOf(before, run.issues), run.requests)
    return run
  }

  async #refresh(startMs: number): Promise<MonthRun> {
    const { runner, setup } = this.context
    this.#setClocks(startMs)
    const secrets = secretsWith(this.#vault.textOf(CREDENTIALS))
    const result = await runner.run({ workflow: WORKFLOW, event: 'schedule', secrets, env: this.#clock.environment })
    const text = this.#vault.textOf(CREDENTIALS) ?? ''
    const login = parseLogin(text)
    return {
      result,
      reason: /set-output:: reason=([\w-]+)/.exec(result.output)?.[1] ?? 'no reason',
      startMs,
      requests: this.#tally.take(),
      hasCurrentPair: holdsPair(text, setup.endpoint.currentPair(login.accessToken)),
      isOneLine: !text.includes('\n'),
      login,
      issues: this.#issues
    }
  }

  get #issues(): readonly StandInIssue[] {
    return this.context.runner.issues
  }

  /** Sets the clock of the next programs, and that of GitHub. */
  #setClocks(atMs: number): void {
    this.#clock.aheadMs = atMs - Date.now()
    this.context.github.clockAheadMs = this.#clock.aheadMs
  }

  #date({ startMs }: Pick<MonthRun, 'startMs'>): string {
    return `day ${((startMs - this.startMs) / DAY_MS).toFixed(1)} (${utcMinute(startMs)})`
  }
}

/** How some runs ended: `exit 0, refreshed`. */
function endsOf(runs: readonly MonthRun[]): string {
  return [...new Set(runs.map(({ result, reason }) => `exit ${result.exitCode}, ${reason}`))].join(' or ')
}
