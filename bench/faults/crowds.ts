import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import { Arena, type Ended } from './arena.js'
import { complaintsOfRefresh, complaintsOfTraces, observe, runNext, verdictOn, type Verdict } from './trial.js'

/** How many are at one file at the same time. */
export interface Crowd {
  readonly runs: number
  /** Live sessions of the CLI beside the runs. */
  readonly sessions: number
}

/** Lets them at one file, and runs once more when all of them are gone. */
export async function tryCrowd(endpoint: Endpoint, { runs, sessions }: Crowd): Promise<Verdict> {
  await using arena = await Arena.create(endpoint)
  // A live session refreshes only what has expired.
  if (sessions > 0) await arena.expire()
  const observed = await observe(arena, () => letLoose(arena, { runs, sessions }))
  // A session is here to ask its model.
  const traces = sessions > 0 ? { ...observed, modelRequests: 0 } : observed
  const complaints = [...complaintsOfRefresh(observed), ...complaintsOfTraces(traces)]
  return verdictOn(
    `${runs} runs and ${sessions} sessions at once`,
    { observed, next: await runNext(arena) },
    complaints
  )
}

async function letLoose(arena: Arena, { runs, sessions }: Crowd): Promise<readonly Ended[]> {
  const live = Array.from({ length: sessions }, () => arena.startSession())
  const ended = await Promise.all(Array.from({ length: runs }, () => arena.start().ended))
  await Promise.all(live.map(endOfSession))
  return ended
}

async function endOfSession(session: ChildProcess): Promise<void> {
  if (session.exitCode === null) await once(session, 'exit')
}
