import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { StepRun } from './job.js'
import { ACTION_BUNDLES, CLR, NODE24 } from './paths.js'
import { startProgram, type Variables } from './program.js'
import { inputVariables, RunnerFiles, type Inputs } from './runner-files.js'
import { TempFolder } from './temp-folder.js'

/** A copy of the action's bundle with another program as `clr`, which runs like on a runner. */
export class ActionCopy extends TempFolder {
  constructor() {
    super()
    cpSync(path.dirname(ACTION_BUNDLES.main), this.at('dist/action'), { recursive: true })
    // The packages that the action shares with `clr`.
    mkdirSync(this.at('dist/cli'))
    const shared = readdirSync(path.dirname(CLR)).filter(name => name.endsWith('.cjs'))
    for (const name of shared) cpSync(path.join(path.dirname(CLR), name), this.at('dist/cli', name))
    this.write('dist/cli/package.json', '{"type":"module"}')
  }

  /** Runs the step with this source as `clr`; a variable that is undefined is not set. */
  step(clr: string, inputs: Inputs, variables: Variables = {}): Promise<StepRun> {
    this.write('dist/cli/index.js', clr)
    const files = new RunnerFiles(this.path)
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: this.path,
      RUNNER_TEMP: this.path,
      ...files.variables,
      ...inputVariables(inputs),
      ...variables
    }
    const running = startProgram([NODE24, this.at('dist/action/main.js')], { env, cwd: this.path })
    return running.map(ended => ({ ...ended, outputs: files.outputs, summary: files.summary })).ended
  }
}
