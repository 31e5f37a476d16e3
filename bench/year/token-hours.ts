import { HOUR_MS } from './rates.js'

/** Adds up, exactly, how long there was no valid access token. All times are in milliseconds. */
export class TokenHours {
  #withoutMs = 0
  #nowMs: number
  #validUntilMs = 0

  constructor(startMs: number) {
    this.#nowMs = startMs
  }

  /** How long there was no valid token until now. */
  get without(): number {
    return this.#withoutMs / HOUR_MS
  }

  moveTo(nowMs: number): void {
    const invalidFromMs = Math.max(this.#nowMs, this.#validUntilMs)
    this.#withoutMs += Math.max(0, nowMs - invalidFromMs)
    this.#nowMs = nowMs
  }

  /** From now on, the token that users find is valid until then; 0 if there is none. */
  see(validUntilMs: number): void {
    this.#validUntilMs = validUntilMs
  }
}
