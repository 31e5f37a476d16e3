import { execFile } from 'node:child_process'
import { Deadline } from '../../core/deadline.js'
import { describeDeadEnd, findProgram } from '../../core/programs/find-program.js'
import { RefreshError } from '../../core/reasons.js'
import { safeLine } from '../../core/redact.js'
import { errorCode } from '../../core/system/system-error.js'

/** How long a program may take to answer, in milliseconds. A keyring may ask its user for a password first. */
const LIMIT_MS = 60_000

/** The longest answer that is read, in bytes. */
const MAX_ANSWER_BYTES = 1024 * 1024

/** A program's answer, or why there is none, which completes "`gh` …" in a sentence: `is not on PATH`. */
export type ProgramAnswer =
  | { readonly kind: 'ended'; readonly exitCode: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'failed'; readonly why: string }

/** How to ask a program. */
export interface AskOptions {
  /** The program's whole environment, and the PATH on which it is found. */
  readonly environment: NodeJS.ProcessEnv
  /** Aborted when the user cancels. */
  readonly cancel: AbortSignal
}

/**
 * Runs one of the user's own programs, such as `gh`, in the working directory and without a shell. It is found only in
 * absolute folders of the PATH, and behind the shim of a version manager.
 * @throws RefreshError `cancelled`
 */
export async function askProgram(
  command: readonly [string, ...string[]],
  { environment, cancel }: AskOptions
): Promise<ProgramAnswer> {
  const [name, ...args] = command
  const found = await findProgram(name, { environment, patience: { deadline: Deadline.after(0), cancel } })
  if (found === null) return { kind: 'failed', why: 'is not on PATH' }
  if (!('program' in found)) return { kind: 'failed', why: `cannot be run: ${safeLine(describeDeadEnd(name, found))}` }
  const answer = await run(found.program, args, environment, cancel)
  if (cancel.aborted) throw new RefreshError('cancelled', `stopped while \`${name}\` was running`)
  return answer
}

function run(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  cancel: AbortSignal
): Promise<ProgramAnswer> {
  const options = { env: environment, signal: cancel, timeout: LIMIT_MS, maxBuffer: MAX_ANSWER_BYTES } as const
  return new Promise(resolve => {
    const child = execFile(program, args, { ...options, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      const code = error?.code
      if (error === null) resolve({ kind: 'ended', exitCode: 0, stdout, stderr })
      else if (typeof code === 'number') resolve({ kind: 'ended', exitCode: code, stdout, stderr })
      else resolve({ kind: 'failed', why: whyNoAnswer(error) })
    })
    child.stdin?.on('error', () => undefined).end()
  })
}

function whyNoAnswer(error: { readonly killed?: boolean; readonly signal?: string | undefined }): string {
  if (error.killed === true) return `did not answer within ${LIMIT_MS / 1000} s`
  if (error.signal !== undefined) return `was ended by ${error.signal}`
  return `cannot be run (${errorCode(error)})`
}
