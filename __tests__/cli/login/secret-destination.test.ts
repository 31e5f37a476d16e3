import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSecretDestination, type SecretLoginDestination } from '../../../src/cli/login/secret-destination.js'
import type { SecretDestination } from '../../../src/cli/login-options.js'
import { storedAtIn } from '../../../src/core/credentials/stamp.js'
import { RefreshError } from '../../../src/core/reasons.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../../testing/github/github.js'
import type { Vault } from '../../../testing/github/vault.js'
import { parseObject } from '../../../testing/json-object.js'
import { rejectionOf } from '../../../testing/refusal.js'
import { sampleCredentials } from '../../../testing/sample-login.js'

const REQUEST: SecretDestination = {
  kind: 'secret',
  name: 'CLAUDE_CREDENTIALS',
  repository: 'octo/demo',
  environment: 'claude',
  organization: null
}
const LOGIN = sampleCredentials()
let github: StandInGitHub
let environment: Vault
let said: string[]

beforeEach(async () => {
  github = await startGitHub()
  environment = github.environment('octo/demo', 'claude')
  said = []
})

afterEach(async () => {
  await github.close()
})

function open(changes: Partial<SecretDestination> = {}, token = WRITE_TOKEN): Promise<SecretLoginDestination> {
  return openSecretDestination(
    { ...REQUEST, ...changes },
    {
      environment: { GITHUB_API_URL: github.apiUrl, GH_TOKEN: token, PATH: '/nowhere' },
      cancel: new AbortController().signal,
      say: line => said.push(line),
      terminal: null
    }
  )
}

async function proven(changes: Partial<SecretDestination> = {}): Promise<SecretLoginDestination> {
  const destination = await open(changes)
  await destination.prove()
  return destination
}

/** The error of some work, with its remedy. */
async function errorOf(work: Promise<unknown>): Promise<RefreshError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  if (error instanceof RefreshError) return error
  throw new Error('it did not fail, or failed otherwise', { cause: error })
}

describe('the proof before the sign-in', () => {
  it('says whether the secret is new, or when it was last written', async () => {
    await proven()
    expect(said).toEqual([
      'the secret CLAUDE_CREDENTIALS of environment "claude" of octo/demo can be written; it does not exist yet'
    ])
    environment.put('CLAUDE_CREDENTIALS', { text: 'old', updatedAtMs: Date.UTC(2026, 10, 1, 9, 30) })
    await proven()
    expect(said[1]).toMatch(/can be written; it was last written at 2026-11-01 09:30 UTC, and will be replaced$/)
  })

  it('says that it created the environment', async () => {
    github.tokens.set('ghp_admin', 'admin')
    const destination = await open({ environment: 'new' }, 'ghp_admin')
    await destination.prove()
    expect(said[0]).toBe(
      'created environment "new" of octo/demo, without protection rules; it is kept even if you cancel'
    )
    expect(said[1]).toContain('it does not exist yet')
  })

  it.each([
    [
      'read',
      'GH_TOKEN lacks the repository permission "Environments: write" (a classic token: the scope "repo")',
      'Give the token this permission for octo/demo.'
    ],
    ['expired', 'GH_TOKEN is not valid', 'Set GH_TOKEN to a new token.']
  ] as const)('names the variable of a token that may not write: %s', async (permission, sentence, advice) => {
    github.tokens.set('ghp_fake', permission)
    const destination = await open({}, 'ghp_fake')
    const { reason, message, remedy } = await errorOf(destination.prove())
    expect(reason).toBe('secret-not-writable')
    expect(message).toContain(sentence)
    expect(remedy).toBe(`${advice} The sign-in has not started.`)
    expect(environment.writes).toEqual([])
  })

  it('gives a wrong option the remedy of a login', async () => {
    const { remedy } = await errorOf(open({ name: 'my-secret' }))
    expect(remedy).toBe('The sign-in has not started.')
  })
})

describe('a new login', () => {
  it('is stored as one stamped line without tokens of other services', async () => {
    const destination = await proven()
    await destination.store(LOGIN)
    const text = environment.textOf('CLAUDE_CREDENTIALS') ?? ''
    expect(text).not.toContain('\n')
    expect(parseObject(text)).toEqual({ claudeAiOauth: LOGIN.fields, storedAt: storedAtIn(text) })
    expect(Math.abs(Date.parse(storedAtIn(text) ?? '') - Date.now())).toBeLessThan(60_000)
  })

  it('is stored in an organization with the visibility of the old one', async () => {
    const vault = github.organization('octo')
    vault.put('CLAUDE_CREDENTIALS', { text: 'old', visibility: 'selected', repositoryIds: [7, 9] })
    const destination = await proven({ repository: null, environment: null, organization: 'octo' })
    await destination.store(LOGIN)
    expect(vault.secrets.get('CLAUDE_CREDENTIALS')).toMatchObject({ visibility: 'selected', repositoryIds: [7, 9] })
  })

  it.each([false, true])(
    'is not stored over what a job has written during the sign-in; existed before: %j',
    async existed => {
      if (existed) environment.put('CLAUDE_CREDENTIALS', { text: 'old', updatedAtMs: Date.now() - 60_000 })
      const destination = await proven()
      environment.put('CLAUDE_CREDENTIALS', { text: 'of a job' })
      const { reason, message } = await rejectionOf(destination.store(LOGIN))
      expect(reason).toBe('secret-write-failed')
      expect(message).toMatch(
        /somebody else wrote it at .* UTC \(a job or another sign-in; storing this login now would replace it\), so it was not overwritten/
      )
      expect(environment.textOf('CLAUDE_CREDENTIALS')).toBe('of a job')
    }
  )

  it('is not stored if the token was revoked during the sign-in', async () => {
    const destination = await proven()
    github.tokens.set(WRITE_TOKEN, 'expired')
    const { reason, message } = await rejectionOf(destination.store(LOGIN))
    expect(reason).toBe('secret-write-failed')
    expect(message).toContain('GH_TOKEN is not valid')
    expect(message).not.toMatch(/sk-ant|github_pat/)
  })
})

describe('the last lines', () => {
  it('say what was stored, that SECRETS_TOKEN is missing, and what to do next', async () => {
    const destination = await proven()
    const place = `127.0.0.1:${github.port}/octo/demo`
    expect(await destination.store(LOGIN)).toEqual([
      'stored the new login as the secret CLAUDE_CREDENTIALS of environment "claude" of octo/demo',
      'the secret SECRETS_TOKEN is not in environment "claude" of octo/demo, nor in repository octo/demo: the workflow needs it to store the refreshed login, unless it uses a GitHub App\'s token',
      `create a token with the repository permission "Environments: write" (a classic token: the scope "repo"), and store it:`,
      `  gh secret set SECRETS_TOKEN --repo ${place} --env claude`,
      `next: run the workflow that refreshes this login, at http://${place}/actions or with:`,
      `  gh workflow run keepalive.yml --repo ${place}`
    ])
  })

  it.each(['environment', 'repository'])('do not name SECRETS_TOKEN if the %s has it', async kind => {
    const vault = kind === 'repository' ? github.repository('octo/demo') : environment
    vault.put('SECRETS_TOKEN', { text: 'fake' })
    const destination = await proven()
    expect((await destination.store(LOGIN)).filter(line => line.includes('SECRETS_TOKEN'))).toEqual([])
  })
})
