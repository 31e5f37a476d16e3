import { closeSync, constants, openSync, writeSync } from 'node:fs'
import type { WriteStream } from 'node:tty'
import { orNull } from '../core/or-null.js'

/** How long a run stays silent, in milliseconds: most are over sooner. */
const FIRST_SIGN_AFTER_MS = 1000

/** A sign of life on a terminal, with the seconds gone by; nothing at all elsewhere. */
export async function startSpinner(stream: WriteStream & { readonly fd: number }): Promise<{ stop: () => void }> {
  const terminal = stream.isTTY ? openTerminal(stream.fd) : null
  if (terminal === null) return { stop: () => undefined }
  const { default: yoctoSpinner } = await import('yocto-spinner')
  const startMs = Date.now()
  // Signals are ours: an exchange under way may still land.
  const spinner = yoctoSpinner({ text: '', stream: droppingWhatBlocks(stream, terminal), handleSignals: false })
  const tick = setInterval(() => {
    spinner.text = `refreshing the login, ${Math.round((Date.now() - startMs) / 1000)} s`
    if (!spinner.isSpinning) spinner.start()
  }, FIRST_SIGN_AFTER_MS)
  return {
    stop: () => {
      clearInterval(tick)
      if (spinner.isSpinning) spinner.stop()
      closeSync(terminal)
    }
  }
}

/** A descriptor of our own for a terminal, on which no write waits; null if the system gives none. */
function openTerminal(fd: number): number | null {
  return orNull(() => openSync(`/dev/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY))
}

/**
 * The same terminal, but what it does not take at once is dropped. Node waits for a terminal that somebody has stopped
 * (Ctrl-S), and meanwhile nobody would watch `claude`, which could send its token a second time.
 */
function droppingWhatBlocks(stream: WriteStream, terminal: number): WriteStream {
  let write: unknown = (text: string): boolean => {
    orNull(() => writeSync(terminal, text)) // EAGAIN: stopped
    return true
  }
  return new Proxy(stream, {
    get: (target, name): unknown => (name === 'write' ? write : Reflect.get(target, name)),
    // The spinner hooks the method for a while; that of the real stream stays as it is.
    set: (target, name, value: unknown): boolean => {
      if (name !== 'write') return Reflect.set(target, name, value)
      write = value
      return true
    }
  })
}
