import { isJsonObject } from '../../src/core/json.js'
import { objectFrom } from '../../testing/json-object.js'
import { declared, readYaml } from '../../testing/repository-files.js'

/** A step that runs this action. */
export interface ActionStep {
  readonly kind: 'action'
  readonly id: string
  /** The given inputs and the defaults of all others; a value may have expressions. */
  readonly inputs: Readonly<Record<string, string>>
}

/** A step that runs a script. */
export interface ShellStep {
  readonly kind: 'script'
  readonly id: string
  readonly script: string
  /** Its variables; a value may have expressions. */
  readonly env: Readonly<Record<string, string>>
}

/** A step of a job. Conditions are not supported: a step runs if no earlier one failed. */
export type Step = ActionStep | ShellStep

/** The inputs of a step that a simulated year does without: the CLI is on PATH. */
const LEFT_OUT = new Set(['claude-version'])

/** The steps of the job `keepalive` of a workflow in this repository. Steps of other actions are left out. */
export function stepsIn(workflow: string): readonly Step[] {
  const { keepalive } = objectFrom(readYaml(workflow).jobs)
  const steps: unknown = objectFrom(keepalive).steps
  if (!Array.isArray(steps)) throw new Error(`${workflow} has no steps`)
  return steps.map(objectFrom).flatMap((step, index): readonly Step[] => {
    const { run, uses } = step
    const id = typeof step.id === 'string' ? step.id : String(index)
    if (typeof run === 'string') return [{ kind: 'script', id, script: run, env: texts(step.env) }]
    return uses === 'org/clr-refresh@v1' ? [actionStep(id, texts(step.with))] : []
  })
}

/** The same action step with other inputs; an empty one counts as not given. */
export function withInputs(step: Step | undefined, inputs: Readonly<Record<string, string>>): ActionStep {
  if (step?.kind !== 'action') throw new Error('this step does not run the action')
  return { ...step, inputs: { ...step.inputs, ...inputs } }
}

function actionStep(id: string, given: Readonly<Record<string, string>>): ActionStep {
  const used = Object.entries(given).filter(([name]) => !LEFT_OUT.has(name))
  const defaults = declared('inputs').map(input => [input.name, input.default] as const)
  return { kind: 'action', id, inputs: { ...Object.fromEntries(defaults), ...Object.fromEntries(used) } }
}

function texts(value: unknown): Record<string, string> {
  if (!isJsonObject(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]))
}
