import { existsSync } from 'node:fs'
import { NOTING_CLAUDE } from './dry-run.js'
import { contentOf } from './folder-state.js'
import { Job, type StepRun } from './job.js'
import type { Variables } from './program.js'
import type { Inputs } from './runner-files.js'

/** The parts of a failed step that a person sees, the same for a dry run and for a real run. */
export interface Failure {
  readonly exitCode: number | null
  readonly reason: string | undefined
  /** The title of the error's annotation. */
  readonly title: string | undefined
  /** What the summary says about what to do. */
  readonly remedy: string | undefined
}

/** A job whose step can run as a dry run first. Its `claude` leaves notes if it is started. */
export class DryJob extends Job {
  constructor(
    private readonly inputs: Inputs = {},
    private readonly variables: Variables = {}
  ) {
    super(NOTING_CLAUDE)
  }

  /** The step as a dry run. */
  dry(inputs: Inputs = {}): Promise<StepRun> {
    return this.real({ 'dry-run': 'true', ...inputs })
  }

  /** The step as it is. */
  real(inputs: Inputs = {}): Promise<StepRun> {
    return this.main({ ...this.inputs, ...inputs }, this.variables)
  }

  /** `post` of the step that ran last. */
  end(inputs: Inputs = {}): Promise<StepRun> {
    return this.post({ ...this.inputs, ...inputs }, this.variables)
  }

  /** Whether `claude` was started. */
  get isClaudeStarted(): boolean {
    return existsSync(this.notesPath)
  }

  /** Everything in the HOME, without the runner's files, and what a job remembers of its secrets. */
  get files(): Readonly<Record<string, string>> {
    const ours = /^(?:output|state|path|summary|clr-refresh-writes-[\da-f]+\.json)$/
    return Object.fromEntries(Object.entries(contentOf(this.path)).filter(([name]) => !ours.test(name)))
  }
}

/** What a failed step shows. */
export function failureOf({ exitCode, outputs, stdout, summary }: StepRun): Failure {
  return {
    exitCode,
    reason: outputs.reason,
    title: /^::error title=(.+?)::/m.exec(stdout)?.[1],
    remedy: /^\*\*What to do:\*\* (.*)$/m.exec(summary)?.[1]
  }
}
