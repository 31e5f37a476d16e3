import type { EventEmitter } from 'node:events'
import { orNull } from '../../core/or-null.js'
import type { RunningClr } from './start.js'

/** A runner cancels a step with SIGINT to only the action's Node, 7.5 s later SIGTERM, and 2.5 s later kills the tree. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
type Signal = (typeof SIGNALS)[number]

/** The signals of the runner to this process. */
export interface Signals {
  /** Aborted by the first one. */
  readonly cancel: AbortSignal
  /** Passes each of them on to a running `clr`, also those that arrived before its pid was known. */
  readonly passOnTo: (running: Pick<RunningClr, 'pid' | 'ended'>) => void
}

/** Starts to listen: from now on no signal ends this process. @param source the process; tests give another */
export function listenForSignals(source: Pick<EventEmitter, 'on'> = process, kill: Kill = killProcess): Signals {
  const cancel = new AbortController()
  const received: Signal[] = []
  let passOn = (name: Signal): void => void received.push(name)
  for (const name of SIGNALS) {
    source.on(name, () => {
      cancel.abort()
      passOn(name)
    })
  }
  return {
    cancel: cancel.signal,
    passOnTo: running => {
      void running.pid.then(pid => {
        if (pid === null) return
        passOn = name => {
          kill(pid, name)
        }
        for (const name of received.splice(0)) passOn(name)
      })
      // From now on another process may have the pid.
      void running.ended.then(() => (passOn = () => undefined))
    }
  }
}

type Kill = (pid: number, signal: Signal) => void

/** Signals a process. Never throws: it may have just ended. */
export function killProcess(pid: number, signal: NodeJS.Signals): void {
  orNull(() => process.kill(pid, signal))
}
