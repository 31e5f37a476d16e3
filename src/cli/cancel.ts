/** What asks a program to end: Ctrl-C, a service manager or a runner, a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** One Ctrl-C may reach us twice: from the terminal, and handed on by the action. So soon, in milliseconds, it is the same. */
const SAME_SIGNAL_MS = 50

/** The first such signal cancels: an exchange under way may still land. The second insists. */
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
