import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { secretsPath } from '../../src/github-secrets/location.js'
import { ghCommand, visibilityFor } from '../../src/github-secrets/seal.js'
import { openSecretStore, type ManualWrite } from '../../src/github-secrets/secret-store.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { rejectionOf } from '../../testing/refusal.js'
import { BOTH, ENVIRONMENT, GUARDED, inStore, LIMITS, ORGANIZATION, PLAIN, REPOSITORY, targetAt } from './targets.js'

let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
})

/** The arguments that a shell passes to `gh`. */
function argumentsOf(command: string): string[] {
  return execFileSync('/bin/sh', ['-c', `gh() { printf '%s\\n' "$@"; }; ${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
}

function ghCalls(writes: readonly ManualWrite[]): string[][] {
  return writes.map(({ command }) => argumentsOf(command))
}

function valueOf(call: readonly string[] | undefined, field: string): string {
  return call?.find(argument => argument.startsWith(`${field}=`))?.slice(field.length + 1) ?? ''
}

describe('the commands for texts that were not stored', () => {
  it('contain texts that only GitHub can open', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    await github.close()
    const writes = store.manualWrites(BOTH)
    const [guarded, plain] = ghCalls(writes)
    expect(vault.open(valueOf(guarded, 'encrypted_value'))).toBe(GUARDED.textAt())
    expect(vault.open(valueOf(plain, 'encrypted_value'))).toBe(PLAIN.textAt())
    expect(valueOf(guarded, 'key_id')).toBe(vault.keyId)
    expect(guarded).toContain('/repos/acme/app/actions/secrets/GUARDED')
    expect(JSON.stringify(writes)).not.toContain('the plain text')
    github = await startGitHub()
  })

  it('contain texts without a time, since it is not known when they will be stored', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    const [call] = ghCalls(store.manualWrites([{ name: 'GUARDED', textAt: now => JSON.stringify(now) }]))
    expect(vault.open(valueOf(call, 'encrypted_value'))).toBe('null')
  })

  it('leave out what was stored', async () => {
    github.repository('acme/app')
    github.faults.add({ method: 'PUT', path: /GUARDED/, fault: { kind: 'status', status: 422 } })
    const store = await openSecretStore(targetAt(github))
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(store.manualWrites(BOTH)).toMatchObject([{ name: 'GUARDED', overtakenAtMs: null }])
    await store.write(BOTH, LIMITS)
    expect(store.manualWrites(BOTH)).toEqual([])
  })

  it('are missing if the public key was never fetched', async () => {
    const store = await openSecretStore(targetAt(github))
    await rejectionOf(store.write(BOTH, { limitMs: 300 }))
    expect(store.manualWrites(BOTH)).toEqual([])
  })

  it("use GitHub's new key if it was rotated and the write still failed", async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    vault.rotateKey()
    github.faults.add({ method: 'PUT', fault: { kind: 'meanwhile', act: () => undefined } })
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 403 } })
    await rejectionOf(store.write([GUARDED], LIMITS))
    const [guarded] = ghCalls(store.manualWrites([GUARDED]))
    expect(vault.open(valueOf(guarded, 'encrypted_value'))).toBe(GUARDED.textAt())
    expect(valueOf(guarded, 'key_id')).toBe(vault.keyId)
  })

  it("keep the visibility of an organization's secret", async () => {
    const vault = github.organization('acme')
    vault.put('GUARDED', { text: 'old', visibility: 'selected', repositoryIds: [7, 8] })
    const store = await openSecretStore(targetAt(github, { location: ORGANIZATION }))
    await store.proveWritable(LIMITS)
    const [guarded, plain] = ghCalls(store.manualWrites(BOTH))
    expect(guarded).toEqual(
      expect.arrayContaining(['visibility=selected', 'selected_repository_ids[]=7', 'selected_repository_ids[]=8'])
    )
    expect(plain).toContain('visibility=private')
  })
})

describe('ghCommand', () => {
  const sealed = { encrypted_value: 'AAA=', key_id: '1' }
  const apiUrl = 'https://api.github.com'

  it.each([
    ['https://api.github.com', null],
    ['https://api.acme.ghe.com', 'acme.ghe.com'],
    ['https://ghes.example/api/v3', 'ghes.example']
  ])('names the server %s', (apiUrl, host) => {
    const call = argumentsOf(ghCommand(`${secretsPath(REPOSITORY)}/X`, sealed, apiUrl))
    expect(call.includes('--hostname') ? call[call.indexOf('--hostname') + 1] : null).toBe(host)
  })

  it('is correct even if the name of an environment has a quote', () => {
    const call = argumentsOf(ghCommand(`${secretsPath(ENVIRONMENT)}/X`, sealed, apiUrl))
    expect(call).toContain('/repos/acme/app/environments/keep%20alive%27s%2F1/secrets/X')
  })

  it.each([
    ['actions', [7, 8], ['-F selected_repository_ids[]=7', '-F selected_repository_ids[]=8']],
    ['dependabot', [7, 8], ['-f selected_repository_ids[]=7', '-f selected_repository_ids[]=8']], // strings, not numbers
    ['codespaces', [7, 8], ['-F selected_repository_ids[]=7', '-F selected_repository_ids[]=8']],
    ['actions', [], ['-F selected_repository_ids[]']],
    ['dependabot', [], ['-F selected_repository_ids[]']]
  ] as const)('keeps a selection of repositories in the %s store: %j', (app, ids, fields) => {
    const visibility = visibilityFor(app, { visibility: 'selected', selected_repository_ids: ids })
    const path = secretsPath(inStore(ORGANIZATION, app))
    const call = argumentsOf(ghCommand(`${path}/X`, { ...sealed, ...visibility }, apiUrl))
    expect(call).toContain(`/orgs/acme/${app}/secrets/X`)
    const flagged = call.map((argument, at) => `${call[at - 1] ?? ''} ${argument}`)
    expect(flagged.filter(pair => /^-. selected_repository_ids/.test(pair))).toEqual(fields)
  })
})
