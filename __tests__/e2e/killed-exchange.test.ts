import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { inputVariables, stateVariables } from '../../testing/job.js'
import { processesOf } from '../../testing/processes.js'
import { until } from '../../testing/waiting.js'
import { readTextIfAny } from '../../src/core/system/read.js'
import { ACTION } from '../../testing/doors.js'
import { Running } from '../../testing/running.js'
import { NODE24_PATH } from '../../testing/scratch.js'
import { Stage } from '../../testing/stage.js'

const POST_BUNDLE = fileURLToPath(new URL('../../dist/post/index.js', import.meta.url))

/** Kills a `main` and its `clr` when the endpoint has rotated the pair. @returns what `main` had told `post` */
async function killOnceSent(stage: Stage): Promise<NodeJS.ProcessEnv> {
  const files = join(stage.scratch.folder, 'runner-state')
  await writeFile(files, '')
  const open = await stage.begin(ACTION, { env: { GITHUB_STATE: files } })
  await stage.untilSent()
  const clr = clrOf(stage)
  open.running.signal('SIGKILL')
  for (const pid of clr) process.kill(pid, 'SIGKILL')
  await open.ended
  return stateVariables(await readFile(files, 'utf8'))
}

/** The pids of every `clr` at work. */
function clrOf({ scratch }: Stage): readonly number[] {
  return processesOf(scratch.folder).filter(pid => readTextIfAny(`/proc/${pid}/cmdline`).includes('/dist/cli/'))
}

function post({ scratch, endpoint }: Stage, state: NodeJS.ProcessEnv): Running {
  const inputs = Object.entries({ ...state, ...inputVariables({ creds: scratch.credsPath }) })
  const given = Object.fromEntries(inputs.map(([name, value = '']) => [name, value]))
  const env = { ...scratch.environment(endpoint), ...given }
  return Running.start({ program: NODE24_PATH, args: [POST_BUNDLE], env, cwd: scratch.home })
}

describe('post, after a main and a clr that were killed once the token was sent', () => {
  it.concurrent('warns that the login may be lost if no answer comes', async () => {
    await using stage = await Stage.set({ token: { kind: 'hang', rotate: true } })
    const state = await killOnceSent(stage)
    const { exitCode, stdout } = await post(stage, state).ended
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^::warning title=.*may have sent the refresh token.*`login-rejected`/m)
    expect(await stage.fileState()).toBe('as it was')
  })

  it.concurrent('says that the login may be lost if its recovery is killed, too', async () => {
    await using stage = await Stage.set({ token: { kind: 'hang', rotate: true } })
    const state = await killOnceSent(stage)
    const running = post(stage, state)
    await until(() => clrOf(stage).length > 0)
    for (const pid of clrOf(stage)) process.kill(pid, 'SIGKILL')
    const { exitCode, stdout } = await running.ended
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/a run that was killed may have sent the refresh token, so the login may be lost/)
    expect(stdout).not.toMatch(/unharmed|not sent|at the end of the job/)
  })
})
