import type { E2eSetup } from '../e2e-setup.js'
import type { Facts } from './case.js'

/** Where act runs the jobs of a workflow: on this machine, or in containers. */
export interface JobPlace {
  /** For titles: `act`, or `act in containers`. */
  readonly name: string
  /** Whether several runs of one workflow may be at work at the same time. */
  readonly mayOverlap: boolean
  /** More variables for act itself. */
  readonly actVariables: Readonly<Record<string, string>>
  /** The options of act that make it run jobs here. */
  options(setup: E2eSetup): readonly string[]
  /** More variables for the jobs. */
  jobVariables(setup: E2eSetup): Readonly<Record<string, string>>
  /** What must be true here after the runs of a case. */
  facts(): Promise<Facts>
  /** Removes what the jobs of a case have left, before its HOME is removed. */
  clear(setup: E2eSetup): Promise<void>
}

/** Jobs run on this machine, without Docker, as the user that runs act, with the environment of act. */
export const ON_THIS_MACHINE: JobPlace = {
  name: 'act',
  mayOverlap: true,
  actVariables: {},
  options: () => platforms('-self-hosted'),
  jobVariables: ({ home }) => ({ HOME: home.path }),
  facts: () => Promise.resolve({}),
  clear: () => Promise.resolve()
}

/** The options that make act use this image for every job of our workflows. */
export function platforms(image: string): readonly string[] {
  return ['ubuntu-latest', 'self-hosted'].flatMap(label => ['-P', `${label}=${image}`])
}
