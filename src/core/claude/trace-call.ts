import type { Log } from '../options.js'
import type { Failure } from './failure.js'

/** A failed call, as a trace shows it: both texts are already redacted. */
export interface TracedFailure extends Pick<Failure, 'message' | 'status'> {
  /** What `claude` printed; empty for nothing. */
  readonly output: string
  /** The line of the debug log that says what went wrong; null if none does. */
  readonly logLine: string | null
  /** False if the debug log is too large to be read, or cannot be read. */
  readonly isLogRead: boolean
}

/** Says that `claude` starts now. `traceRetry` and `traceUnknownOption` say that it will be started again. */
export function traceStart({ trace }: Log, home: string): void {
  trace(`# claude starts in ${home}`)
}

/** Says that this version refused an option, and that `claude` starts again without it. */
export function traceUnknownOption({ trace }: Log, option: string): void {
  trace(`# this version does not know ${option}: starting it again without that`)
}

/** Says why a call failed, and when the next one comes. */
export function traceRetry({ trace }: Log, { message, status }: TracedFailure, waitMs: number): void {
  trace(`# ${status ?? message}, trying again in ${waitMs / 1000} s`)
}

/** Shows what `claude` printed before it had stored the new tokens. */
export function traceSuccess({ trace }: Log, output: string): void {
  trace(output === '' ? '# claude printed nothing' : '# claude printed:')
  if (output !== '') for (const line of output.split('\n')) trace(line)
}

/** Shows what `claude` printed, also without a trace; and with one, by which line of its debug log the failure was named. */
export function traceFailure(log: Log, { output, logLine, isLogRead }: TracedFailure): void {
  if (output === '') log.trace('# claude printed nothing')
  log.claudeOutput(output)
  const nothing = isLogRead ? 'does not say what went wrong' : 'could not be read, or is too large'
  log.trace(`# its debug log ${logLine === null ? nothing : `says: ${logLine}`}`)
}
