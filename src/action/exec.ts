import { getExecOutput, type ExecOptions } from '@actions/exec'
import { allowedVariables } from '../core/system/allowed-variables.js'

/** How a program ended. */
export interface ProgramResult {
  /** Null if a signal ended it, or if it could not be started. */
  readonly exitCode: number | null
  readonly stdout: string
  /** What it printed on stderr; if it could not be started, the cause. */
  readonly stderr: string
}

/** Whether SIGKILL may have ended a program: it has no exit code and no output, or has 137, from a shell that waited for it. */
export function mayBeKilled({ exitCode }: Pick<ProgramResult, 'exitCode'>, output: string): boolean {
  return exitCode === 137 || (exitCode === null && output === '')
}

/**
 * Runs a program to its end. Its output is not logged. Never throws.
 * @param program absolute path; `env` in the options is its whole environment, `cwd` by default our own working directory
 */
export async function execute(
  program: string,
  args: readonly string[],
  options: Required<Pick<ExecOptions, 'env'>> & Pick<ExecOptions, 'cwd' | 'delay' | 'listeners'>
): Promise<ProgramResult> {
  const quoted = `"${program.replaceAll('"', '\\"')}"` // quoted, because @actions/exec splits it like a command line
  try {
    const { exitCode, stdout, stderr } = await getExecOutput(quoted, [...args], {
      ...options,
      silent: true,
      ignoreReturnCode: true
    })
    // `exitCode` is null after a signal
    return { exitCode: Number.isInteger(exitCode) ? exitCode : null, stdout, stderr }
  } catch (error) {
    return { exitCode: null, stdout: '', stderr: error instanceof Error ? error.message : String(error) }
  }
}

/** How a third-party program is run. */
export interface ProgramOptions {
  /** The caller's environment: the program gets only allowed variables of it. */
  readonly env: NodeJS.ProcessEnv
  /** An empty folder for HOME. */
  readonly home: string
}

/**
 * Runs a third-party program to its end, in the file system's root, so that no file in a workspace, or in a folder above it,
 * can influence it. Never throws.
 * @param program absolute path
 */
export function runProgram(
  program: string,
  args: readonly string[],
  { env, home }: ProgramOptions
): Promise<ProgramResult> {
  const variables = { ...allowedVariables(env), ...pick(env, ['RUNNER_TRACKING_ID']) }
  return execute(program, args, {
    env: { ...variables, HOME: home, USERPROFILE: home, DISABLE_AUTOUPDATER: '1' },
    cwd: '/'
  })
}

/** The variables of these names that are set. */
export function pick(env: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {}
  for (const name of names) {
    const value = env[name]
    if (value !== undefined) picked[name] = value
  }
  return picked
}
