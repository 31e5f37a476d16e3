import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The inputs of a step, by name. */
export type Inputs = Readonly<Record<string, string>>

/** The files in which a step writes its outputs, state, PATH and summary for the runner; empty at first. */
export class RunnerFiles {
  readonly variables

  constructor(folder: string) {
    this.variables = {
      GITHUB_OUTPUT: path.join(folder, 'output'),
      GITHUB_STATE: path.join(folder, 'state'),
      GITHUB_PATH: path.join(folder, 'path'),
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary')
    }
    mkdirSync(folder, { recursive: true })
    for (const file of Object.values(this.variables)) writeFileSync(file, '')
  }

  /** Empties the outputs and the summary, which are separate for each program of a step; the state and PATH stay. */
  startProgram(): void {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'] as const) writeFileSync(this.variables[name], '')
  }

  get outputs(): Readonly<Record<string, string>> {
    return parseFileCommands(readFileSync(this.variables.GITHUB_OUTPUT, 'utf8'))
  }

  get state(): Readonly<Record<string, string>> {
    return parseFileCommands(this.stateText)
  }

  /** The state as it was written, for `stateVariables`. */
  get stateText(): string {
    return readFileSync(this.variables.GITHUB_STATE, 'utf8')
  }

  get summary(): string {
    return readFileSync(this.variables.GITHUB_STEP_SUMMARY, 'utf8')
  }
}

/** The values in the text of `GITHUB_OUTPUT` or `GITHUB_STATE`, as a runner reads them. */
export function parseFileCommands(text: string): Record<string, string> {
  const entries = [...text.matchAll(/^(.+?)<<(.+)\n([^]*?)\n\2$/gm)]
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]))
}

/** The variables in which a runner passes inputs to a program. */
export function inputVariables(inputs: Inputs): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

/** The variables in which a runner passes the state of `main` to `post`. */
export function stateVariables(state: string): Record<string, string> {
  return Object.fromEntries(Object.entries(parseFileCommands(state)).map(([name, value]) => [`STATE_${name}`, value]))
}
