import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The inputs of a step, by name. */
export type Inputs = Readonly<Record<string, string>>

/** The files by which a step talks to its runner, in a folder; all of them are empty at first. */
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

  /** Empties what each program of a step has for itself; its state and its additions to PATH stay. */
  startProgram(): void {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'] as const) writeFileSync(this.variables[name], '')
  }

  get outputs(): Readonly<Record<string, string>> {
    return parseFileCommands(readFileSync(this.variables.GITHUB_OUTPUT, 'utf8'))
  }

  get state(): Readonly<Record<string, string>> {
    return parseFileCommands(readFileSync(this.variables.GITHUB_STATE, 'utf8'))
  }

  get summary(): string {
    return readFileSync(this.variables.GITHUB_STEP_SUMMARY, 'utf8')
  }
}

/** The values in a file that takes commands (`GITHUB_OUTPUT`, `GITHUB_STATE`), as a runner reads them. */
export function parseFileCommands(text: string): Record<string, string> {
  const entries = [...text.matchAll(/^(.+?)<<(.+)\n([^]*?)\n\2$/gm)]
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]))
}

/** As a runner hands inputs to a program. */
export function inputVariables(inputs: Inputs): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

/** As a runner hands to `post` what `main` has written into its state file. */
export function stateVariables(state: string): Record<string, string> {
  return Object.fromEntries(Object.entries(parseFileCommands(state)).map(([name, value]) => [`STATE_${name}`, value]))
}
