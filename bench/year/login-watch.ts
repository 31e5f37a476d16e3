import type { Logins } from '../../testing/endpoint/logins.js'
import type { Care, SealedSecret } from './care.js'
import type { Loss } from './loss.js'
import type { PlannedJob } from './plan.js'
import { ACCESS_TOKEN_MS } from './rates.js'

/** A job that has just ended. */
export interface EndedJob {
  /** With the fault that it really met. */
  readonly job: PlannedJob
  readonly atMs: number
  readonly wasOverlapped: boolean
  readonly hadOldSecret: boolean
  readonly sealed: SealedSecret | null
}

/** What has become of the login of one sign-in, as nobody but the endpoint can know it. */
export class LoginWatch {
  /** How it was lost before its end; null if it was not. */
  loss: Loss | null = null
  /** The sealed text with which a person can bring the tokens back that the next job does not have; null if none is needed. */
  sealed: SealedSecret | null = null
  /** Whether it has reached its own end. */
  hasEnded = false
  #strandedBy: PlannedJob | null = null

  /** @param token any token of the login */
  constructor(
    private readonly care: Care,
    private readonly endpoint: Logins,
    readonly token: string
  ) {}

  /** Whether no job can refresh it any more, whatever a person stores. */
  get isDead(): boolean {
    return this.hasEnded || this.loss !== null
  }

  /** The login reaches its end: the endpoint accepts none of its tokens from now on. */
  end(): void {
    this.hasEnded = true
    this.endpoint.revoke(this.token)
  }

  /** Looks, after a job, whether the login is lost. */
  look({ sealed, ...ended }: EndedJob): void {
    if (this.isDead) return
    const { refreshToken } = this.endpoint.currentPair(this.token)
    const isStranded = this.care.refreshToken !== refreshToken
    if (!isStranded) this.#strandedBy = this.sealed = null
    else this.sealed = sealed ?? this.sealed
    const survives = this.sealed !== null || this.care.survivingTexts().some(text => text.includes(refreshToken))
    const isRevoked = this.endpoint.isRevoked(this.token)
    if (isRevoked || !survives) {
      this.loss = { ...ended, how: isRevoked ? 'revoked' : 'gone', strandedBy: this.#strandedBy }
    } else if (isStranded) this.#strandedBy ??= ended.job
  }
}

/** Until when each access token is valid. */
export class AccessTokens {
  readonly #validUntilMs = new Map<string, number>()

  constructor(private readonly endpoint: Logins) {}

  /** The endpoint has just issued this one, if it was not seen before. */
  remember(token: string, nowMs: number): void {
    if (!this.#validUntilMs.has(token)) this.#validUntilMs.set(token, nowMs + ACCESS_TOKEN_MS)
  }

  /** In milliseconds since 1970; 0 if it is not valid at all. */
  validUntil(token: string | null, nowMs: number): number {
    if (token === null || this.endpoint.accountOf(token) === undefined || this.endpoint.isRevoked(token)) return 0
    this.remember(token, nowMs)
    return this.#validUntilMs.get(token) ?? 0
  }
}
