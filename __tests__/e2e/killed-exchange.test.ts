import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { inputVariables, stateVariables } from '../../testing/job.js'
import { processesOf } from '../../testing/processes.js'
import { until } from '../../testing/waiting.js'
import { readTextOrEmpty } from '../../src/core/system/read.js'
import { ACTION } from '../../testing/doors.js'
import { Running } from '../../testing/running.js'
import { NODE24_PATH } from '../../testing/scratch.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

const POST_BUNDLE = fileURLToPath(new URL('../../dist/action/post.js', import.meta.url))

/** Kills a `main` and its `clr` when the endpoint has rotated the pair. @returns what `main` had told `post` */
async function killOnceSent(setup: E2eSetup): Promise<NodeJS.ProcessEnv> {
  const files = join(setup.scratch.folder, 'runner-state')
  await writeFile(files, '')
  const open = await setup.begin(ACTION, { env: { GITHUB_STATE: files } })
  await setup.untilSent()
  const clr = clrOf(setup)
  open.running.signal('SIGKILL')
  for (const pid of clr) process.kill(pid, 'SIGKILL')
  await open.ended
  return stateVariables(await readFile(files, 'utf8'))
}

/** The pids of every `clr` at work. */
function clrOf({ scratch }: E2eSetup): readonly number[] {
  return processesOf(scratch.folder).filter(pid => readTextOrEmpty(`/proc/${pid}/cmdline`).includes('/dist/cli/'))
}

function post({ scratch, endpoint }: E2eSetup, state: NodeJS.ProcessEnv): Running {
  const inputs = Object.entries({ ...state, ...inputVariables({ creds: scratch.credsPath }) })
  const given = Object.fromEntries(inputs.map(([name, value = '']) => [name, value]))
  const env = { ...scratch.environment(endpoint), ...given }
  return Running.start({ program: NODE24_PATH, args: [POST_BUNDLE], env, cwd: scratch.home })
}

describe('post, after a main and a clr that were killed once the token was sent', () => {
  it.concurrent('warns that the login may be lost if no answer comes', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'hang', rotate: true } })
    const state = await killOnceSent(setup)
    const { exitCode, stdout } = await post(setup, state).ended
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^::warning title=.*may have sent the refresh token.*`login-rejected`/m)
    expect(await setup.fileState()).toBe('as it was')
  })

  it.concurrent('says that the login may be lost if its recovery is killed, too', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'hang', rotate: true } })
    const state = await killOnceSent(setup)
    const running = post(setup, state)
    await until(() => clrOf(setup).length > 0)
    for (const pid of clrOf(setup)) process.kill(pid, 'SIGKILL')
    const { exitCode, stdout } = await running.ended
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/a run that was killed may have sent the refresh token, so the login may be lost/)
    expect(stdout).not.toMatch(/unharmed|not sent|at the end of the job/)
  })
})
