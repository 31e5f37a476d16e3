import type { Signals } from './clr/signals.js'
import type { ClrCall, RunningClr } from './clr/start.js'
import type { PostState } from './post-state.js'

/** What `main` and `post` need from their process; tests pass their own. */
export interface ActionContext {
  readonly env: NodeJS.ProcessEnv
  /** Absolute path of the bundle of `clr`. */
  readonly clrProgram: string
  readonly startClr: (call: ClrCall) => RunningClr
  /** Loads @actions/core; called while `clr` is running, or after it. */
  readonly loadToolkit: () => Promise<Toolkit>
  /** The runner's signals, recorded since this process started. */
  readonly signals: Signals
}

export interface StepContext extends ActionContext {
  /** What `main` saves for `post`. */
  readonly state: PostState
}

export type JobContext = Pick<StepContext, 'env' | 'state'>

/** What the action uses of @actions/core. */
export type Toolkit = Pick<
  typeof import('@actions/core'),
  'addPath' | 'setSecret' | 'setOutput' | 'error' | 'warning' | 'info' | 'group' | 'summary'
>
