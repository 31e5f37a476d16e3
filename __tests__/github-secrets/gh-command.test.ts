import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ghCommand } from '../../src/github-secrets/gh-command.js'
import { openSecretStore, type ManualWrite } from '../../src/github-secrets/secret-store.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { refusal } from './refusal.js'
import { BOTH, ENVIRONMENT, GUARDED, LIMITS, ORGANIZATION, PLAIN, REPOSITORY, targetAt } from './targets.js'

let github: StandInGitHub

beforeEach(async () => {
  github = await startGitHub()
})

afterEach(async () => {
  await github.close()
})

/** The arguments that `gh` gets from a command, as a shell reads it. */
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

describe('what a person can store in place of write', () => {
  it('can be opened by GitHub alone', async () => {
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

  it('is a text for no known moment: nobody knows when that person will do it', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    const [call] = ghCalls(store.manualWrites([{ name: 'GUARDED', textAt: now => JSON.stringify(now) }]))
    expect(vault.open(valueOf(call, 'encrypted_value'))).toBe('null')
  })

  it('is what was not stored', async () => {
    github.repository('acme/app')
    github.faults.add({ method: 'PUT', path: /GUARDED/, fault: { kind: 'status', status: 422 } })
    const store = await openSecretStore(targetAt(github))
    await refusal(store.write(BOTH, LIMITS))
    expect(store.manualWrites(BOTH)).toMatchObject([{ name: 'GUARDED', overtakenAtMs: null }])
    await store.write(BOTH, LIMITS)
    expect(store.manualWrites(BOTH)).toEqual([])
  })

  it('is nothing if the public key was never fetched', async () => {
    const store = await openSecretStore(targetAt(github))
    await refusal(store.write(BOTH, { limitMs: 300 }))
    expect(store.manualWrites(BOTH)).toEqual([])
  })

  it('is for the key that GitHub has now, if that was rotated and the write still failed', async () => {
    const vault = github.repository('acme/app')
    const store = await openSecretStore(targetAt(github))
    await store.proveWritable(LIMITS)
    vault.rotateKey()
    github.faults.add({ method: 'PUT', fault: { kind: 'meanwhile', act: () => undefined } })
    github.faults.add({ method: 'PUT', fault: { kind: 'status', status: 403 } })
    await refusal(store.write([GUARDED], LIMITS))
    const [guarded] = ghCalls(store.manualWrites([GUARDED]))
    expect(vault.open(valueOf(guarded, 'encrypted_value'))).toBe(GUARDED.textAt())
    expect(valueOf(guarded, 'key_id')).toBe(vault.keyId)
  })

  it('leaves the visibility of an organization as it is', async () => {
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

describe('the command for gh', () => {
  const secret = { name: 'X', sealed: { encrypted_value: 'AAA=', key_id: '1' }, visibility: {} }

  it.each([
    ['https://api.github.com', null],
    ['https://api.acme.ghe.com', 'acme.ghe.com'],
    ['https://ghes.example/api/v3', 'ghes.example']
  ])('names the server %s', (apiUrl, host) => {
    const call = argumentsOf(ghCommand(secret, { location: REPOSITORY, apiUrl }))
    expect(call.includes('--hostname') ? call[call.indexOf('--hostname') + 1] : null).toBe(host)
  })

  it('survives a quote in the name of an environment', () => {
    const call = argumentsOf(ghCommand(secret, { location: ENVIRONMENT, apiUrl: 'https://api.github.com' }))
    expect(call).toContain('/repos/acme/app/environments/keep%20alive%27s%2F1/secrets/X')
  })

  it('says that no repository is selected', () => {
    const visibility = { visibility: 'selected', selected_repository_ids: [] }
    const at = { location: ORGANIZATION, apiUrl: 'https://api.github.com' }
    expect(argumentsOf(ghCommand({ ...secret, visibility }, at))).toContain('selected_repository_ids[]')
  })
})
