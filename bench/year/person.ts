import { Random } from './random.js'
import { PERSON } from './rates.js'

/** When a person who looks after a login does something about it. The same for the same seed. */
export class Person {
  readonly #random: Random

  constructor(seed: number) {
    this.#random = new Random(seed, 'person')
  }

  /** How long after a failed run, in milliseconds. */
  afterTrouble(): number {
    const { fromMs, toMs } = PERSON.trouble.takes
    return Math.round(this.#random.between(fromMs, toMs))
  }

  /** How long after the announcement that the login ends; null if it is forgotten. */
  afterAnnouncement(): number | null {
    const { chance, takes } = PERSON.end
    const delayMs = Math.round(this.#random.between(takes.fromMs, takes.toMs))
    return this.#random.chance(chance) ? delayMs : null
  }
}
