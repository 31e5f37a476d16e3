import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { LOGIN_ITEM, Mac } from '../../testing/mac.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { expectFailed, expectRefreshed } from './expectations.js'

// The macOS code of the real CLI 2.1.112 and of our own bundle. On a Mac everything but the Keychain is real.

/** Less than the time after which any lock is regarded as stale: a run that waits for that ends with `locked`. */
const SHORTER_THAN_STALE_S = 15

/** A session refreshes such a login when it starts. */
const EXPIRED = { expiresAt: 1 }

describe('clr on macOS, with the real CLI 2.1.112', () => {
  it('refreshes the file, and asks the Keychain only whether an item exists, which shows no prompt', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    expectRefreshed(setup, await mac.refresh())
    expect(mac.calls).toEqual([['find-generic-password', '-a', 'anna', '-s', LOGIN_ITEM]])
  })

  it('says login-rejected, and leaves the file unchanged', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'status', status: 400 } })
    const mac = new Mac(setup)
    expectFailed(setup, await mac.refresh(), 'login-rejected', { isRemembered: true })
  })

  it('recovers the pair of a run that was killed during its exchange, without waiting for the lock to be stale', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'ok', delayMs: 2000, rotateOn: 'arrival' } })
    const mac = new Mac(setup)
    const running = mac.start()
    await setup.untilSent()
    running.signal('SIGKILL')
    await running.ended
    expectRefreshed(setup, await mac.refresh({ timeout: SHORTER_THAN_STALE_S }), { reason: 'recovered' })
  })
})

describe('clr on macOS, if both the Keychain and the file have a login', () => {
  it('refuses the file before its token is sent', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: setup.originalText })
    const run = await mac.refresh()
    expectFailed(setup, run, 'usage', { sends: 0 })
    expect(run.stdout).toMatch(/the Keychain has a login \(\\"Claude Code-credentials\\"\).*with `--creds`/)
  })

  it('refuses the file also by a relative path', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: setup.originalText })
    const run = await mac.refresh({ creds: '.credentials.json', cwd: setup.home.at('.claude') })
    expectFailed(setup, run, 'usage', { sends: 0 })
  })

  it('refreshes a file at another path', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: 'of another login' })
    const creds = setup.home.at('ci.json')
    await rename(setup.home.creds, creds)
    const run = await mac.refresh({ creds })
    await rename(creds, setup.home.creds)
    expectRefreshed(setup, run)
  })

  it('does not refuse a file that is still valid, since nothing is sent', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: setup.originalText })
    expect(await mac.refresh({ minValidity: '30m' })).toMatchObject({ code: 0, reason: 'still-valid' })
  })

  it('refreshes the file if the Keychain is locked, since sessions cannot use the Keychain either', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: setup.originalText }, true)
    const run = await mac.refresh({ trace: true })
    expectRefreshed(setup, run)
    expect(run.stderr).toContain('# the Keychain does not say whether it holds "Claude Code-credentials" (exit 36)')
  })
})

describe('clr on macOS, after a session has moved the login to the Keychain and refreshed it there', () => {
  it.each([
    ['the default folder', () => ({})],
    ['CLAUDE_CONFIG_DIR', (home: string) => ({ CLAUDE_CONFIG_DIR: join(home, '.claude') })]
  ])('never sends the used-up token in a file of %s', async (_which, variablesFor) => {
    await using setup = await E2eSetup.create({ login: EXPIRED })
    const variables = variablesFor(setup.home.path)
    const mac = new Mac(setup)
    // If the Keychain is empty, the session moves the login there and removes the file.
    await mac.session(variables)
    const services = mac.services
    expect(existsSync(setup.home.creds)).toBe(false)
    setup.home.writeCredentials(setup.originalText)
    const run = await mac.refresh({ env: variables })
    expect(run).toMatchObject({ code: 1, reason: 'usage' })
    expect(run.stdout).toContain(services[0])
    expect(setup.endpoint).toMatchObject({ reuses: 0, requests: { token: [{}] } })
  })
})
