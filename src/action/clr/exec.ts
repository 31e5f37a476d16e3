import { getExecOutput, type ExecOptions } from '@actions/exec'
import { allowedVariables } from '../../core/system/allowed-variables.js'

/** What a program left when it ended. */
export interface ProgramResult {
  /** Its exit status; null if a signal ended it, or if it could not be started. */
  readonly exitCode: number | null
  readonly stdout: string
  /** What it printed there; if it could not be started, why. */
  readonly stderr: string
}

/** Whether SIGKILL may have ended a program: a shell that waited for it ends with 137; else it has no exit code, and said nothing. */
export function mayBeKilled({ exitCode }: Pick<ProgramResult, 'exitCode'>, said: string): boolean {
  return exitCode === 137 || (exitCode === null && said === '')
}

/** How a program is run: `env` is its whole environment. */
export type ExecuteOptions = Required<Pick<ExecOptions, 'env' | 'cwd'>> & Pick<ExecOptions, 'delay' | 'listeners'>

/** Runs a program to its end, and shows nothing of what it prints. Never throws. @param program absolute path */
export async function execute(
  program: string,
  args: readonly string[],
  options: ExecuteOptions
): Promise<ProgramResult> {
  const asOneWord = `"${program.replaceAll('"', '\\"')}"` // @actions/exec takes it for a command line, and splits it
  try {
    const { exitCode, stdout, stderr } = await getExecOutput(asOneWord, [...args], {
      ...options,
      silent: true,
      ignoreReturnCode: true
    })
    return { exitCode: Number.isInteger(exitCode) ? exitCode : null, stdout, stderr } // null after a signal
  } catch (error) {
    return { exitCode: null, stdout: '', stderr: error instanceof Error ? error.message : String(error) }
  }
}

/** How a program that is not ours is run. */
export interface ProgramOptions {
  /** The caller's: only an allowlist of it reaches the program. */
  readonly env: NodeJS.ProcessEnv
  /** An empty folder, which is its home. */
  readonly home: string
  /** The names of more variables that may pass. */
  readonly alsoAllowed?: readonly string[]
  /** The root by default: nothing of a workspace, nor of a folder above it, is to steer a program. */
  readonly workingDirectory?: string
}

/** Runs a program that is not ours to its end. Never throws. @param program absolute path */
export function runProgram(program: string, args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  return execute(program, args, { env: environmentOf(options), cwd: options.workingDirectory ?? '/' })
}

function environmentOf({ env, home, alsoAllowed = [] }: ProgramOptions): Record<string, string> {
  const more = [...alsoAllowed, 'RUNNER_TRACKING_ID'].flatMap(name => {
    const value = env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const variables = { ...allowedVariables(env), ...Object.fromEntries(more) }
  return { ...variables, HOME: home, USERPROFILE: home, DISABLE_AUTOUPDATER: '1' }
}
