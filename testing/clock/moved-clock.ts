import path from 'node:path'

const PRELOAD = path.join(import.meta.dirname, 'preload.cjs')
const SKIPS_WAITS = path.join(import.meta.dirname, 'skips-waits.cjs')

/** A clock that is ahead of the machine's, for programs that are started with its variables. */
export class MovedClock {
  /** How far it is ahead, in milliseconds. A running program keeps the clock that it was started with. */
  aheadMs = 0

  /** Its time, in milliseconds since 1970. */
  get nowMs(): number {
    return Date.now() + this.aheadMs
  }

  /** The variables that give a Node, the CLI, and all programs that these start, this clock. */
  get environment(): Readonly<Record<string, string>> {
    return {
      CLOCK_AHEAD_MS: String(this.aheadMs),
      NODE_OPTIONS: `--require=${PRELOAD}`,
      BUN_OPTIONS: `--preload=${PRELOAD}`
    }
  }

  /**
   * The same, and the waits of `main` and `post` between their tries take no time: their clock jumps ahead.
   * @param file gets a line for each wait, in milliseconds
   */
  withoutWaits(file: string): Readonly<Record<string, string>> {
    const { environment } = this
    return {
      ...environment,
      NODE_OPTIONS: `${environment.NODE_OPTIONS ?? ''} --require=${SKIPS_WAITS}`,
      LC_WAITS: file
    }
  }
}
