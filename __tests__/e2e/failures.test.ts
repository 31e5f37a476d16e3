import { describe, expect, it } from '@jest/globals'
import { ACTION, CLR_ON_NODE20 } from '../../testing/doors.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { Stage } from '../../testing/stage.js'
import { expectFailed } from './expectations.js'

const status = (code: number): TokenReply => ({ kind: 'status', status: code })
const nonsense = (body: string): TokenReply => ({ kind: 'nonsense', body })

/** Answers of uncertain effect, or that say no: the same token is never sent again. */
const SENT_ONCE: readonly { readonly answer: string; readonly token: TokenReply; readonly reason: string }[] = [
  { answer: '400', token: status(400), reason: 'login-rejected' },
  { answer: '401', token: status(401), reason: 'login-rejected' },
  { answer: '403', token: status(403), reason: 'login-rejected' },
  { answer: '500', token: status(500), reason: 'server-error' },
  { answer: '503', token: status(503), reason: 'server-error' },
  { answer: 'lost connection', token: { kind: 'drop' }, reason: 'network' },
  { answer: 'lost connection after the rotation', token: { kind: 'drop', rotate: true }, reason: 'network' },
  { answer: 'empty 200', token: nonsense(''), reason: 'not-refreshed' },
  { answer: '200 with a login page', token: nonsense('<html><body>Sign in</body></html>'), reason: 'not-refreshed' },
  { answer: '200 with {}', token: nonsense('{}'), reason: 'not-refreshed' },
  { answer: '200 without access_token', token: { kind: 'ok', omit: ['access_token'] }, reason: 'not-refreshed' },
  { answer: '200 without expires_in', token: { kind: 'ok', omit: ['expires_in'] }, reason: 'not-refreshed' }
]

describe.each([CLR_ON_NODE20, ACTION])('$name, with the real CLI', door => {
  it.each(SENT_ONCE)('says $reason after: $answer', async ({ token, reason }) => {
    await using stage = await Stage.set({ token })
    const run = await stage.refresh(door)
    await expectFailed(stage, run, reason)
    expect(stage.endpoint.requests.token).toHaveLength(1)
  })

  it('says login-rejected for a login that was revoked', async () => {
    await using stage = await Stage.set()
    stage.endpoint.revoke(stage.login)
    await expectFailed(stage, await stage.refresh(door), 'login-rejected')
    expect(stage.endpoint.requests.token).toHaveLength(1)
  })

  it("says network where the endpoint's certificate is not trusted, and sends nothing", async () => {
    await using stage = await Stage.set()
    const run = await stage.refresh(door, { env: { NODE_EXTRA_CA_CERTS: '' } })
    await expectFailed(stage, run, 'network')
    expect(stage.endpoint.requests.token).toEqual([])
  })
})
