import type { WriteStream } from 'node:tty'

/** How long a run stays silent, in milliseconds: most are over sooner. */
const FIRST_SIGN_AFTER_MS = 1000

/** A sign of life on a terminal, with the seconds gone by; nothing at all elsewhere. */
export async function startSpinner(stream: WriteStream): Promise<{ stop: () => void }> {
  if (!stream.isTTY) return { stop: () => undefined }
  const { default: yoctoSpinner } = await import('yocto-spinner')
  const startMs = Date.now()
  // Signals are ours: an exchange under way may still land.
  const spinner = yoctoSpinner({ text: '', stream, handleSignals: false })
  const tick = setInterval(() => {
    spinner.text = `refreshing the login, ${Math.round((Date.now() - startMs) / 1000)} s`
    if (!spinner.isSpinning) spinner.start()
  }, FIRST_SIGN_AFTER_MS)
  return {
    stop: () => {
      clearInterval(tick)
      if (spinner.isSpinning) spinner.stop()
    }
  }
}
