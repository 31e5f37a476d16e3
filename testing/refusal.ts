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

/** The same for a promise that rejects, with the remedy. @throws Error also if the error has a cause, which could hold a token */
export async function rejectionOf(
  promise: Promise<unknown>
): Promise<Pick<RefreshError, 'reason' | 'message' | 'remedy'>> {
  try {
    await promise
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    if (error.cause !== undefined)
      throw new Error('an error of ours has no cause: it could hold a token', { cause: error })
    return { reason: error.reason, message: error.message, remedy: error.remedy }
  }
  throw new Error('the promise did not reject')
}
