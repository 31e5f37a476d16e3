import { EventEmitter, once } from 'node:events'
import { existsSync } from 'node:fs'
import { lstat, mkdir, readdir, rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { until } from '../../testing/waiting.js'
import { MODEL_ANSWER } from '../../testing/endpoint/answers.js'
import { ACTION, CLR_ON_NODE20, CLR_ON_NODE24, type Door } from '../../testing/doors.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { Stage } from '../../testing/stage.js'
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
    await using stage = await Stage.set({ token: whenLet() })
    const one = await stage.begin(first)
    await stage.untilSent()
    const isWaiting = stage.untilAnotherWaits()
    const other = await stage.begin(second)
    await isWaiting
    letAnswer()
    const [oneRun, otherRun] = await Promise.all([one.ended, other.ended])
    await expectRefreshed(stage, oneRun)
    await expectRefreshed(stage, otherRun)
    expect(stage.endpoint.requests.token).toHaveLength(1)
  })

  it('also when many start in the same moment', async () => {
    await using stage = await Stage.set({ token: SLOW_ANSWER })
    const doors = [CLR_ON_NODE20, CLR_ON_NODE20, CLR_ON_NODE24, CLR_ON_NODE24, ACTION, ACTION]
    const runs = await Promise.all(doors.map(door => stage.refresh(door)))
    for (const run of runs) await expectRefreshed(stage, run)
    expect(stage.endpoint.requests.token.length).toBeLessThan(doors.length)
  })
})

describe('a run beside a live session of the CLI on the same HOME', () => {
  it('waits for its exchange, and counts the pair that it brought', async () => {
    await using stage = await Stage.set({ token: whenLet(), login: EXPIRED })
    const session = stage.startSession()
    await stage.untilSent()
    const open = await stage.begin(CLR_ON_NODE20)
    await stage.untilLocked()
    letAnswer()
    expect(await open.ended).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
    await expectSessionWell(stage, await session.ended)
  })

  it('keeps it from sending the same token, and the session goes on with the new pair', async () => {
    await using stage = await Stage.set({ token: SLOW_ANSWER, login: EXPIRED })
    const open = await stage.begin(CLR_ON_NODE20)
    await stage.untilSent()
    const session = stage.startSession()
    expect(await open.ended).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
    await expectSessionWell(stage, await session.ended)
  })
})

describe('a run after a session of the CLI that was killed in its exchange', () => {
  it('takes its locks over at once, and nothing of them is left', async () => {
    await using stage = await Stage.set({ token: { kind: 'hang' }, login: EXPIRED })
    const session = stage.startSession()
    await stage.untilSent()
    session.signal('SIGKILL')
    await session.ended
    await stage.remember()
    expect(await namesOfOurs(stage)).toHaveLength(3)
    stage.endpoint.token.reply = { kind: 'ok' }
    // Without proof it would wait for 20 s.
    await expectRefreshed(stage, await stage.refresh(CLR_ON_NODE20, { timeout: 18 }))
    expect(await namesOfOurs(stage)).toEqual([])
  })
})

describe('a run on a link, beside a live session of the CLI that puts a file in its place', () => {
  it('counts the pair that it brought, and does not send the one that the link led to', async () => {
    await using stage = await Stage.set({ token: whenLet(), login: EXPIRED })
    const { credsPath, folder } = stage.scratch
    await mkdir(join(folder, 'store'))
    await rename(credsPath, join(folder, 'store', '.credentials.json'))
    await symlink(join(folder, 'store', '.credentials.json'), credsPath)
    const session = stage.startSession()
    await stage.untilSent()
    const open = await stage.begin(CLR_ON_NODE20)
    await until(() => existsSync(join(folder, 'store', '.credentials.json.clr', 'lock', 'owner.json')))
    letAnswer()
    expect(await open.ended).toMatchObject({ code: 0, reason: 'refreshed', refreshed: true })
    await expectSessionWell(stage, await session.ended)
    expect((await lstat(credsPath)).isSymbolicLink()).toBe(false)
  })
})

/** It got its answer with the current access token, one exchange served both, and no lock of ours stands in its way. */
async function expectSessionWell(stage: Stage, ended: { exitCode: number | null; stdout: string }): Promise<void> {
  expect(ended).toMatchObject({ exitCode: 0, stdout: `${MODEL_ANSWER}\n` })
  await expectCurrentPair(stage)
  expect(stage.endpoint.reuses).toBe(0)
  expect(stage.endpoint.requests.token).toHaveLength(1)
  const { accessToken } = stage.endpoint.currentPair(stage.login)
  expect(stage.endpoint.requests.model.map(({ bearer }) => bearer)).toEqual([accessToken])
  expect(await namesOfOurs(stage)).toEqual([])
}

async function namesOfOurs({ scratch }: Stage): Promise<readonly string[]> {
  const names = await readdir(scratch.home, { recursive: true })
  return names.filter(name => /\.clr|\.claude\.lock|\.oauth_refresh\.lock|\.storage-write\.lock/.test(name))
}
