import { describe, expect, it } from '@jest/globals'
import { ACTION, CLR_ON_NODE20 } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { ageRejection, rejectionIn } from '../../testing/rejection-record.js'
import { expectFailed } from './expectations.js'

const HOUR_MS = 3_600_000

describe.each([CLR_ON_NODE20, ACTION])('$name, with the real CLI and a rejected login', door => {
  it('sends its token again only after an hour, then after two; a new login is refreshed at once', async () => {
    await using setup = await E2eSetup.create()
    setup.endpoint.revoke(setup.login)
    const expectRejected = async (sends: number): Promise<string> => {
      const run = await setup.refresh(door)
      expectFailed(setup, run, 'login-rejected', { sends, isRemembered: true })
      return run.shown
    }
    expect(await expectRejected(1)).not.toContain('rejected since')
    const shown = await expectRejected(1)
    expect(shown).toMatch(/rejected since \S+ \S+ UTC .* no run tries it again before \S+ \S+ UTC/)
    expect(shown).toContain(`delete ${setup.workFolder}/rejection.json`)

    ageRejection(setup.home, HOUR_MS + 1000)
    await expectRejected(2)
    ageRejection(setup.home, HOUR_MS + 1000)
    expect(await expectRejected(2)).toContain(', 2 times so far')
    expect(rejectionIn(setup.home)).toMatchObject({ count: 2 })

    const another = setup.endpoint.newLogin()
    setup.home.writeCredentials(JSON.stringify(another))
    expect(await setup.refresh(door)).toMatchObject({ code: 0, reason: 'refreshed' })
    expect(setup.home.login).toMatchObject(setup.endpoint.currentPair(another))
    expect([setup.endpoint.requests.token.length, setup.leftovers]).toEqual([3, []])
  })
})

describe('two simultaneous runs', () => {
  it('send a token that is rejected only once', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'status', status: 400 } })
    const runs = await Promise.all([setup.refresh(CLR_ON_NODE20), setup.refresh(CLR_ON_NODE20)])
    for (const run of runs) expectFailed(setup, run, 'login-rejected', { isRemembered: true })
  })
})
