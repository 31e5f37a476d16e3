import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { choose, VERSION_MANAGERS, VOLTA } from '../../testing/version-managers.js'
import { Job } from '../../testing/job.js'

const REFRESHES = path.resolve(import.meta.dirname, '../../testing/claudes/refreshes')

it.each(VERSION_MANAGERS)('the action follows a shim of $name to the claude behind it', async manager => {
  using job = new Job('fails-at-once')
  job.writeCredentials(sampleText())
  const shims = manager.install(job, ['claude'])
  job.write('installs/README', '')
  symlinkSync(path.join(REFRESHES, 'claude'), job.at('installs/claude'))
  job.write(manager.userFile, choose({ claude: job.at('installs/claude') }))
  const { outputs } = await job.main({}, { PATH: `${shims}:/usr/bin:/bin` })
  expect(outputs).toMatchObject({ reason: 'refreshed' })
  expect([job.login, job.leftovers]).toMatchObject([NEW_PAIR, []])
})

it('the action follows a shim of a manager whose variables name another folder', async () => {
  using job = new Job('fails-at-once')
  job.writeCredentials(sampleText())
  const shims = VOLTA.install(job, ['claude'])
  job.write('elsewhere/tools/user/platform.json', choose({ claude: path.join(REFRESHES, 'claude') }))
  const { outputs } = await job.main({}, { PATH: `${shims}:/usr/bin:/bin`, VOLTA_HOME: job.at('elsewhere') })
  expect(outputs).toMatchObject({ reason: 'refreshed' })
})
