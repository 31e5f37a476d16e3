import { createHash } from 'node:crypto'

/** Numbers that look random, and are the same for the same words. */
export class Random {
  readonly #words: string
  #drawn = 0

  constructor(...words: readonly (string | number)[]) {
    this.#words = words.join(' ')
  }

  /** From 0 (included) to 1 (not included). */
  next(): number {
    this.#drawn += 1
    const digest = createHash('sha256').update(`${this.#words} ${this.#drawn}`).digest()
    return digest.readUIntBE(0, 6) / 2 ** 48
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** Evenly distributed. */
  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  /** Distributed so that each doubling is equally likely, as times to repair something are. */
  spread(low: number, high: number): number {
    return low * (high / low) ** this.next()
  }

  /** One of these, each equally likely. */
  oneOf<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.next() * values.length)]
    if (value === undefined) throw new Error('there is nothing to choose from')
    return value
  }
}
