import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import { ACTION_BUNDLES, NODE24 } from '../../testing/paths.js'
import { startProgram, type Ended, type Running, type Variables } from '../../testing/program.js'
import { inputVariables, RunnerFiles, stateVariables } from '../../testing/runner-files.js'
import { fillIn, type Names } from './expressions.js'
import type { Interruption } from './interruption.js'
import { REPOSITORY, type Machine, type WhichClaude } from './machine.js'
import type { ActionStep, ShellStep, Step } from './steps.js'

/** What a runner needs for one job. */
export interface JobSetting {
  readonly machine: Machine
  readonly endpoint: Endpoint
  readonly interruption: Interruption
  readonly claude: WhichClaude
  /** More variables of all steps. */
  readonly env: Variables
  /** The secrets of the job, as `secrets.NAME`. */
  readonly names: Names
  /** Called before each step after the first. */
  readonly beforeLaterStep: () => void
}

/** What a runner saw of one program of a job. */
export interface RanProgram extends Ended {
  readonly step: Step
  readonly program: 'main' | 'post' | 'script'
  readonly outputs: Readonly<Record<string, string>>
  /** As it was uploaded: a lost runner uploads none of the step that it was at work on. */
  readonly summary: string
  /** How many requests reached the model meanwhile. */
  readonly modelRequests: number
}

/** Runs the steps of one job as a runner of GitHub does: its scripts by bash, this action by `main` and `post`. */
export class Runner {
  readonly ran: RanProgram[] = []
  readonly #folder: string
  readonly #names: Record<string, string>
  /** The action steps whose `main` has begun, with their files. */
  readonly #begun: { readonly step: ActionStep; readonly files: RunnerFiles }[] = []

  constructor(private readonly setting: JobSetting) {
    const { machine, names } = setting
    this.#folder = machine.folderFor('_runner')
    this.#names = { ...names, 'runner.temp': machine.temp, 'github.repository': REPOSITORY }
  }

  /** The order of a job: its steps until one fails, then each `post` in reverse order, whatever happened before. */
  async run(steps: readonly Step[]): Promise<readonly RanProgram[]> {
    for (const [index, step] of steps.entries()) {
      if (index > 0) this.setting.beforeLaterStep()
      if (this.#isOver()) break
      const { exitCode } = await (step.kind === 'action' ? this.#main(step) : this.#script(step))
      if (exitCode !== 0 || this.#isOver()) break
    }
    return this.ran
  }

  /** Runs each `post`, unless the machine is gone. */
  async end(): Promise<readonly RanProgram[]> {
    for (const { step, files } of this.#begun.toReversed()) {
      if (this.#isLost()) break
      files.startProgram()
      const state = stateVariables(files.stateText)
      await this.#program({ step, program: 'post', files }, [NODE24, ACTION_BUNDLES.post], state)
    }
    return this.ran
  }

  #isOver(): boolean {
    return this.setting.interruption.state !== 'none'
  }

  #isLost(): boolean {
    return this.setting.interruption.state === 'killed'
  }

  async #main(step: ActionStep): Promise<RanProgram> {
    const files = this.#filesFor(step)
    this.#begun.push({ step, files })
    const ran = await this.#program({ step, program: 'main', files }, [NODE24, ACTION_BUNDLES.main], {})
    for (const [name, value] of Object.entries(ran.outputs)) this.#names[`steps.${step.id}.outputs.${name}`] = value
    return ran
  }

  async #script(step: ShellStep): Promise<RanProgram> {
    const files = this.#filesFor(step)
    const script = path.join(this.#folder, `${step.id}.sh`)
    writeFileSync(script, step.script)
    return this.#program({ step, program: 'script', files }, ['/bin/bash', '-e', script], {})
  }

  #filesFor({ id }: Step): RunnerFiles {
    return new RunnerFiles(path.join(this.#folder, id))
  }

  async #program(
    what: Pick<RanProgram, 'step' | 'program'> & { readonly files: RunnerFiles },
    command: readonly string[],
    more: Variables
  ): Promise<RanProgram> {
    const { machine, interruption, endpoint } = this.setting
    const { step, program, files } = what
    const askedBefore = endpoint.requests.model.length
    const given = step.kind === 'action' ? inputVariables(this.#filled(step.inputs)) : this.#filled(step.env)
    const running = this.#start(command, { ...this.#environment(), ...files.variables, ...given, ...more })
    interruption.runs(running.pid)
    const ended = await running.ended
    interruption.ran()
    if (this.#isLost()) await machine.untilOff()
    machine.passWaits()
    const seen = this.#isLost() ? { outputs: {}, summary: '' } : { outputs: files.outputs, summary: files.summary }
    const modelRequests = endpoint.requests.model.length - askedBefore
    const ran = { ...ended, step, program, modelRequests, ...seen }
    this.ran.push(ran)
    return ran
  }

  #start(command: readonly string[], env: Variables): Running {
    return startProgram(command, { env, cwd: this.setting.machine.home })
  }

  #filled(texts: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fillIn(text, this.#names)]))
  }

  /** With the time at which the program starts. */
  #environment(): Readonly<Record<string, string>> {
    const { machine, interruption, claude, env } = this.setting
    const own = machine.environment(claude)
    return {
      ...own,
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: REPOSITORY,
      RUNNER_TEMP: machine.temp,
      RUNNER_TOOL_CACHE: `${machine.temp}/_tools`,
      ...Object.fromEntries(Object.entries(env).filter(entry => entry[1] !== undefined)),
      ...interruption.variablesFor(own)
    }
  }
}
