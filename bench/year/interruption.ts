import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { killProcess } from '../../src/action/clr/signals.js'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import type { StandInGitHub } from '../../testing/github/github.js'
import type { Machine } from './machine.js'
import type { JobFault, Point } from './plan.js'

/** What an interruption can reach. */
export interface Surroundings {
  readonly machine: Machine
  readonly endpoint: Endpoint
  /** Null if the login is in no secret. */
  readonly github: StandInGitHub | null
  /** The name of the secret with the login. */
  readonly secret: string
}

/** A runner that cancels a job sends SIGINT, SIGTERM so much later, and kills the whole tree after that; in milliseconds. */
const TERM_AFTER_MS = 7_500
const KILL_AFTER_MS = 2_500

/** How often we look whether a program has stopped at its point, in milliseconds. */
const LOOK_MS = 3

const STOPS_AFTER_WRITE_BACK = path.join(import.meta.dirname, 'stops-after-write-back.cjs')

/** Cancels a job, or cuts the power of its machine, at a point of the job. For any other fault it does nothing. */
export class Interruption implements Disposable {
  /** What has happened to the job. */
  state: 'none' | 'cancelled' | 'killed' = 'none'
  readonly #kind: 'cancel' | 'kill' | null = null
  readonly #point: Point | null = null
  readonly #usualReply: TokenReply
  readonly #sentBefore: number
  readonly #look: NodeJS.Timeout | undefined
  #signals: NodeJS.Timeout[] = []
  #release = (): void => undefined
  #pid = 0

  constructor(
    fault: JobFault | null,
    private readonly around: Surroundings
  ) {
    const { token, requests } = around.endpoint
    this.#usualReply = token.reply
    this.#sentBefore = requests.token.length
    if (fault?.kind !== 'cancel' && fault?.kind !== 'kill') return
    this.#kind = fault.kind
    this.#point = fault.point
    this.#armEndpoint()
    this.#armGitHub()
    this.#look = setInterval(() => {
      if (this.#isReached) this.#fire()
    }, LOOK_MS)
  }

  /** The variables that make the programs of the job stop at the point. */
  variablesFor(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    if (this.#point === null) return {}
    const variables = { LC_POINT: this.#point, LC_POINT_FOLDER: this.around.machine.notes }
    if (this.#point !== 'with the file written back') return variables
    return { ...variables, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} --require=${STOPS_AFTER_WRITE_BACK}` }
  }

  /** The program that is signalled from now on. */
  runs(pid: number): void {
    this.#pid = pid
  }

  /** That program has ended. */
  ran(): void {
    this.#pid = 0
    for (const timer of this.#signals) clearTimeout(timer)
    this.#signals = []
  }

  /** The job has come to a point between two programs. */
  reach(point: Point): void {
    if (point === this.#point) this.#fire()
  }

  [Symbol.dispose](): void {
    clearInterval(this.#look)
    this.ran()
    this.around.endpoint.token.reply = this.#usualReply
    this.#release()
  }

  get #isReached(): boolean {
    const isSent = this.around.endpoint.requests.token.length > this.#sentBefore
    return existsSync(this.#note('reached')) || (this.#point === 'with the token sent' && isSent)
  }

  /** The endpoint rotates the token only once the job has been interrupted. */
  #armEndpoint(): void {
    const reply = this.#usualReply
    if (this.#point !== 'with the token sent' || reply.kind !== 'ok') return
    const after = new Promise<void>(resolve => (this.#release = resolve))
    this.around.endpoint.token.inTurn({ ...reply, after }, reply)
  }

  #armGitHub(): void {
    const { github, secret } = this.around
    if (github === null) return
    const ofSecret = new RegExp(`/secrets/${secret}$`)
    const fire = (): void => {
      this.#fire()
    }
    const onPut = (act: () => void): void => {
      github.faults.add({ method: 'PUT', path: ofSecret, fault: { kind: 'meanwhile', act } })
    }
    if (this.#point === "as GitHub has the secret's request") onPut(fire)
    // `main` reads the secret again right after it has stored it.
    if (this.#point === 'after the secret is stored') {
      onPut(() => {
        github.faults.add({ method: 'GET', path: ofSecret, fault: { kind: 'meanwhile', act: fire } })
      })
    }
  }

  /** Kills or signals first. Only then may the programs, and the endpoint, go on. */
  #fire(): void {
    if (this.state !== 'none') return
    clearInterval(this.#look)
    if (this.#kind === 'kill') {
      this.state = 'killed'
      this.around.machine.cutPower()
    } else {
      this.state = 'cancelled'
      this.#cancel(this.#pid)
    }
    writeFileSync(this.#note('go'), '')
    this.#release()
  }

  /** As a runner cancels a step. @param pid 0: no program is running */
  #cancel(pid: number): void {
    if (pid === 0) return
    killProcess(pid, 'SIGINT')
    this.#later(TERM_AFTER_MS, () => {
      killProcess(pid, 'SIGTERM')
      this.#later(KILL_AFTER_MS, () => {
        this.around.machine.cutPower()
      })
    })
  }

  #later(ms: number, act: () => void): void {
    this.#signals.push(setTimeout(act, ms))
  }

  #note(name: string): string {
    return path.join(this.around.machine.notes, name)
  }
}
