import { setTimeout as sleep } from 'node:timers/promises'
import type { NewPair } from '../credentials/new-pair.js'
import { Deadline } from '../deadline.js'
import { afterTries, withoutPair, worseOf, type TokenUse } from '../token-use.js'
import { callClaude, type CallResult, type Exchange } from './claude-call.js'
import { optionsUnknownTo } from './claude-command.js'
import { traceFailure, traceRetry, traceStart, traceSuccess, traceUnknownOption } from './trace-call.js'

/** The waits before the second and the third try, in milliseconds. */
const RETRY_WAITS_MS = [1000, 3000]

/** Every retry must begin within this time of the first failure, in milliseconds. */
const RETRY_SPAN_MS = 10_000

/**
 * If less time than this is left, no further try is made, because the deadline would probably cut it short; in milliseconds.
 */
const MIN_TRY_MS = 5000

/**
 * Lets `claude` exchange the refresh token in its isolated HOME for a new pair. Calls it again only if that is certain not
 * to send the token a second time to an endpoint that may have used it up.
 * @throws RefreshError for every way in which there is no new pair
 */
export async function letClaudeRefresh(exchange: Exchange): Promise<NewPair> {
  const { log } = exchange
  const unknownOptions = new Set(optionsUnknownTo(exchange.program.version))
  let firstFailure: Deadline | null = null
  let tokenUse: TokenUse = 'not-sent'
  let call = callClaude // the HOME is already seeded for the first call
  for (let tries = 0; ;) {
    if (exchange.cancel.aborted) {
      throw withoutPair({ reason: 'cancelled', message: 'stopped before `claude` had refreshed the login', tokenUse })
    }
    if (call === callClaude) traceStart(log, exchange.home.path)
    const useBefore = tokenUse
    const result = await call(exchange, unknownOptions).catch((error: unknown) => {
      throw afterTries(error, useBefore)
    })
    call = seedAndCall
    if ('newPair' in result) {
      exchange.afterwards(traceSuccess.bind(null, log, result.output))
      return result.newPair
    }
    if ('unknownOption' in result) {
      unknownOptions.add(result.unknownOption)
      traceUnknownOption(log, result.unknownOption)
      continue
    }
    tokenUse = worseOf(tokenUse, result.tokenUse)
    firstFailure ??= Deadline.after(RETRY_SPAN_MS / 1000)
    const waitMs = result.isRepeatable ? waitBeforeRetry(tries, firstFailure, exchange.deadline) : null
    if (waitMs === null) {
      exchange.afterwards(traceFailure.bind(null, log, result))
      throw withoutPair({ ...result, tokenUse })
    }
    traceRetry(log, result, waitMs)
    tries += 1
    await sleep(waitMs, null, { signal: exchange.cancel }).catch(() => null) // a cancel is handled above
  }
}

/** How long to wait before the next try, in milliseconds; null if it would be one too many, or too late. */
function waitBeforeRetry(tries: number, firstFailure: Deadline, deadline: Deadline): number | null {
  const waitMs = RETRY_WAITS_MS[tries]
  if (waitMs === undefined || firstFailure.remainingMs() <= waitMs) return null
  return deadline.remainingMs() < waitMs + MIN_TRY_MS ? null : waitMs
}

async function seedAndCall(exchange: Exchange, unknownOptions: ReadonlySet<string>): Promise<CallResult> {
  exchange.home.seed(exchange.before)
  return callClaude(exchange, unknownOptions)
}
