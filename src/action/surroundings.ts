import type { ClrCall, RunningClr } from './clr/start.js'
import type { Signals } from './clr/signals.js'
import type { Toolkit } from './toolkit.js'

/** What the action needs of the world around it. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  /** Absolute path of the bundle of `clr`. */
  readonly clrProgram: string
  readonly startClr: (call: ClrCall) => RunningClr
  /** Loads @actions/core; called while `clr` is at work, or after it. */
  readonly loadToolkit: () => Promise<Toolkit>
  /** What the runner asks for, from the start of this process on. */
  readonly signals: Signals
}
