import { performance } from 'node:perf_hooks'

/** As long as one timer can wait, in milliseconds (Node.js, Timers: a longer one fires at once). */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** How long to wait for something: until the deadline, or until the caller cancels. */
export interface Patience {
  readonly deadline: Deadline
  readonly cancel: AbortSignal
}

/** The moment by which a run must be over, on the monotonic clock: a wall clock that jumps does not move it. */
export class Deadline {
  private constructor(private readonly atMs: number) {}

  /** The deadline that lies `seconds` after `startMs` (of `performance.now()`); 0 seconds means none. */
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

  /** Calls once when it has passed, and not before this has returned; never if there is no limit. @returns a function that cancels it */
  whenPassed(callback: () => void, longestTimerMs = LONGEST_TIMER_MS): () => void {
    let timer: NodeJS.Timeout | undefined
    const wait = (): void => {
      timer = setTimeout(
        () => {
          if (this.hasPassed()) callback()
          else wait()
        },
        Math.min(Math.ceil(this.remainingMs()), longestTimerMs)
      )
    }
    if (this.atMs < Infinity) wait()
    return () => {
      clearTimeout(timer)
    }
  }
}
