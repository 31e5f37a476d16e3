import { RefreshError, type Reason } from '../src/core/reasons.js'

/** With which reason and sentence a call refuses; fails if it does not, or with another error. */
export function refusalOf(call: () => unknown): { readonly reason: Reason; readonly message: string } {
  try {
    call()
  } catch (error) {
    if (error instanceof RefreshError) return { reason: error.reason, message: error.message }
    throw error
  }
  throw new Error('nothing was refused')
}
