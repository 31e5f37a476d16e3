import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { LOGIN_ITEM, Mac } from '../../testing/mac.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { expectFailed, expectRefreshed } from './expectations.js'

// The macOS code of the real CLI 2.1.112 and of our own bundle. On a Mac all but the Keychain is real.

/** Less than the time after which a lock is nobody's without proof, so who waits for that ends with `locked`. */
const SHORT_OF_STALE_S = 15

/** A session refreshes such a token as it starts. */
const EXPIRED = { expiresAt: 1 }

describe('clr on macOS, with the real CLI 2.1.112', () => {
  it('refreshes the file, and only asks the Keychain whether it has an item: no prompt comes of that', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    expectRefreshed(setup, await mac.refresh())
    expect(setup.endpoint.requests.token).toHaveLength(1)
    expect(mac.calls).toEqual([['find-generic-password', '-a', 'anna', '-s', LOGIN_ITEM]])
  })

  it('says login-rejected, and keeps the file as it was', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'status', status: 400 } })
    const mac = new Mac(setup)
    expectFailed(setup, await mac.refresh(), 'login-rejected')
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  it('recovers the pair of a run that was killed in the middle of its exchange, without waiting for its lock', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'ok', delayMs: 2000, rotateOn: 'arrival' } })
    const mac = new Mac(setup)
    const running = mac.start()
    await setup.untilSent()
    running.signal('SIGKILL')
    await running.ended
    expectRefreshed(setup, await mac.refresh({ timeout: SHORT_OF_STALE_S }), 'recovered')
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })
})

describe('clr on macOS, with a login in the Keychain beside the file', () => {
  it('refuses the file before its token is sent', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: setup.originalText })
    const run = await mac.refresh()
    expectFailed(setup, run, 'usage')
    expect(run.stdout).toMatch(/the Keychain holds a login \(\\"Claude Code-credentials\\"\).*point `creds` at a file/)
    expect(setup.endpoint.requests.token).toEqual([])
  })

  it('refuses it by whatever name it is given', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: setup.originalText })
    const run = await mac.refresh({ creds: '.credentials.json', cwd: setup.home.at('.claude') })
    expectFailed(setup, run, 'usage')
    expect(setup.endpoint.requests.token).toEqual([])
  })

  it('refreshes another file', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: 'of another login' })
    const creds = setup.home.at('ci.json')
    await rename(setup.home.creds, creds)
    const run = await mac.refresh({ creds })
    await rename(creds, setup.home.creds)
    expectRefreshed(setup, run)
  })

  it('has nothing against a file that is still valid, since nothing is sent', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: setup.originalText })
    expect(await mac.refresh({ minValidity: '30m' })).toMatchObject({ code: 0, reason: 'still-valid' })
  })

  it('uses the file if the Keychain is locked, and so not what sessions use here', async () => {
    await using setup = await E2eSetup.create()
    const mac = new Mac(setup)
    mac.fillKeychain({ [LOGIN_ITEM]: setup.originalText }, true)
    const run = await mac.refresh({ trace: true })
    expectRefreshed(setup, run)
    expect(run.stderr).toContain('# the Keychain does not say whether it holds "Claude Code-credentials" (exit 36)')
  })
})

describe('clr on macOS, after a session has refreshed a login in the Keychain', () => {
  it.each([
    ['the default folder', () => ({})],
    ['CLAUDE_CONFIG_DIR', (home: string) => ({ CLAUDE_CONFIG_DIR: join(home, '.claude') })]
  ])('never sends the used-up token that is left in the file of %s', async (_which, variablesFor) => {
    await using setup = await E2eSetup.create({ login: EXPIRED })
    const variables = variablesFor(setup.home.path)
    const mac = new Mac(setup)
    // With a Keychain that is empty the session moves the login there, and takes the file away.
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
