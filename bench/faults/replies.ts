import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint } from '../../__tests__/stand-in/endpoint.js'
import type { TokenReply } from '../../__tests__/stand-in/replies.js'
import { Arena, type Ended } from './arena.js'

/** A reply, or a clock, that is not as it should be, and what came of it. */
export interface ReplyResult {
  readonly what: string
  readonly ended: Ended
  readonly sends: number
  readonly reuses: number
  readonly isCurrent: boolean
  readonly leftovers: readonly string[]
}

const REPLIES: readonly (readonly [string, TokenReply])[] = [
  ['a slow reply', { kind: 'ok', delayMs: 3000, rotateOn: 'arrival' }],
  ['a reply without refresh_token', { kind: 'ok', omit: ['refresh_token'] }],
  ['a reply dropped after the rotation', { kind: 'drop', rotate: true }]
]

/** By how much the clock of the program jumps right after its start, in milliseconds. */
const JUMPS_MS = [2 * 3_600_000, -2 * 3_600_000]

/** Plays each of them once. */
export async function tryReplies(endpoint: Endpoint): Promise<readonly ReplyResult[]> {
  const before = endpoint.token.reply
  const results: ReplyResult[] = []
  for (const [what, reply] of REPLIES) {
    endpoint.token.reply = reply
    results.push(await tryOnce(endpoint, what, []))
  }
  endpoint.token.reply = before
  for (const jumpMs of JUMPS_MS) {
    results.push(await tryOnce(endpoint, `a clock that jumps by ${jumpMs / 3_600_000} h`, [jumpMs]))
  }
  return results
}

async function tryOnce(endpoint: Endpoint, what: string, jumps: readonly number[]): Promise<ReplyResult> {
  const arena = await Arena.create(endpoint)
  const { token } = endpoint.requests
  const [sendsBefore, reusesBefore] = [token.length, endpoint.reuses]
  const ended = await arena.start({ nodeOptions: jumps.flatMap(jumpMs => ['--import', jumper(arena, jumpMs)]) }).ended
  const result = {
    what,
    ended,
    sends: token.length - sendsBefore,
    reuses: endpoint.reuses - reusesBefore,
    isCurrent: arena.isCurrent(),
    leftovers: arena.leftovers()
  }
  await arena.scratch.remove()
  return result
}

/** A module that moves the wall clock of the process that loads it, 100 ms after its start. */
function jumper(arena: Arena, jumpMs: number): string {
  const path = join(arena.scratch.folder, 'jump.mjs')
  writeFileSync(
    path,
    `const now = Date.now; const start = now(); Date.now = () => now() + (now() - start > 100 ? ${jumpMs} : 0)\n`
  )
  return path
}
