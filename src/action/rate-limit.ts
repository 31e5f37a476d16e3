import { Patience } from '../github-secrets/retries.js'
import type { StepContext } from './context.js'

/** How much longer a step waits if GitHub's rate limit asks for it, in milliseconds: before the refresh, and again after it. */
const RATE_LIMIT_WAIT_MS = 180_000

/**
 * The time for waits that GitHub's rate limit asks for. The log shows each one at once, so that the step does not seem to hang.
 * @param then what comes after the wait, in a clause
 */
export function rateLimitPatience(then: string, { signals, loadToolkit }: StepContext): Patience {
  const onWait = (ms: number): void => {
    const line = `waiting ${Math.ceil(ms / 1_000)} s, as GitHub's rate limit asks; ${then}`
    void loadToolkit().then(({ info }) => {
      info(line)
    })
  }
  return new Patience(RATE_LIMIT_WAIT_MS, { signal: signals.cancel, onWait })
}
