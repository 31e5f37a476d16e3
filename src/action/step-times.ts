import { performance } from 'node:perf_hooks'
import type { Phase } from '../core/report.js'

/** Measures the phases of a step, in the order in which they end. */
export class StepTimes {
  readonly #phases: Phase[] = []

  /** Does some work, and adds how long it took as a phase, whether or not it succeeds. */
  async measure<T>(name: string, work: () => Promise<T>): Promise<T> {
    const startMs = performance.now()
    try {
      return await work()
    } finally {
      this.#phases.push({ name, ms: performance.now() - startMs })
    }
  }

  /** Adds phases that something else has measured. */
  add(...phases: readonly Phase[]): void {
    this.#phases.push(...phases)
  }

  get phases(): readonly Phase[] {
    return this.#phases
  }
}

/** How long a step took. */
export interface Times {
  readonly phases: readonly Phase[]
  /** From the start of the program, in milliseconds: more than the phases, which are not everything. */
  readonly totalMs: number
}

/** The times of this program so far. */
export function timesUntilNow({ phases }: StepTimes): Times {
  return { phases, totalMs: performance.now() }
}

/** A time for people: `0.42 s`, `6.2 s`. */
export function describeSeconds(ms: number): string {
  return `${(ms / 1_000).toFixed(ms < 1_000 ? 2 : 1)} s`
}
