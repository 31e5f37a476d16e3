/** The signals that ask a program to end: Ctrl-C, a service manager or a runner, a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Two signals within this time, in milliseconds, count as one: a Ctrl-C may arrive twice, from the terminal and passed on by
 * the action.
 */
const SAME_SIGNAL_MS = 50

/** The first signal cancels: an exchange under way may still finish. A second one ends everything at once. */
export function cancelOnSignals(): { readonly cancel: AbortSignal; readonly insist: AbortSignal } {
  const cancel = new AbortController()
  const insist = new AbortController()
  let firstAtMs = Infinity
  for (const name of SIGNALS) {
    process.on(name, () => {
      firstAtMs = Math.min(firstAtMs, performance.now())
      if (performance.now() - firstAtMs > SAME_SIGNAL_MS) insist.abort()
      cancel.abort()
    })
  }
  return { cancel: cancel.signal, insist: insist.signal }
}
