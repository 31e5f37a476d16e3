import { setFailureOutputs } from '../entry/failure-outputs.js'
import { withoutPair } from '../core/token-use.js'
import type { RefreshError } from '../core/reasons.js'
import { whatWasThrown } from './entry.js'
import { statIfAny } from './stat-if-any.js'

/**
 * Ends `main` after an error that nobody expected: sets the outputs, unless it came so late that they are set.
 * @returns what to say of it, and of the refresh token
 */
export function endMain(error: unknown): RefreshError {
  const file = process.env.GITHUB_OUTPUT ?? ''
  if (statIfAny(file)?.size === 0) setFailureOutputs(file, 'internal')
  const tokenUse = isUnstarted(error) ? 'not-sent' : 'perhaps-used'
  return withoutPair({ reason: 'internal', message: whatWasThrown(error), tokenUse })
}

/** Whether the system refused to start a program: the last one that `main` starts is `clr`, which alone sends a token. */
function isUnstarted(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'spawn'
}
