import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import type { Patience } from '../deadline.js'
import { orNull } from '../or-null.js'
import { absoluteEntries } from '../system/allowed-variables.js'
import type { User } from '../system/rights.js'
import { shimAt, wrappedInHome, type Shim } from './shim.js'
import { whileAsking, type Ask } from './version-manager.js'

/** A program, and the version manager's shim that led to it, if any. */
export interface FoundProgram {
  readonly program: string
  readonly shim: Shim | null
}

/** A shim that leads to no program. */
export interface DeadEnd {
  readonly shim: Shim
  /** Completes "`mise which claude` …" in a sentence: for example `names no program`. */
  readonly whyNot: string
}

/** Where and how to search for a program. */
export interface Search {
  /** PATH and HOME are read from it. */
  readonly environment: NodeJS.ProcessEnv
  /** How long version managers may take to answer; null if no program may be started: then the result may be a shim. */
  readonly patience: Patience | null
  /** The user that version managers run as, if it is not our own. */
  readonly user?: User
}

/** How many shims may lead to each other, as when one manager names a program that another one installed. */
const MAX_SHIMS = 3

/**
 * The first program of a name in an absolute folder of the PATH; for a version manager's shim, the program behind it. A shim
 * that leads to none is skipped for the next one of that name, as mise, volta and nodenv do themselves.
 * @returns the first dead end if nothing else is found; null if there is nothing of that name
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

/** A sentence that says why a shim leads to no program of this name. */
export function describeDeadEnd(name: string, { shim: { path: shim, manager }, whyNot }: DeadEnd): string {
  return `${shim} is a shim of ${manager}, but \`${manager} which ${name}\`, outside of any project, ${whyNot}`
}

/** Follows shims, `left` of them at most; without `ask`, a shim is the result. */
async function follow(
  { program, shim: last }: FoundProgram,
  { environment, ask }: { readonly environment: NodeJS.ProcessEnv; readonly ask: Ask | null },
  left: number
): Promise<FoundProgram | DeadEnd> {
  const next = (target: string, shim: Shim | null) => follow({ program: target, shim }, { environment, ask }, left - 1)
  const shim = shimAt(program)
  if (shim === null) {
    const wrapped = wrappedInHome(program, environment)
    return wrapped === null || !isProgram(wrapped) || left === 0 ? { program, shim: last } : next(wrapped, last)
  }
  if (ask === null) return { program, shim }
  if (left === 0) return { shim, whyNot: 'leads to another shim' }
  const answer = await ask(shim)
  if ('whyNot' in answer) return { shim, ...answer }
  if (!isProgram(answer.program)) return { shim, whyNot: `names ${answer.program}, which is not a program` }
  return next(answer.program, shim)
}

function isProgram(candidate: string): boolean {
  const isExecutableFile = orNull(() => {
    accessSync(candidate, constants.X_OK)
    return statSync(candidate).isFile()
  })
  return isExecutableFile ?? false
}
