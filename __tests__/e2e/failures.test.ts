import { describe, expect, it } from '@jest/globals'
import { ACTION, CLR_ON_NODE20 } from '../../testing/doors.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { expectFailed } from './expectations.js'

const status = (code: number): TokenReply => ({ kind: 'status', status: code })
const nonsense = (body: string): TokenReply => ({ kind: 'nonsense', body })

/** Answers that refuse, or that leave the outcome uncertain: the same token is never sent again. */
const SENT_ONCE: readonly {
  readonly answer: string
  readonly token: TokenReply
  readonly reason: string
  readonly isRemembered?: boolean
  /** A part of the message. */
  readonly says?: string
}[] = [
  { answer: '400', token: status(400), reason: 'login-rejected', isRemembered: true },
  { answer: '401', token: status(401), reason: 'login-rejected', says: 'refused the login (401)' },
  { answer: '403', token: status(403), reason: 'login-rejected', says: 'refused the login (403)' },
  { answer: '418', token: status(418), reason: 'not-refreshed', says: 'answered 418, without new tokens' },
  { answer: '500', token: status(500), reason: 'server-error', says: 'answered 500;' },
  { answer: '502', token: status(502), reason: 'server-error', says: 'answered 502;' },
  { answer: '503', token: status(503), reason: 'server-error', says: 'answered 503;' },
  { answer: '529', token: status(529), reason: 'server-error', says: 'answered 529;' },
  { answer: 'lost connection', token: { kind: 'drop' }, reason: 'network' },
  { answer: 'lost connection after the rotation', token: { kind: 'drop', rotate: true }, reason: 'network' },
  { answer: 'empty 200', token: nonsense(''), reason: 'not-refreshed' },
  { answer: '200 with a login page', token: nonsense('<html><body>Sign in</body></html>'), reason: 'not-refreshed' },
  { answer: '200 with {}', token: nonsense('{}'), reason: 'not-refreshed' },
  { answer: '200 without access_token', token: { kind: 'ok', omit: ['access_token'] }, reason: 'not-refreshed' },
  { answer: '200 without expires_in', token: { kind: 'ok', omit: ['expires_in'] }, reason: 'not-refreshed' }
]

describe.each([CLR_ON_NODE20, ACTION])('$name, with the real CLI', door => {
  it.each(SENT_ONCE)('says $reason after: $answer', async ({ token, reason, isRemembered, says = '' }) => {
    await using setup = await E2eSetup.create({ token })
    const run = await setup.refresh(door)
    expectFailed(setup, run, reason, { isRemembered })
    expect(run.shown).toContain(says)
  })

  it('says login-rejected for a login that was revoked', async () => {
    await using setup = await E2eSetup.create()
    setup.endpoint.revoke(setup.login)
    expectFailed(setup, await setup.refresh(door), 'login-rejected', { isRemembered: true })
  })

  it("says network and sends nothing if the endpoint's certificate is not trusted", async () => {
    await using setup = await E2eSetup.create()
    const run = await setup.refresh(door, { env: { NODE_EXTRA_CA_CERTS: '' } })
    expectFailed(setup, run, 'network', { sends: 0 })
  })
})
