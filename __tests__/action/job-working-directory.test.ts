import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { inputVariables, Job } from '../../testing/job.js'
import { parseFileCommands } from '../../testing/action-copy.js'

const ROOT = path.resolve(import.meta.dirname, '../..')

it('a working directory that an earlier step has removed keeps no login from its refresh', () => {
  using job = new Job('refreshes')
  job.place(sampleText())
  mkdirSync(job.at('gone'))
  const env = {
    PATH: [path.join(ROOT, 'testing/claudes/refreshes'), '/usr/bin', '/bin'].join(':'),
    HOME: job.path,
    RUNNER_TEMP: job.path,
    GITHUB_OUTPUT: job.write('output', ''),
    ...inputVariables({ creds: job.creds })
  }
  const args = [job.at('gone'), path.join(ROOT, 'node_modules/node/bin/node'), path.join(ROOT, 'dist/action/main.js')]
  const main = spawnSync('/bin/sh', ['-c', 'cd "$1" && rmdir "$1" && exec "$2" "$3"', 'sh', ...args], { env })
  expect([main.status, parseFileCommands(job.text('output'))]).toMatchObject([0, { reason: 'refreshed' }])
  expect(job.login).toMatchObject(NEW_PAIR)
})
