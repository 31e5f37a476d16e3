import { closeSync, constants, openSync, writeSync } from 'node:fs'
import type { WriteStream } from 'node:tty'
import type { Activity } from '../core/options.js'
import { orNull } from '../core/or-null.js'
import { activityText } from './activity-text.js'

/**
 * How long a run shows nothing at first, and then how often the seconds are updated, in milliseconds. Most runs end sooner.
 */
const TICK_MS = 1000

/** Shows on a terminal what a run is doing. */
export interface Spinner {
  readonly show: (activity: Activity) => void
  readonly stop: () => void
}

/** For a run that nobody watches. */
export const NO_SPINNER: Spinner = { show: () => undefined, stop: () => undefined }

/** Whether a line can be written over. If not, `yocto-spinner` prints a new line for each second. */
function isRedrawable({ isTTY }: WriteStream, environment: NodeJS.ProcessEnv): boolean {
  return isTTY && environment.TERM !== 'dumb' && !('CI' in environment)
}

/**
 * Shows on a terminal what a run is doing, and for how many seconds; does nothing on any other stream, if `TERM` is `dumb`, or
 * if `CI` is set.
 * @param cancel aborted when the user presses Ctrl-C
 */
export async function startSpinner(
  stream: WriteStream & { readonly fd: number },
  cancel: AbortSignal
): Promise<Spinner> {
  // Opened a second time, so that no write to it blocks; null if the system does not allow that.
  const flags = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY
  const terminal = isRedrawable(stream, process.env) ? orNull(() => openSync(`/dev/fd/${stream.fd}`, flags)) : null
  if (terminal === null) return NO_SPINNER
  const { default: yoctoSpinner } = await import('yocto-spinner')
  let activity: Activity = { kind: 'phase', phase: 'prepare' }
  let sinceMs = performance.now()
  // We handle signals ourselves, because an exchange under way may still finish.
  const spinner = yoctoSpinner({ text: '', stream: withoutBlocking(stream, terminal), handleSignals: false })
  const update = (): void => {
    spinner.text = activityText(activity, cancel.aborted, Math.round((performance.now() - sinceMs) / 1000))
  }
  const start = (): void => {
    update()
    if (!spinner.isSpinning) spinner.start()
  }
  const updateIfShown = (): void => {
    if (spinner.isSpinning) update()
  }
  const tick = setInterval(start, TICK_MS)
  cancel.addEventListener('abort', updateIfShown)
  return {
    show: now => {
      const isNew = !isSame(now, activity)
      activity = now
      if (!isNew) return
      sinceMs = performance.now()
      if (now.kind === 'grace')
        start() // at once: a person who has pressed Ctrl-C must see why the run goes on
      else updateIfShown()
    },
    stop: () => {
      clearInterval(tick)
      cancel.removeEventListener('abort', updateIfShown)
      if (spinner.isSpinning) spinner.stop()
      closeSync(terminal)
    }
  }
}

/** Whether the time goes on: a wait for the next holder of a lock is the same wait. */
function isSame(one: Activity, other: Activity): boolean {
  return one.kind === other.kind && (one.kind !== 'phase' || other.kind !== 'phase' || one.phase === other.phase)
}

/**
 * The same stream, but text that the terminal does not accept at once is dropped. Otherwise Node would block while a user has
 * stopped the terminal (Ctrl-S), and could not watch `claude`, which could then send its token a second time.
 */
function withoutBlocking(stream: WriteStream, terminal: number): WriteStream {
  let write: unknown = (text: string): boolean => {
    orNull(() => writeSync(terminal, text)) // EAGAIN: the terminal is stopped
    return true
  }
  return new Proxy(stream, {
    get: (target, name): unknown => (name === 'write' ? write : Reflect.get(target, name)),
    // The spinner replaces `write` for a while; the method of the real stream does not change.
    set: (target, name, value: unknown): boolean => {
      if (name !== 'write') return Reflect.set(target, name, value)
      write = value
      return true
    }
  })
}
