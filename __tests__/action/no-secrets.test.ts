import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { whyNoSecrets } from '../../src/action/no-secrets.js'
import { TempFolder } from '../../testing/temp-folder.js'

/** The answer for a run of this event, with a pull request from one repository to another. */
function why(event: string, variables: NodeJS.ProcessEnv, [head, base, more]: readonly unknown[] = []): string | null {
  using temp = new TempFolder()
  const pull_request = { head: { repo: head }, base: { repo: base } }
  const file = temp.write('event.json', JSON.stringify({ pull_request, repository: more }))
  return whyNoSecrets({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: file, ...variables })
}

const MB = 1024 * 1024
const OURS = { full_name: 'acme/app' }
const FORK = { full_name: 'bob/app' }

describe('whyNoSecrets', () => {
  it.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    'says that a %s comes from a fork',
    event => {
      expect(why(event, {}, [FORK, OURS])).toBe('this is a pull request from a fork, which gets no secrets')
    }
  )

  it.each([
    ['on a branch of the repository itself', 'pull_request', [{ full_name: 'Acme/App' }, OURS]],
    ['from a fork that was deleted', 'pull_request', [null, OURS]],
    ['that gets secrets from a fork', 'pull_request_target', [FORK, OURS]],
    [
      'from a fork of a private repository, which may be allowed secrets',
      'pull_request',
      [FORK, OURS, { private: true }]
    ],
    ['of another event', 'push', []]
  ])('is null for a run %s', (_what, event, repositories) => {
    expect(why(event, {}, repositories)).toBeNull()
  })

  it.each(['pull_request', 'push'])('says that Dependabot started the run for a %s', event => {
    expect(why(event, { GITHUB_ACTOR: 'dependabot[bot]' }, [OURS, OURS])).toBe(
      'Dependabot started this run, and its runs only get Dependabot secrets'
    )
  })

  it('is null for a schedule that Dependabot was the last to edit, since it gets all secrets', () => {
    expect(why('schedule', { GITHUB_ACTOR: 'dependabot[bot]' })).toBeNull()
  })

  it('is null for a run from a fork that did get a secret', () => {
    const variables = { 'INPUT_CREDS-JSON': '{}' }
    expect(why('pull_request', variables, [FORK, OURS])).toBeNull()
    expect(why('pull_request', { 'INPUT_CREDS-JSON': ' ' }, [FORK, OURS, { private: false }])).toContain('fork')
  })

  it("reads an event of 25 MB, GitHub's maximum, but no larger file, and does not wait for a pipe", () => {
    using temp = new TempFolder()
    const pull_request = { head: { repo: FORK }, base: { repo: OURS } }
    const text = JSON.stringify({ pull_request })
    const GITHUB_EVENT_PATH = temp.write('event.json', text.padEnd(25 * MB))
    const variables = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH }
    expect(whyNoSecrets(variables)).toContain('fork')
    temp.write('event.json', text.padEnd(25 * MB + 1))
    expect(whyNoSecrets(variables)).toBeNull()
    rmSync(GITHUB_EVENT_PATH)
    execFileSync('mkfifo', [GITHUB_EVENT_PATH])
    expect(whyNoSecrets(variables)).toBeNull()
  })

  it.each(['', '/nowhere', '/dev/null'])('is null if the event cannot be read: %j', file => {
    expect(why('pull_request', { GITHUB_EVENT_PATH: file })).toBeNull()
  })
})
