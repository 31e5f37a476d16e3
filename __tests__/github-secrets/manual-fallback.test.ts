import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { describeFallback } from '../../src/github-secrets/manual-fallback.js'
import { openSecretStore } from '../../src/github-secrets/secret-store.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { ENVIRONMENT, LIMITS, LOGIN, LOGIN_LINE, ORGANIZATION, refusal, REPOSITORY, targetAt } from './targets.js'

let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
})

/** The arguments of each `gh` in a piece of markdown, as a shell reads them. */
function ghCalls(markdown: string | null): string[][] {
  const lines = (markdown ?? '').split('\n').filter(line => line.startsWith('gh '))
  return lines.map(line =>
    execFileSync('/bin/sh', ['-c', `gh() { printf '%s\\n' "$@"; }; ${line}`], { encoding: 'utf8' })
      .trimEnd()
      .split('\n')
  )
}

function valueOf(call: readonly string[] | undefined, field: string): string {
  return call?.find(argument => argument.startsWith(`${field}=`))?.slice(field.length + 1) ?? ''
}

describe('the sealed boxes for the summary', () => {
  it('can be opened by GitHub alone, and have no stamp, which a person would make stale', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    await github.close()
    const markdown = store.sealedFallback(LOGIN)
    const [credentials, accessToken] = ghCalls(markdown)
    expect(vault.open(valueOf(credentials, 'encrypted_value'))).toBe(LOGIN_LINE)
    expect(vault.open(valueOf(accessToken, 'encrypted_value'))).toBe('fake-access-1')
    expect(valueOf(credentials, 'key_id')).toBe(vault.keyId)
    expect(credentials).toContain('/repos/acme/app/actions/secrets/CLAUDE_CREDENTIALS')
    expect(markdown).not.toContain('fake-access')
    github = await startGitHub()
  })

  it('are those of what was not stored', async () => {
    github.repository('acme/app')
    github.faults.add({ method: 'PUT', path: /CREDENTIALS/, fault: { kind: 'status', status: 422 } })
    const store = await openSecretStore(targetAt(github))
    await refusal(store.store(LOGIN, LIMITS))
    expect(ghCalls(store.sealedFallback(LOGIN))).toHaveLength(1)
    await store.store(LOGIN, LIMITS)
    expect(store.sealedFallback(LOGIN)).toBeNull()
  })

  it('are none where the public key was never fetched', async () => {
    const store = await openSecretStore(targetAt(github))
    await refusal(store.store(LOGIN, { limitMs: 300 }))
    expect(store.sealedFallback(LOGIN)).toBeNull()
  })

  it('are for the key that GitHub has now, if that was rotated and the write still failed', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github, { accessTokenName: null }))
    await store.proveWritable(LIMITS)
    vault.rotateKey()
    github.faults.add({ method: 'PUT', fault: { kind: 'meanwhile', act: () => undefined } })
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 403 } })
    await refusal(store.store(LOGIN, LIMITS))
    const [credentials] = ghCalls(store.sealedFallback(LOGIN))
    expect(vault.open(valueOf(credentials, 'encrypted_value'))).toBe(LOGIN_LINE)
    expect(valueOf(credentials, 'key_id')).toBe(vault.keyId)
  })

  it('leave the visibility of an organization as it is', async () => {
    const vault = github.organization('acme')
    vault.put('CLAUDE_CREDENTIALS', { text: 'old', visibility: 'selected', repositoryIds: [7, 8] })
    const store = await openSecretStore(targetAt(github, { place: ORGANIZATION }))
    await store.proveWritable(LIMITS)
    const [credentials, accessToken] = ghCalls(store.sealedFallback(LOGIN))
    expect(credentials).toEqual(
      expect.arrayContaining(['visibility=selected', 'selected_repository_ids[]=7', 'selected_repository_ids[]=8'])
    )
    expect(accessToken).toContain('visibility=private')
  })
})

describe('the line for gh', () => {
  const secret = { name: 'X', sealed: { encrypted_value: 'AAA=', key_id: '1' }, visibility: {}, overtakenAtMs: null }

  it.each([
    ['https://api.github.com', null],
    ['https://api.acme.ghe.com', 'acme.ghe.com'],
    ['https://ghes.example/api/v3', 'ghes.example']
  ])('names the server %s', (apiUrl, host) => {
    const [call = []] = ghCalls(describeFallback([secret], { place: REPOSITORY, apiUrl }))
    expect(call.includes('--hostname') ? call[call.indexOf('--hostname') + 1] : null).toBe(host)
  })

  it('survives a quote in the name of an environment', () => {
    const [call] = ghCalls(describeFallback([secret], { place: ENVIRONMENT, apiUrl: 'https://api.github.com' }))
    expect(call).toContain('/repos/acme/app/environments/keep%20alive%27s%2F1/secrets/X')
  })

  it('comes with a warning if it would replace what somebody else wrote, and apart from the others', () => {
    const overtaken = { ...secret, name: 'Y', overtakenAtMs: Date.UTC(2026, 0, 31, 9, 2) }
    const at = { place: REPOSITORY, apiUrl: 'https://api.github.com' }
    const markdown = describeFallback([overtaken, secret], at)
    const [before = '', between = ''] = markdown.split(/^gh .*$/m)
    expect(
      [before, between].map(text => text.includes('would replace what somebody else wrote at 2026-01-31 09:02 UTC'))
    ).toEqual([false, true])
    expect(ghCalls(markdown).map(call => call.find(argument => argument.startsWith('/repos')))).toEqual(
      ['X', 'Y'].map(name => `/repos/acme/app/actions/secrets/${name}`)
    )
    expect(describeFallback([overtaken], at)).not.toContain('before the next run')
  })

  it('says that no repository is selected', () => {
    const visibility = { visibility: 'selected', selected_repository_ids: [] }
    const [call] = ghCalls(
      describeFallback([{ ...secret, visibility }], { place: ORGANIZATION, apiUrl: 'https://api.github.com' })
    )
    expect(call).toContain('selected_repository_ids[]')
  })
})
