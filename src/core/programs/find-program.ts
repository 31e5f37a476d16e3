import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import type { Patience } from '../deadline.js'
import { absoluteEntries } from '../system/allowed-variables.js'
import type { User } from '../system/rights.js'
import { whileAsking, type Ask } from './version-manager.js'
import { shimAt, wrappedInHome, type Shim } from './shim.js'

/** A program, and the version manager's shim that led to it, if any. */
export interface FoundProgram {
  readonly program: string
  readonly shim: Shim | null
}

/** A shim that leads to no program. */
export interface DeadEnd {
  readonly shim: Shim
  /** What to say of the question to its manager, such as `names no program`. */
  readonly whyNot: string
}

/** Where to search for a program, and how. */
export interface Search {
  /** Whose PATH and HOME count. */
  readonly environment: NodeJS.ProcessEnv
  /** How long version managers may be asked; null if nothing may run, so that a shim itself is the answer. */
  readonly patience: Patience | null
  /** The user as whom a version manager runs, if that is not our own. */
  readonly user?: User
}

/** So many shims may lead to each other, as when one manager names what another one has installed. */
const MAX_SHIMS = 3

/**
 * The first program of a name in an absolute folder of the PATH; through a version manager's shim to the program itself. A
 * shim that leads to none is passed over for the next of that name, as mise, volta and nodenv do themselves.
 * @returns the first dead end if there is nothing but those; null if there is nothing of that name
 * @throws RefreshError `timeout`, `cancelled`: a version manager did not answer in time
 */
export function findProgram(
  name: string,
  { environment, patience, user }: Search
): Promise<FoundProgram | DeadEnd | null> {
  if (patience === null) return searchPath(name, environment, null)
  return whileAsking({ ...patience, environment, user }, ask => searchPath(name, environment, ask))
}

async function searchPath(
  name: string,
  environment: NodeJS.ProcessEnv,
  ask: Ask | null
): Promise<FoundProgram | DeadEnd | null> {
  let deadEnd: DeadEnd | null = null
  for (const folder of absoluteEntries(environment.PATH)) {
    const candidate = path.join(folder, name)
    if (!isProgram(candidate)) continue
    const found = await follow({ program: candidate, shim: null }, { environment, ask }, MAX_SHIMS)
    if ('program' in found) return found
    deadEnd ??= found
  }
  return deadEnd
}

/** Says in a sentence why a shim leads to no program of this name. */
export function describeDeadEnd(name: string, { shim: { path: shim, manager }, whyNot }: DeadEnd): string {
  return `${shim} is a shim of ${manager}, and \`${manager} which ${name}\`, outside of any project, ${whyNot}`
}

/** Whose HOME counts, and how to ask a version manager: null if that may not be done. */
interface Seeker {
  readonly environment: NodeJS.ProcessEnv
  readonly ask: Ask | null
}

async function follow(
  { program, shim: last }: FoundProgram,
  seeker: Seeker,
  left: number
): Promise<FoundProgram | DeadEnd> {
  const shim = shimAt(program)
  if (shim === null) {
    const wrapped = wrappedInHome(program, seeker.environment)
    if (wrapped === null || !isProgram(wrapped) || left === 0) return { program, shim: last }
    return follow({ program: wrapped, shim: last }, seeker, left - 1)
  }
  if (seeker.ask === null) return { program, shim }
  if (left === 0) return { shim, whyNot: 'leads to another shim' }
  const answer = await seeker.ask(shim)
  if ('whyNot' in answer) return { shim, ...answer }
  if (!isProgram(answer.program)) return { shim, whyNot: `names ${answer.program}, which is no program` }
  return follow({ program: answer.program, shim }, seeker, left - 1)
}

function isProgram(candidate: string): boolean {
  try {
    accessSync(candidate, constants.X_OK)
    return statSync(candidate).isFile()
  } catch {
    return false
  }
}
