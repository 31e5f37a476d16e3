import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { LOGIN_ITEM, Mac } from '../../testing/mac.js'
import { Stage } from '../../testing/stage.js'
import { expectFailed, expectRefreshed } from './expectations.js'

// The macOS code of the real CLI 2.1.112 and of our own bundle. On a Mac all but the Keychain is real.

/** Less than the time after which a lock is nobody's without proof, so who waits for that ends with `locked`. */
const SHORT_OF_STALE_S = 15

/** A session refreshes such a token as it starts. */
const EXPIRED = { expiresAt: 1 }

describe('clr on macOS, with the real CLI 2.1.112', () => {
  it('refreshes the file, and only asks the Keychain whether it has an item: no prompt comes of that', async () => {
    await using stage = await Stage.set()
    const mac = await Mac.around(stage)
    await expectRefreshed(stage, await mac.refresh())
    expect(stage.endpoint.requests.token).toHaveLength(1)
    expect(await mac.calls()).toEqual([['find-generic-password', '-a', 'anna', '-s', LOGIN_ITEM]])
  })

  it('says login-rejected, and keeps the file as it was', async () => {
    await using stage = await Stage.set({ token: { kind: 'status', status: 400 } })
    const mac = await Mac.around(stage)
    await expectFailed(stage, await mac.refresh(), 'login-rejected')
    expect(stage.endpoint.requests.token).toHaveLength(1)
  })

  it('recovers the pair of a run that was killed in the middle of its exchange, without waiting for its lock', async () => {
    await using stage = await Stage.set({ token: { kind: 'ok', delayMs: 2000, rotateOn: 'arrival' } })
    const mac = await Mac.around(stage)
    const { running } = await mac.begin()
    await stage.untilSent()
    running.signal('SIGKILL')
    await running.ended
    await expectRefreshed(stage, await mac.refresh({ timeout: SHORT_OF_STALE_S }), 'recovered')
    expect(stage.endpoint.requests.token).toHaveLength(1)
  })
})

describe('clr on macOS, with a login in the Keychain beside the file', () => {
  it('refuses the file before its token is sent', async () => {
    await using stage = await Stage.set()
    const mac = await Mac.around(stage)
    await mac.fillKeychain({ [LOGIN_ITEM]: stage.originalText })
    const run = await mac.refresh()
    await expectFailed(stage, run, 'usage')
    expect(run.stdout).toMatch(/the Keychain holds a login \(\\"Claude Code-credentials\\"\).*point `creds` at a file/)
    expect(stage.endpoint.requests.token).toEqual([])
  })

  it('refuses it by whatever name it is given', async () => {
    await using stage = await Stage.set()
    const mac = await Mac.around(stage)
    await mac.fillKeychain({ [LOGIN_ITEM]: stage.originalText })
    const run = await mac.refresh({ creds: '.credentials.json', cwd: join(stage.scratch.home, '.claude') })
    await expectFailed(stage, run, 'usage')
    expect(stage.endpoint.requests.token).toEqual([])
  })

  it('refreshes another file', async () => {
    await using stage = await Stage.set()
    const mac = await Mac.around(stage)
    await mac.fillKeychain({ [LOGIN_ITEM]: 'of another login' })
    const creds = join(stage.scratch.home, 'ci.json')
    await rename(stage.scratch.credsPath, creds)
    const run = await mac.refresh({ creds })
    await rename(creds, stage.scratch.credsPath)
    await expectRefreshed(stage, run)
  })

  it('has nothing against a file that is still valid, since nothing is sent', async () => {
    await using stage = await Stage.set()
    const mac = await Mac.around(stage)
    await mac.fillKeychain({ [LOGIN_ITEM]: stage.originalText })
    expect(await mac.refresh({ minValidity: '30m' })).toMatchObject({ code: 0, reason: 'still-valid' })
  })

  it('uses the file if the Keychain is locked, and so not what sessions use here', async () => {
    await using stage = await Stage.set()
    const mac = await Mac.around(stage)
    await mac.fillKeychain({ [LOGIN_ITEM]: stage.originalText }, true)
    const run = await mac.refresh({ trace: true })
    await expectRefreshed(stage, run)
    expect(run.stderr).toContain('# the Keychain does not say whether it holds "Claude Code-credentials" (exit 36)')
  })
})

describe('clr on macOS, after a session has refreshed a login in the Keychain', () => {
  it.each([
    ['the default folder', () => ({})],
    ['CLAUDE_CONFIG_DIR', (home: string) => ({ CLAUDE_CONFIG_DIR: join(home, '.claude') })]
  ])('never sends the used-up token that is left in the file of %s', async (_which, variablesFor) => {
    await using stage = await Stage.set({ login: EXPIRED })
    const variables = variablesFor(stage.scratch.home)
    const mac = await Mac.around(stage)
    // With a Keychain that is empty the session moves the login there, and takes the file away.
    await mac.session(variables)
    const services = await mac.services()
    expect(existsSync(stage.scratch.credsPath)).toBe(false)
    await stage.scratch.writeCredentials(stage.originalText)
    const run = await mac.refresh({ env: variables })
    expect(run).toMatchObject({ code: 1, reason: 'usage' })
    expect(run.stdout).toContain(services[0])
    expect(stage.endpoint).toMatchObject({ reuses: 0, requests: { token: [{}] } })
  })
})
