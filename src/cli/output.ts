import { errorCode, explainSystemError } from '../core/system/system-error.js'
import { failureText, layoutFor, noticeText, type ShownFailure } from './messages.js'
import { npxNotes } from './npx.js'

/**
 * Writes to standard output.
 * @returns why it cannot be written, such as a full disk; null if it was written, or if its reader has gone (`clr … | head -1`)
 */
export function writeOutput(text: string): Promise<string | null> {
  return new Promise(resolve => {
    process.stdout.write(text, error => {
      resolve(error == null || errorCode(error) === 'EPIPE' ? null : explainSystemError(error))
    })
  })
}

/**
 * Writes the result of a command to standard output. If that fails, says so on standard error.
 * @param result what a person must know even then, as the end of a sentence; empty for nothing
 * @returns the exit status: 1 in place of 0 if the result could not be written
 */
export async function writeResult<Code extends 0 | 1 | 2>(
  text: string,
  exitCode: Code,
  result = ''
): Promise<Code | 1> {
  const why = await writeOutput(text)
  if (why === null) return exitCode
  const what = `cannot write to standard output: ${why}`
  say(result === '' ? what : `${what}; the result of the run was ${result}`)
  return exitCode === 0 ? 1 : exitCode
}

/** Prints a message on standard error. */
export function say(message: string): void {
  process.stderr.write(noticeText(message, layoutFor(process.stderr)))
}

/** Prints a failure on standard error. */
export function sayFailure({ reason, message, remedy, notes = [] }: ShownFailure): void {
  const allNotes = [...notes, ...npxNotes(`${message} ${remedy}`)]
  process.stderr.write(failureText({ reason, message, remedy, notes: allNotes }, layoutFor(process.stderr)))
}
