import type { EventEmitter } from 'node:events'
import type { RunningClr } from './start.js'

/** How a runner cancels a step: SIGINT to only the action's Node, 7.5 s later SIGTERM, 2.5 s later it kills the tree. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
type Signal = (typeof SIGNALS)[number]

/** The signals that have come so far, and those that will. */
export interface Signals {
  /** Aborted by the first of them. */
  readonly cancel: AbortSignal
  /** Hands each of them on to a `clr` as long as it runs; also those that came before its pid was known. */
  readonly passOnTo: (running: Pick<RunningClr, 'pid' | 'ended'>) => void
}

/** Listens from now on; no signal ends this process any more. The `source` is the process, but for tests. */
export function listenForSignals(source: Pick<EventEmitter, 'on'> = process, kill: Kill = killProcess): Signals {
  const cancel = new AbortController()
  const received: Signal[] = []
  let handOn = (name: Signal): void => void received.push(name)
  for (const name of SIGNALS) {
    source.on(name, () => {
      cancel.abort()
      handOn(name)
    })
  }
  return {
    cancel: cancel.signal,
    passOnTo: running => {
      void running.pid.then(pid => {
        if (pid === null) return
        handOn = name => {
          kill(pid, name)
        }
        for (const name of received.splice(0)) handOn(name)
      })
      // Its number may be another's from now on.
      void running.ended.then(() => (handOn = () => undefined))
    }
  }
}

type Kill = (pid: number, signal: Signal) => void

/** Signals a process, which may have ended just now. Never throws. */
export function killProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has just ended.
  }
}
