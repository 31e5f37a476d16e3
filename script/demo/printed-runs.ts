import { E2eSetup } from '../../testing/e2e-setup.js'
import type { DoorRun } from '../../testing/doors.js'
import { CLR, NODE20 } from '../../testing/paths.js'
import { startProgram, type Ended } from '../../testing/program.js'
import { maskSecrets, runnerLog } from '../runner-log.js'
import { summaryAsText } from '../summary-text.js'
import { printTitle } from '../terminal.js'

/** Prints what a user sees of a step of the action: its log and its summary, and, if wanted, its outputs. */
export function printStep(step: DoorRun, { withOutputs }: { readonly withOutputs: boolean }): void {
  printTitle('The action, `uses: org/clr-refresh@v1`: its log')
  console.log(logOf(step))
  printTitle('Its job summary')
  console.log(summaryAsText(step.summary))
  if (!withOutputs) return
  printTitle('Its outputs')
  const lines = Object.entries(step.outputs).map(([name, value]) => `${name.padEnd(18)}${value}`)
  console.log(maskSecrets(lines.join('\n'), step.stdout))
}

/** Runs `clr refresh` as in a terminal, and prints the call with what it printed. */
export async function showClr({ environment: env, home }: E2eSetup): Promise<Ended> {
  const clr = await startProgram([NODE20, CLR, 'refresh'], { env, cwd: home.path }).ended
  printTitle('A terminal: `clr refresh`')
  console.log(`$ clr refresh\n${clr.stdout}${clr.stderr}`.trimEnd())
  return clr
}

/** Whether a part of a token is in what a user sees of a step and of a run of `clr`. */
export function isTokenShown(step: DoorRun, clr: Ended): boolean {
  return (logOf(step) + step.summary + clr.stdout + clr.stderr).includes('sk-ant-')
}

function logOf({ stdout, stderr }: DoorRun): string {
  return runnerLog(stdout + stderr)
}
