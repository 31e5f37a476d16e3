import { RefreshError, type Reason } from '../src/core/reasons.js'

/** The reason and message of the RefreshError that a call throws. @throws Error if it throws none, or the other error */
export function refusalOf(call: () => unknown): { readonly reason: Reason; readonly message: string } {
  try {
    call()
  } catch (error) {
    if (error instanceof RefreshError) return { reason: error.reason, message: error.message }
    throw error
  }
  throw new Error('the call did not throw')
}
