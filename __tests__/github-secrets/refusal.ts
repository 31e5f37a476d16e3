import { RefreshError, type Reason } from '../../src/core/reasons.js'

/** The reason and message of the `RefreshError` with which a promise rejects. Throws if it resolves, or rejects otherwise. */
export async function refusal(promise: Promise<unknown>): Promise<{ reason: Reason; message: string }> {
  try {
    await promise
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    if (error.cause !== undefined)
      throw new Error('an error of ours has no cause: it could hold a token', { cause: error })
    return { reason: error.reason, message: error.message }
  }
  throw new Error('nothing was refused')
}
