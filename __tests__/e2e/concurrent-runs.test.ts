import { EventEmitter, once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { lstat, mkdir, rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { until } from '../../testing/waiting.js'
import { MODEL_ANSWER } from '../../testing/endpoint/answers.js'
import { ACTION, CLR_ON_NODE20, CLR_ON_NODE24, type Door } from '../../testing/doors.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { expectCurrentPair, expectRefreshed } from './expectations.js'

/** Mostly long enough for another program to start and to come to the locks. */
const SLOW_ANSWER = { kind: 'ok', delayMs: 4000 } as const

let gate = new EventEmitter()

/** An answer that is held back until `letAnswer`. */
function whenLet(): TokenReply {
  gate = new EventEmitter()
  return { kind: 'ok', after: once(gate, 'let') }
}

function letAnswer(): void {
  gate.emit('let')
}

/** A session refreshes such a token as it starts. */
const EXPIRED = { expiresAt: 1 }

const PAIRS: readonly (readonly [Door, Door])[] = [
  [CLR_ON_NODE20, CLR_ON_NODE24],
  [ACTION, CLR_ON_NODE20]
]

describe('two runs at once on one file', () => {
  it.each(PAIRS)('make one exchange, and both count as refreshed', async (first, second) => {
    await using setup = await E2eSetup.create({ token: whenLet() })
    const one = setup.start(first)
    await setup.untilSent()
    const isWaiting = setup.untilAnotherWaits()
    const other = setup.start(second)
    await isWaiting
    letAnswer()
    const [oneRun, otherRun] = await Promise.all([one.ended, other.ended])
    expectRefreshed(setup, oneRun)
    expectRefreshed(setup, otherRun)
    expect(setup.endpoint.requests.token).toHaveLength(1)
  })

  it('also when many start in the same moment', async () => {
    await using setup = await E2eSetup.create({ token: SLOW_ANSWER })
    const doors = [CLR_ON_NODE20, CLR_ON_NODE20, CLR_ON_NODE24, CLR_ON_NODE24, ACTION, ACTION]
    const runs = await Promise.all(doors.map(door => setup.refresh(door)))
    for (const run of runs) expectRefreshed(setup, run)
    expect(setup.endpoint.requests.token.length).toBeLessThan(doors.length)
  })
})

describe('a run beside a live session of the CLI on the same HOME', () => {
  it('waits for its exchange, and counts the pair that it brought', async () => {
    await using setup = await E2eSetup.create({ token: whenLet(), login: EXPIRED })
    const session = setup.startSession()
    await setup.untilSent()
    const started = setup.start(CLR_ON_NODE20)
    await setup.untilLocked()
    letAnswer()
    expect(await started.ended).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
    expectSessionWell(setup, await session.ended)
  })

  it('keeps it from sending the same token, and the session goes on with the new pair', async () => {
    await using setup = await E2eSetup.create({ token: SLOW_ANSWER, login: EXPIRED })
    const started = setup.start(CLR_ON_NODE20)
    await setup.untilSent()
    const session = setup.startSession()
    expect(await started.ended).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
    expectSessionWell(setup, await session.ended)
  })
})

describe('a run after a session of the CLI that was killed in its exchange', () => {
  it('takes its locks over at once, and nothing of them is left', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'hang' }, login: EXPIRED })
    const session = setup.startSession()
    await setup.untilSent()
    session.signal('SIGKILL')
    await session.ended
    setup.remember()
    expect(namesOfOurs(setup)).toHaveLength(3)
    setup.endpoint.token.reply = { kind: 'ok' }
    // Without proof it would wait for 20 s.
    expectRefreshed(setup, await setup.refresh(CLR_ON_NODE20, { timeout: 18 }))
    expect(namesOfOurs(setup)).toEqual([])
  })
})

describe('a run on a link, beside a live session of the CLI that puts a file in its place', () => {
  it('counts the pair that it brought, and does not send the one that the link led to', async () => {
    await using setup = await E2eSetup.create({ token: whenLet(), login: EXPIRED })
    const { creds, path: folder } = setup.home
    await mkdir(join(folder, 'store'))
    await rename(creds, join(folder, 'store', '.credentials.json'))
    await symlink(join(folder, 'store', '.credentials.json'), creds)
    const session = setup.startSession()
    await setup.untilSent()
    const started = setup.start(CLR_ON_NODE20)
    await until(() => existsSync(join(folder, 'store', '.credentials.json.clr', 'lock', 'owner.json')))
    letAnswer()
    expect(await started.ended).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
    expectSessionWell(setup, await session.ended)
    expect((await lstat(creds)).isSymbolicLink()).toBe(false)
  })
})

/** It got its answer with the current access token, one exchange served both, and no lock of ours stands in its way. */
function expectSessionWell(setup: E2eSetup, ended: { exitCode: number | null; stdout: string }): void {
  expect(ended).toMatchObject({ exitCode: 0, stdout: `${MODEL_ANSWER}\n` })
  expectCurrentPair(setup)
  expect(setup.endpoint.reuses).toBe(0)
  expect(setup.endpoint.requests.token).toHaveLength(1)
  const { accessToken } = setup.endpoint.currentPair(setup.login)
  expect(setup.endpoint.requests.model.map(({ bearer }) => bearer)).toEqual([accessToken])
  expect(namesOfOurs(setup)).toEqual([])
}

function namesOfOurs({ home }: E2eSetup): readonly string[] {
  const names = readdirSync(home.path, { recursive: true, encoding: 'utf8' })
  return names.filter(name => /\.clr|\.claude\.lock|\.oauth_refresh\.lock|\.storage-write\.lock/.test(name))
}
