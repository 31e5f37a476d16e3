/** A process as its system shows it. */
export interface SeenProcess {
  /** When it started, in the system's own words: two processes that ever have one pid differ in it. */
  readonly start: string
  /** It has ended, and its parent has not noticed yet. */
  readonly isZombie: boolean
}

/** Within it a pid and a start time identify a process. Null is what the system does not say. */
export interface World {
  readonly bootId: string | null
  readonly pidNamespace: string | null
}

/** What one system says about its processes. */
export interface ProcessTable {
  /** The world of this very process. */
  readonly world: () => World
  /** Null if there is no such process, or if the system does not show it. */
  readonly see: (pid: number) => SeenProcess | null
  /** Shell commands that set `$stat` to a line from which `startIn` and the pid of that shell can be read. */
  readonly recordInShell: string
}
