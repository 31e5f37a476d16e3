import { describe, expect, it } from '@jest/globals'
import { processesOf } from '../../testing/processes.js'
import { until } from '../../testing/waiting.js'
import { readTextOrEmpty } from '../../src/core/system/read.js'
import { ACTION } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { inputVariables, stateVariables } from '../../testing/runner-files.js'
import { startProgram, type Running, type Variables } from '../../testing/program.js'
import { ACTION_BUNDLES, NODE24 } from '../../testing/paths.js'

/** Kills a `main` and its `clr` once the endpoint has rotated the pair. @returns the state that `main` had saved for `post` */
async function killMainOnceSent(setup: E2eSetup): Promise<Variables> {
  const state = setup.home.write('runner/state', '')
  const main = setup.start(ACTION, { env: { GITHUB_STATE: state } })
  await setup.untilSent()
  const pids = clrPids(setup)
  main.signal('SIGKILL')
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await main.ended
  return stateVariables(setup.home.text('runner/state'))
}

/** The pids of all running `clr` processes. */
function clrPids({ home }: E2eSetup): readonly number[] {
  return processesOf(home.path).filter(pid => readTextOrEmpty(`/proc/${pid}/cmdline`).includes('/dist/cli/'))
}

function post({ home, environment }: E2eSetup, state: Variables): Running {
  const env = { ...environment, ...state, ...inputVariables({ creds: home.creds }) }
  return startProgram([NODE24, ACTION_BUNDLES.post], { env, cwd: home.path })
}

describe('post, after main and clr were killed with the token sent', () => {
  it.concurrent('warns that the login may be lost if no answer arrives', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'hang', rotate: true } })
    const state = await killMainOnceSent(setup)
    const { exitCode, stdout } = await post(setup, state).ended
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^::warning title=.*may have used up the refresh token.*`login-rejected`/m)
    expect(setup.fileState).toBe('as it was')
  })

  it.concurrent('fails and says that the login may be lost if its recovery is killed too', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'hang', rotate: true } })
    const state = await killMainOnceSent(setup)
    const running = post(setup, state)
    await until(() => clrPids(setup).length > 0)
    for (const pid of clrPids(setup)) process.kill(pid, 'SIGKILL')
    const { exitCode, stdout } = await running.ended
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/a run that was killed may have used up the refresh token, so the login may be lost/)
    expect(stdout).not.toMatch(/not used? (?:up|the refresh)|end of the job/i)
  })
})
