import { PROBE_NAME } from '../../src/github-secrets/target.js'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import type { StandInGitHub } from '../../testing/github/github.js'
import type { MovedClock } from '../../testing/clock/moved-clock.js'
import type { Machine } from './machine.js'
import type { JobFault } from './plan.js'
import { MINUTE_MS } from './rates.js'

/** What such a fault changes. */
export interface Servers {
  readonly machine: Machine
  readonly clock: MovedClock
  readonly endpoint: Endpoint
  /** Null if the login is in no secret. */
  readonly github: StandInGitHub | null
  /** Whether the job asks GitHub before it sends the token. */
  readonly checksFirst: boolean
}

/** No program listens there. */
const CLOSED_PORT = 'http://127.0.0.1:1'

/** A fault of the token endpoint or of GitHub during one job. For any other fault it does nothing. */
export class NetworkFault implements Disposable {
  readonly #usualReply: TokenReply
  readonly #sentBefore: number
  #isGitHubMet = false

  constructor(
    private readonly fault: JobFault | null,
    private readonly servers: Servers
  ) {
    const { token, requests } = servers.endpoint
    this.#usualReply = token.reply
    this.#sentBefore = requests.token.length
    this.#armEndpoint()
    if (fault?.kind === 'github-down') this.#armGitHub(fault)
  }

  /** The variables of a job that cannot reach the endpoint. */
  get variables(): Readonly<Record<string, string>> {
    return this.#isUnreachable ? { HTTPS_PROXY: CLOSED_PORT, https_proxy: CLOSED_PORT } : {}
  }

  /** Whether the job has met it. @param isSuccess whether the job succeeded: nobody sees what does not arrive */
  isMet(isSuccess: boolean): boolean {
    const kind = this.fault?.kind
    if (kind === 'github-down') return this.#isGitHubMet
    if (this.#isUnreachable) return !isSuccess
    const isOfEndpoint = kind === 'endpoint' || kind === 'slow-answer' || kind === 'lost-answer'
    return isOfEndpoint && this.servers.endpoint.requests.token.length > this.#sentBefore
  }

  [Symbol.dispose](): void {
    this.servers.endpoint.token.reply = this.#usualReply
  }

  get #isUnreachable(): boolean {
    return this.fault?.kind === 'endpoint' && this.fault.status === 'unreachable'
  }

  #armEndpoint(): void {
    const { fault } = this
    const { token } = this.servers.endpoint
    const usual = this.#usualReply
    if (usual.kind !== 'ok') return
    if (fault?.kind === 'slow-answer')
      token.inTurn({ ...usual, rotateOn: 'arrival', delayMs: fault.seconds * 1000 }, usual)
    if (fault?.kind === 'lost-answer') token.inTurn({ kind: 'drop', rotate: true }, usual)
    if (fault?.kind === 'endpoint' && fault.status !== 'unreachable')
      token.reply = { kind: 'status', status: fault.status }
  }

  #armGitHub({ from, minutes }: JobFault & { readonly kind: 'github-down' }): void {
    const { github, checksFirst } = this.servers
    if (github === null) return
    const begin = (): void => {
      const endMs = this.#now(github) + minutes * MINUTE_MS
      github.faults.add({
        fault: { kind: 'status', status: 503 },
        times: Number.POSITIVE_INFINITY,
        isOver: () => {
          const isOver = this.#now(github) >= endMs
          this.#isGitHubMet ||= !isOver
          return isOver
        }
      })
    }
    // Before it sends the token, a job writes a probe, removes it again, and then looks at the secret.
    const beginAtNextLook = (): void => {
      github.faults.add({ method: 'GET', path: /\/secrets\/CLAUDE/, fault: { kind: 'meanwhile', act: begin } })
    }
    const atRemoval = { kind: 'meanwhile', act: beginAtNextLook } as const
    if (from === 'before the job' || !checksFirst) begin()
    else github.faults.add({ method: 'DELETE', path: new RegExp(PROBE_NAME), fault: atRemoval })
  }

  /** The time for GitHub, too: the program that asks it may have skipped waits. */
  #now(github: StandInGitHub): number {
    const { clock, machine } = this.servers
    github.clockAheadMs = clock.aheadMs + machine.unpassedWaitsMs
    return Date.now() + github.clockAheadMs
  }
}
