import type { Signals } from './clr/signals.js'
import type { ClrCall, RunningClr } from './clr/start.js'
import type { PostState } from './post-state.js'

/** What a program of the action is given by the process that it runs in; a test gives its own. */
export interface ActionContext {
  readonly env: NodeJS.ProcessEnv
  /** Absolute path of the bundle of `clr`. */
  readonly clrProgram: string
  readonly startClr: (call: ClrCall) => RunningClr
  /** Loads @actions/core; called while `clr` is at work, or after it. */
  readonly loadToolkit: () => Promise<Toolkit>
  /** What the runner asks for, from the start of this process on. */
  readonly signals: Signals
}

/** What a step knows of its job. */
export interface JobContext {
  readonly env: NodeJS.ProcessEnv
  /** What `main` saves for `post`. */
  readonly state: PostState
}

/** What the parts of a step work with. */
export type StepContext = ActionContext & JobContext

/** What the action uses of @actions/core. */
export type Toolkit = Pick<
  typeof import('@actions/core'),
  'addPath' | 'setSecret' | 'setOutput' | 'error' | 'warning' | 'info' | 'group' | 'summary'
>
