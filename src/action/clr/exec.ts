import { getExecOutput } from '@actions/exec'
import { allowedVariables } from '../../core/claude/claude-environment.js'
import type { ClrResult } from './start.js'

/** The surroundings of a program that is not ours. */
export interface ProgramSurroundings {
  /** The caller's: only an allowlist of it reaches the program. */
  readonly env: NodeJS.ProcessEnv
  /** An empty folder, which is its home. */
  readonly home: string
  /** The names of more variables that may pass. */
  readonly alsoAllowed?: readonly string[]
  /** The root by default: nothing of a workspace, nor of a folder above it, is to steer a program. */
  readonly workingDirectory?: string
}

/** Variables that hold the way to a client's key: for `claude` itself, for no other program. */
const CLIENT_KEYS = 'CLAUDE_CODE_CLIENT_'

/** Runs a program to its end. Does not throw where it cannot be started: that is a result without exit status. */
export async function runProgram(
  program: string,
  args: readonly string[],
  around: ProgramSurroundings
): Promise<ClrResult> {
  try {
    const { exitCode, stdout, stderr } = await getExecOutput(`"${program.replaceAll('"', '\\"')}"`, [...args], {
      env: environmentOf(around),
      cwd: around.workingDirectory ?? '/',
      silent: true,
      ignoreReturnCode: true
    })
    return { exitCode: Number.isInteger(exitCode) ? exitCode : null, stdout, stderr }
  } catch (error) {
    return { exitCode: null, stdout: '', stderr: error instanceof Error ? error.message : String(error) }
  }
}

function environmentOf({ env, home, alsoAllowed = [] }: ProgramSurroundings): Record<string, string> {
  const allowed = Object.entries(allowedVariables(env)).filter(([name]) => !name.startsWith(CLIENT_KEYS))
  const more = [...alsoAllowed, 'RUNNER_TRACKING_ID'].flatMap(name => {
    const value = env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries([...allowed, ...more]), HOME: home, USERPROFILE: home, DISABLE_AUTOUPDATER: '1' }
}
