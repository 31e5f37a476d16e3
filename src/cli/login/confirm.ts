import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { RefreshError } from '../../core/reasons.js'

/** Where a question is asked. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
  /** Aborted when the user cancels. */
  readonly cancel: AbortSignal
}

/**
 * Asks a question on a terminal. Only `y` and `yes` mean yes; the end of the input means no. The line discipline of the
 * terminal stays as it is, so that a program that reads the terminal after this finds nothing changed.
 * @throws RefreshError `cancelled`
 */
export async function confirm(question: string, { input, output, cancel }: Terminal): Promise<boolean> {
  const lines = createInterface({ input, terminal: false })
  try {
    output.write(`${question} [y/N] `)
    const answer = await Promise.race([
      once(lines, 'line', { signal: cancel }),
      once(lines, 'close', { signal: cancel })
    ])
    return /^\s*y(?:es)?\s*$/i.test(String(answer[0] ?? ''))
  } catch (error) {
    if (!cancel.aborted) throw error
    throw new RefreshError('cancelled', 'stopped before the question was answered')
  } finally {
    lines.close()
  }
}
