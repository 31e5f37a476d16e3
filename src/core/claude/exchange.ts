import { setTimeout as sleep } from 'node:timers/promises'
import type { NewPair } from '../credentials/new-pair.js'
import { Deadline } from '../deadline.js'
import { afterTries, withoutPair, worseOf, type TokenUse } from '../token-use.js'
import { callClaude, type CallResult, type Exchange } from './claude-call.js'
import { optionsUnknownTo } from './claude-command.js'

/** The waits before the second and the third try, in milliseconds. */
const RETRY_WAITS_MS = [1000, 3000]

/** All tries after the first have to begin within this time of the first failure, in milliseconds. */
const RETRY_SPAN_MS = 10_000

/** A try that begins with less than this left of the deadline, in milliseconds, would be likely to be cut short. */
const MIN_TRY_MS = 5000

/**
 * Lets `claude` exchange the refresh token in its isolated HOME for a new pair. It is called
 * again only if that is certain to send no token a second time to an endpoint that may have used it up.
 * @throws RefreshError for every way in which there is no new pair
 */
export async function letClaudeRefresh(exchange: Exchange): Promise<NewPair> {
  const unknownOptions = new Set(optionsUnknownTo(exchange.program.version))
  let firstFailure: Deadline | null = null
  let tokenUse: TokenUse = 'not-sent'
  let isSeeded = true
  for (let tries = 0; ;) {
    if (exchange.cancel.aborted) {
      throw withoutPair({ reason: 'cancelled', message: 'cancelled before `claude` had refreshed the login', tokenUse })
    }
    const use = tokenUse
    const result = await seedAndCall(exchange, unknownOptions, isSeeded).catch((error: unknown) => {
      throw afterTries(error, use)
    })
    isSeeded = false
    if ('newPair' in result) return result.newPair
    if ('unknownOption' in result) {
      unknownOptions.add(result.unknownOption)
      continue
    }
    tokenUse = worseOf(tokenUse, result.tokenUse)
    firstFailure ??= Deadline.after(RETRY_SPAN_MS / 1000)
    const waitMs = result.isRepeatable ? RETRY_WAITS_MS[tries] : undefined
    const isTimeForMore = waitMs !== undefined && firstFailure.remainingMs() > waitMs
    if (!isTimeForMore || exchange.deadline.remainingMs() < waitMs + MIN_TRY_MS) {
      exchange.log.claudeOutput(result.output)
      throw withoutPair({ ...result, tokenUse })
    }
    if (result.output !== '') exchange.log.trace(`# claude said, and is called again: ${result.output}`)
    tries += 1
    await pause(waitMs, exchange.cancel)
  }
}

/** A call in a HOME that is seeded for it, if it is not yet. */
async function seedAndCall(
  exchange: Exchange,
  unknownOptions: ReadonlySet<string>,
  isSeeded: boolean
): Promise<CallResult> {
  if (!isSeeded) exchange.home.seed(exchange.before)
  return callClaude(exchange, unknownOptions)
}

async function pause(waitMs: number, cancel: AbortSignal): Promise<void> {
  try {
    await sleep(waitMs, undefined, { signal: cancel })
  } catch {
    // Cancelled: the next call says so.
  }
}
