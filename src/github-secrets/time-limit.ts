/**
 * Does work with a signal that is aborted when the time is up (with a `TimeoutError`), or when the caller's signal is. Instead of
 * `AbortSignal.any` with `AbortSignal.timeout`: in Node 20 a garbage collection removes that time limit.
 * @param ms the time limit
 * @param signal of the caller, if there is one
 */
export async function withTimeLimit<T>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const controller = new AbortController()
  const abort = (): void => {
    controller.abort(signal?.reason)
  }
  const timer = setTimeout(() => {
    controller.abort(new DOMException('the time is up', 'TimeoutError'))
  }, ms).unref()
  signal?.addEventListener('abort', abort)
  if (signal?.aborted === true) abort()
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
