import { mkdirSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { Job } from '../../testing/job.js'
import { ACTION_BUNDLES, NODE24 } from '../../testing/paths.js'
import { startProgram } from '../../testing/program.js'
import { inputVariables, RunnerFiles } from '../../testing/runner-files.js'

it('a login is refreshed even if an earlier step has removed the working directory', async () => {
  using job = new Job('refreshes')
  job.writeCredentials(sampleText())
  mkdirSync(job.at('gone'))
  const files = new RunnerFiles(job.path)
  const env = {
    ...job.environment('refreshes'),
    RUNNER_TEMP: job.path,
    ...files.variables,
    ...inputVariables({ creds: job.creds })
  }
  const script = 'cd "$1" && rmdir "$1" && exec "$2" "$3"'
  const command = ['/bin/sh', '-c', script, 'sh', job.at('gone'), NODE24, ACTION_BUNDLES.main]
  const { exitCode } = await startProgram(command, { env }).ended
  expect([exitCode, files.outputs]).toMatchObject([0, { reason: 'refreshed' }])
  expect(job.login).toMatchObject(NEW_PAIR)
})
