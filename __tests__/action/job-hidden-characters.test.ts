import { expect, it } from '@jest/globals'
import { Job } from '../../testing/job.js'

it('shows a path without characters that hide others or change their order', async () => {
  using job = new Job('refreshes')
  const { stdout, summary } = await job.main({ creds: '/nowhere/\u202egpj.\u200bx' })
  expect(stdout).toContain('No credentials file at /nowhere/ gpj. x')
  expect(summary).toContain('/nowhere/ gpj. x')
  expect(stdout + summary).not.toMatch(/\p{Cf}/u)
})

it('prints no line to sign in that it would have to change', async () => {
  using job = new Job('refreshes')
  const secret = { 'secret-name': 'CLAUDE', 'secret-environment': 'x##[error]y', 'github-token': 'ghp_test_1' }
  const { stdout, summary } = await job.main({ ...secret, 'creds-json': '{' }, { GITHUB_REPOSITORY: 'acme/app' })
  expect(stdout).toContain('with `clr login` for the secret `CLAUDE` of `acme/app`, in the environment')
  expect(stdout).toMatch(/^to sign in again: with `clr login` for the secret `CLAUDE`/m)
  expect(stdout + summary).not.toMatch(/## ?\[|--env/)
})

it('has no row about a file that does not exist', async () => {
  using job = new Job('refreshes')
  const wrong = { 'login-warning': 'soon' }
  expect((await job.main(wrong)).summary).not.toContain('<th>File</th>')
  const creds = job.write('c.json', '{}')
  expect((await job.main({ ...wrong, creds })).summary).toContain('<th>File</th>')
})
