import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Endpoint } from '../../__tests__/stand-in/endpoint.js'
import { Arena } from './arena.js'

/** What many at once did to one login. */
export interface CrowdResult {
  /** What went wrong with runs that did not end with exit 0. */
  readonly failures: readonly string[]
  readonly exchanges: number
  readonly reuses: number
  readonly isCurrent: boolean
  readonly leftovers: readonly string[]
}

/** Lets runs, and live sessions of the CLI beside them, at one file at the same time. */
export async function crowd(endpoint: Endpoint, runs: number, sessions: number): Promise<CrowdResult> {
  const arena = await Arena.create(endpoint)
  const reusesBefore = endpoint.reuses
  const exchangesBefore = endpoint.requests.token.length
  // A live session refreshes only what has expired.
  if (sessions > 0) await arena.expire()
  const live = Array.from({ length: sessions }, () => arena.startSession())
  const ended = await Promise.all(Array.from({ length: runs }, () => arena.start().ended))
  await Promise.all(live.map(endOfSession))
  const result = {
    failures: ended.filter(({ exitCode }) => exitCode !== 0).map(({ message }) => message),
    exchanges: endpoint.requests.token.length - exchangesBefore,
    reuses: endpoint.reuses - reusesBefore,
    isCurrent: arena.isCurrent(),
    leftovers: arena.leftovers()
  }
  await arena.scratch.remove()
  return result
}

async function endOfSession(session: ChildProcess): Promise<void> {
  if (session.exitCode === null) await once(session, 'exit')
}
