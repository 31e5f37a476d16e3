import { existsSync, writeFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { startGitHub, WRITE_TOKEN } from '../../testing/github/github.js'
import { Job } from '../../testing/job.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { stateVariables } from '../../testing/runner-files.js'
import { until } from '../../testing/waiting.js'

// act in a container, when it is interrupted, starts `post` beside a `main` that goes on, and does not read what that prints.

it('post cancels a main that is still in its exchange, and masks the tokens that main puts into the outputs', async () => {
  using job = new Job('refreshes-on-sigterm') // only because of the cancel
  job.writeCredentials(sampleText())
  const main = job.start('main')
  await job.exchangeUnderWay()
  const [post, { exitCode }] = await Promise.all([job.post(), main.ended])
  expect([post.exitCode, exitCode, job.login]).toEqual([0, 0, expect.objectContaining(NEW_PAIR)])
  expect(post.stdout).toContain(`::add-mask::${NEW_PAIR.accessToken}\n`)
  expect(post.stdout).toContain(`::add-mask::${NEW_PAIR.refreshToken}\n`)
  expect(job.leftovers).toEqual([])
})

it('post keeps a main that is still at work from starting an exchange', async () => {
  await using github = await startGitHub()
  github.repository('acme/app')
  github.faults.add({ fault: { kind: 'hang' }, method: 'GET' })
  using job = new Job('refreshes')
  job.writeCredentials(sampleText())
  const inputs = { 'secret-name': 'CLAUDE', 'github-token': WRITE_TOKEN }
  const main = job.start('main', inputs, { GITHUB_API_URL: github.apiUrl })
  await until(() => github.requests.length > 0)
  const [post, { exitCode }] = await Promise.all([job.post(), main.ended])
  expect([post.exitCode, exitCode, job.text('.claude/.credentials.json')]).toEqual([0, 1, sampleText()])
  expect(job.leftovers).toEqual([])
})

it('post masks the tokens of a main that has ended since its output was read, and prints nothing after one that had ended before', async () => {
  using job = new Job('refreshes')
  job.writeCredentials(sampleText())
  await job.main()
  const usual = await job.post()
  const { stdout } = await job.post({}, { STATE_finished: '' })
  expect(usual.stdout).toBe('')
  expect(stdout).toContain(`::add-mask::${NEW_PAIR.accessToken}\n`)
  expect(stdout).toContain(`::add-mask::${NEW_PAIR.refreshToken}\n`)
})

it.each([
  ['has saved since', /^(?:incoming|stored|placed|clr)<</m],
  ['had saved while the file was emptied', /$^/]
])('the runner has read the state of main, and emptied its file: post knows what main %s', async (_when, kept) => {
  using job = new Job('hangs')
  const inputs = { 'creds-json': sampleText() }
  const main = job.start('main', inputs)
  await until(() => job.isolatedHomes.length > 0 && job.state.clr !== undefined)
  const { STATE_creds, STATE_main, STATE_account } = stateVariables(job.text('state'))
  // The state of `post` has the same path in act.
  const entries = job.text('state').split(/(?<=^ghadelimiter_.*\n)/m)
  writeFileSync(job.at('state'), entries.filter(entry => kept.test(entry)).join(''))
  const read = { STATE_creds, STATE_main, STATE_account }
  const [post, { exitCode }] = await Promise.all([job.start('post', inputs, read).ended, main.ended])
  expect([exitCode, post.exitCode, existsSync(job.creds), job.leftovers]).toEqual([1, 0, false, []])
})
