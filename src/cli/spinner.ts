import { closeSync, constants, openSync, writeSync } from 'node:fs'
import type { WriteStream } from 'node:tty'
import { orNull } from '../core/or-null.js'

/**
 * How long a run shows nothing at first, and then how often the spinner is updated, in milliseconds. Most runs end sooner.
 */
const TICK_MS = 1000

/** Shows on a terminal that the run goes on, with the seconds that it has taken; does nothing on any other stream. */
export async function startSpinner(stream: WriteStream & { readonly fd: number }): Promise<{ stop: () => void }> {
  // Opened a second time, so that no write to it blocks; null if the system does not allow that.
  const flags = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY
  const terminal = stream.isTTY ? orNull(() => openSync(`/dev/fd/${stream.fd}`, flags)) : null
  if (terminal === null) return { stop: () => undefined }
  const { default: yoctoSpinner } = await import('yocto-spinner')
  const startMs = Date.now()
  // We handle signals ourselves, because an exchange under way may still finish.
  const spinner = yoctoSpinner({ text: '', stream: withoutBlocking(stream, terminal), handleSignals: false })
  const tick = setInterval(() => {
    spinner.text = `refreshing the login, ${Math.round((Date.now() - startMs) / 1000)} s`
    if (!spinner.isSpinning) spinner.start()
  }, TICK_MS)
  return {
    stop: () => {
      clearInterval(tick)
      if (spinner.isSpinning) spinner.stop()
      closeSync(terminal)
    }
  }
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
