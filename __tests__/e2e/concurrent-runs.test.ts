import { EventEmitter, once } from 'node:events'
import { existsSync, lstatSync, mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { until } from '../../testing/waiting.js'
import { MODEL_ANSWER } from '../../testing/endpoint/answers.js'
import { ACTION, CLR_ON_NODE20, CLR_ON_NODE24, type Door } from '../../testing/doors.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { namesBelow } from '../../testing/folder-state.js'
import { expectCurrentPair, expectRefreshed } from './expectations.js'

/** Usually long enough for another program to start and to reach the locks. */
const SLOW_ANSWER = { kind: 'ok', delayMs: 4000 } as const

let gate = new EventEmitter()

/** A reply that the endpoint holds back until `releaseReply`. */
function heldReply(): TokenReply {
  gate = new EventEmitter()
  return { kind: 'ok', after: once(gate, 'release') }
}

function releaseReply(): void {
  gate.emit('release')
}

/** A session refreshes such a login when it starts. */
const EXPIRED = { expiresAt: 1 }

const PAIRS: readonly (readonly [Door, Door])[] = [
  [CLR_ON_NODE20, CLR_ON_NODE24],
  [ACTION, CLR_ON_NODE20]
]

describe('runs at the same time on one file', () => {
  it.each(PAIRS)('make one exchange, and both report refreshed', async (first, second) => {
    await using setup = await E2eSetup.create({ token: heldReply() })
    const one = setup.start(first)
    await setup.untilSent()
    const isWaiting = setup.untilAnotherWaits()
    const other = setup.start(second)
    await isWaiting
    releaseReply()
    for (const run of await Promise.all([one.ended, other.ended])) expectRefreshed(setup, run)
  })

  it('make fewer exchanges than there are runs, even if six start at the same moment', async () => {
    await using setup = await E2eSetup.create({ token: SLOW_ANSWER })
    const doors = [CLR_ON_NODE20, CLR_ON_NODE20, CLR_ON_NODE24, CLR_ON_NODE24, ACTION, ACTION]
    const runs = await Promise.all(doors.map(door => setup.refresh(door)))
    const sends = setup.endpoint.requests.token.length
    for (const run of runs) expectRefreshed(setup, run, { sends })
    expect(sends).toBeLessThan(doors.length)
  })
})

describe('a run beside a live session of the CLI in the same HOME', () => {
  it('waits for the exchange of the session, and reports its pair as refreshed', async () => {
    await using setup = await E2eSetup.create({ token: heldReply(), login: EXPIRED })
    const session = setup.startSession()
    await setup.untilSent()
    const started = setup.start(CLR_ON_NODE20)
    await setup.untilLocked()
    releaseReply()
    expect(await started.ended).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
    expectSessionWell(setup, await session.ended)
  })

  it('keeps the session from sending the same token, and the session continues with the new pair', async () => {
    await using setup = await E2eSetup.create({ token: SLOW_ANSWER, login: EXPIRED })
    const started = setup.start(CLR_ON_NODE20)
    await setup.untilSent()
    const session = setup.startSession()
    expect(await started.ended).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
    expectSessionWell(setup, await session.ended)
  })

  it('does not send the token behind a symlink that the session has replaced with a file', async () => {
    await using setup = await E2eSetup.create({ token: heldReply(), login: EXPIRED })
    const { creds } = setup.home
    const target = setup.home.at('store', '.credentials.json')
    mkdirSync(setup.home.at('store'))
    renameSync(creds, target)
    symlinkSync(target, creds)
    const session = setup.startSession()
    await setup.untilSent()
    const started = setup.start(CLR_ON_NODE20)
    await until(() => existsSync(join(`${target}.clr`, 'lock', 'owner.json')))
    releaseReply()
    expect(await started.ended).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
    expectSessionWell(setup, await session.ended)
    expect(lstatSync(creds).isSymbolicLink()).toBe(false)
  })
})

it('a run after a session that was killed in its exchange takes over the locks at once, and removes them', async () => {
  await using setup = await E2eSetup.create({ token: { kind: 'hang' }, login: EXPIRED })
  const session = setup.startSession()
  await setup.untilSent()
  session.signal('SIGKILL')
  await session.ended
  setup.remember()
  expect(locksAndWorkFolders(setup)).toHaveLength(3)
  setup.endpoint.token.reply = { kind: 'ok' }
  // It would wait for 20 s if it could not prove that the locks are stale.
  expectRefreshed(setup, await setup.refresh(CLR_ON_NODE20, { timeout: 18 }), { sends: 2 })
  expect(locksAndWorkFolders(setup)).toEqual([])
})

/** Expects that the session asked the model with the current access token, after one exchange, and that no lock is left. */
function expectSessionWell(setup: E2eSetup, ended: { exitCode: number | null; stdout: string }): void {
  expect(ended).toMatchObject({ exitCode: 0, stdout: `${MODEL_ANSWER}\n` })
  expectCurrentPair(setup)
  expect(setup.endpoint.reuses).toBe(0)
  expect(setup.endpoint.requests.token).toHaveLength(1)
  const { accessToken } = setup.endpoint.currentPair(setup.login)
  expect(setup.endpoint.requests.model.map(({ bearer }) => bearer)).toEqual([accessToken])
  expect(locksAndWorkFolders(setup)).toEqual([])
}

function locksAndWorkFolders({ home }: E2eSetup): readonly string[] {
  return namesBelow(home.path).filter(name =>
    /\.clr|\.claude\.lock|\.oauth_refresh\.lock|\.storage-write\.lock/.test(name)
  )
}
