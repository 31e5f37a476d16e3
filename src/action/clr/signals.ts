import type { EventEmitter } from 'node:events'
import { orNull } from '../../core/or-null.js'
import type { RunningClr } from './start.js'

/**
 * To cancel a step, a runner sends SIGINT to only the action's Node, SIGTERM 7.5 s later, and kills the whole process tree
 * 2.5 s after that.
 */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
type Signal = (typeof SIGNALS)[number]

/** The signals of the runner to this process. */
export interface Signals {
  /** Aborted by the first signal. */
  readonly cancel: AbortSignal
  /** Passes each signal on to a running `clr`, including signals that arrived before its pid was known. */
  readonly passOnTo: (running: Pick<RunningClr, 'pid' | 'ended'>) => void
}

/** Starts to listen: from now on no signal ends this process. @param source the process; tests pass another one */
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
      // From now on the pid may belong to another process.
      void running.ended.then(() => (passOn = () => undefined))
    }
  }
}

type Kill = (pid: number, signal: Signal) => void

/** Signals a process. Never throws: it may have just ended. */
export function killProcess(pid: number, signal: NodeJS.Signals): void {
  orNull(() => process.kill(pid, signal))
}
