import { performance } from 'node:perf_hooks'

/** The longest time that one timer can wait, in milliseconds; a longer one fires at once (Node.js, Timers). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** How long to wait: until the deadline, or until the caller cancels. */
export interface Patience {
  readonly deadline: Deadline
  readonly cancel: AbortSignal
}

/** When a run must be over, on the monotonic clock: jumps of the wall clock do not move it. */
export class Deadline {
  private constructor(private readonly atMs: number) {}

  /** The deadline `seconds` after `startMs`, on the clock of `performance.now()`; 0 seconds means no limit. */
  static after(seconds: number, startMs = performance.now()): Deadline {
    return new Deadline(seconds === 0 ? Infinity : startMs + seconds * 1000)
  }

  /** Milliseconds left; 0 once it has passed, `Infinity` if there is no limit. */
  remainingMs(): number {
    return Math.max(0, this.atMs - performance.now())
  }

  hasPassed(): boolean {
    return this.remainingMs() === 0
  }

  /**
   * Calls back once, when the deadline has passed, after this function has returned; never if there is no limit.
   * @returns a function that cancels the call
   */
  whenPassed(callback: () => void, longestTimerMs = LONGEST_TIMER_MS): () => void {
    let timer: NodeJS.Timeout | undefined
    const wait = (): void => {
      const ms = Math.min(Math.ceil(this.remainingMs()), longestTimerMs)
      timer = setTimeout(() => {
        if (this.hasPassed()) callback()
        else wait()
      }, ms)
    }
    if (this.atMs < Infinity) wait()
    return () => {
      clearTimeout(timer)
    }
  }
}
