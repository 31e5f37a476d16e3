/** What asks a program to end: Ctrl-C, a service manager or a runner, a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The first such signal cancels: an exchange under way may still land. The second insists. */
export function cancelOnSignals(): { readonly cancel: AbortSignal; readonly insist: AbortSignal } {
  const cancel = new AbortController()
  const insist = new AbortController()
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (cancel.signal.aborted) insist.abort()
      cancel.abort()
    })
  }
  return { cancel: cancel.signal, insist: insist.signal }
}
