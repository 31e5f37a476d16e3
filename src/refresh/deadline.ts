import { performance } from 'node:perf_hooks'

/** The moment by which a run must be over, on the monotonic clock: a wall clock that jumps does not move it. */
export class Deadline {
  private constructor(private readonly atMs: number) {}

  /** The deadline that lies `seconds` after `startMs` (of `performance.now()`); 0 seconds means none. */
  static after(seconds: number, startMs = performance.now()): Deadline {
    return new Deadline(seconds === 0 ? Infinity : startMs + seconds * 1000)
  }

  /** Milliseconds left; 0 once it has passed, `Infinity` where there is no limit. */
  remainingMs(): number {
    return Math.max(0, this.atMs - performance.now())
  }

  hasPassed(): boolean {
    return this.remainingMs() === 0
  }
}
