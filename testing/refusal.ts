import { RefreshError } from '../src/core/reasons.js'

/** What an error of ours says. */
type Refusal = Pick<RefreshError, 'reason' | 'message' | 'remedy'>

/** The reason, message and remedy of the RefreshError that a call throws. @throws Error if it throws none, or the other error */
export function refusalOf(call: () => unknown): Refusal {
  try {
    call()
  } catch (error) {
    if (error instanceof RefreshError) return { reason: error.reason, message: error.message, remedy: error.remedy }
    throw error
  }
  throw new Error('the call did not throw')
}

/** The same for a promise that rejects. @throws Error also if the error has a cause, which could hold a token */
export async function rejectionOf(promise: Promise<unknown>): Promise<Refusal> {
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
