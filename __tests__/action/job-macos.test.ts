import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { NOTHING_BUT_MASKS } from '../../testing/expectations.js'
import { sampleText } from '../../testing/sample-login.js'
import { until } from '../../testing/waiting.js'
import { AS_ON_MACOS } from '../../testing/mac.js'
import { Job } from '../../testing/job.js'

it('post on macOS ends the clr that a killed main left running', async () => {
  using job = new Job('hangs')
  job.writeCredentials(sampleText())
  const step = job.start('main', { timeout: '0' }, AS_ON_MACOS)
  await until(() => job.state.clr !== undefined && job.isolatedHomes.length > 0)
  process.kill(step.pid, 'SIGKILL')
  await step.ended
  expect(await job.post({}, AS_ON_MACOS)).toMatchObject({ exitCode: 0, stdout: NOTHING_BUT_MASKS })
  expect(readFileSync(job.creds, 'utf8')).toBe(sampleText())
  expect(job.leftovers).toEqual([])
})
