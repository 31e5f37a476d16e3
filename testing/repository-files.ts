import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { JsonObject } from '../src/core/json.js'
import { objectFrom } from './json-object.js'
import { ROOT } from './paths.js'

/** The text of a file in this repository, by its path from the root. */
export function readRepositoryFile(name: string): string {
  return readFileSync(path.join(ROOT, name), 'utf8')
}

/** The content of a YAML file in this repository: `action.yml`, or a workflow. */
export function readYaml(name: string): JsonObject {
  return objectFrom(parse(readRepositoryFile(name)))
}

/** An input or an output of an action. */
export interface Declaration {
  readonly name: string
  /** Empty if there is none. */
  readonly description: string
  /** Empty if there is none. */
  readonly default: string
}

/** The inputs or the outputs of an action, in the same order. */
export function declared(section: 'inputs' | 'outputs', file = 'action.yml'): readonly Declaration[] {
  return Object.entries(objectFrom(readYaml(file)[section])).map(([name, value]) => {
    const { description = '', default: preset = '' } = objectFrom(value)
    return { name, description: String(description), default: String(preset) }
  })
}
