import { lstat, mkdir, readdir, rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ACTION, CLR_ON_NODE20, DOORS } from '../../testing/doors.js'
import type { EndpointOptions } from '../../testing/endpoint/endpoint.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { expectCurrentPair, expectFailed, expectRefreshed } from './expectations.js'

const HOUR_MS = 3_600_000

describe.each(DOORS)('$name', door => {
  it.each([
    ['about to expire', HOUR_MS / 60],
    ['that is still good for days', 96 * HOUR_MS],
    ['that expired long ago', -96 * HOUR_MS]
  ])('refreshes a token %s', async (_age, leftMs) => {
    await using setup = await E2eSetup.create({ login: { expiresAt: Date.now() + leftMs } })
    expectRefreshed(setup, await setup.refresh(door))
    expect(setup.endpoint.requests.token).toMatchObject([{ refreshToken: setup.login.claudeAiOauth.refreshToken }])
  })
})

/** If the CLI asks for a profile, it stores the pair only after this time (docs/claude-cli.md#the-profile-request). */
const PROFILE_TIMEOUT_MS = 10_000

const ANSWERS: readonly (readonly [string, EndpointOptions])[] = [
  ['a profile request that loses its connection', { profile: { kind: 'drop' } }],
  ['an answer without a refresh token, and keeps the old one', { token: { kind: 'ok', omit: ['refresh_token'] } }],
  ['a model that never answers', { model: { kind: 'hang' } }]
]

describe.each([CLR_ON_NODE20, ACTION])('$name refreshes', door => {
  it.each(ANSWERS)('despite %s', async (_what, replies) => {
    await using setup = await E2eSetup.create(replies)
    expectRefreshed(setup, await setup.refresh(door))
  })

  it('without waiting for a profile', async () => {
    await using setup = await E2eSetup.create({ profile: { kind: 'hang' } })
    const run = await setup.refresh(door)
    expectRefreshed(setup, run)
    expect(run.wallMs).toBeLessThan(PROFILE_TIMEOUT_MS)
  })

  it('a file behind a symlink, and keeps the link', async () => {
    await using setup = await E2eSetup.create()
    const folder = setup.home.at('caller')
    await mkdir(folder)
    await rename(setup.home.creds, join(folder, 'store.json'))
    await symlink(join(folder, 'store.json'), setup.home.creds)
    expectRefreshed(setup, await setup.refresh(door))
    expect((await lstat(setup.home.creds)).isSymbolicLink()).toBe(true)
    expect(await readdir(folder)).toEqual(['store.json'])
  })

  it('a file with another name', async () => {
    await using setup = await E2eSetup.create()
    const creds = setup.home.at('ci.json')
    await rename(setup.home.creds, creds)
    const run = await setup.refresh(door, { creds: 'ci.json' })
    await rename(creds, setup.home.creds)
    expectRefreshed(setup, run)
  })

  it('the file in CLAUDE_CONFIG_DIR, and a session there continues with the new pair', async () => {
    await using setup = await E2eSetup.create({ login: { expiresAt: 1 } })
    const folder = setup.home.at('work')
    await mkdir(folder)
    await rename(setup.home.creds, join(folder, '.credentials.json'))
    const run = await setup.refresh(door, { env: { CLAUDE_CONFIG_DIR: 'work' } })
    expect(run).toMatchObject({ code: 0, reason: 'refreshed' })
    expect((await readdir(folder)).filter(name => name !== '.credentials.json')).toEqual([])
    expect(await setup.startSession({ CLAUDE_CONFIG_DIR: folder }).ended).toMatchObject({ exitCode: 0 })
    await rename(join(folder, '.credentials.json'), setup.home.creds)
    expect(setup.fileState).toBe('current')
    expect(setup.endpoint).toMatchObject({ reuses: 0, requests: { token: [{}] } })
  })

  it('only if the token is not valid for min-validity', async () => {
    await using setup = await E2eSetup.create()
    const skipped = await setup.refresh(door, { minValidity: '30m' })
    expect(skipped).toMatchObject({ code: 0, exitCode: 0, reason: 'still-valid', refreshed: false })
    expect(setup.fileText).toBe(setup.originalText)
    expect(setup.endpoint.requests.token).toEqual([])
    expectRefreshed(setup, await setup.refresh(door, { minValidity: '2h' }))
  })

  it('repeatedly, each time with the pair of the previous refresh', async () => {
    await using setup = await E2eSetup.create()
    for (const sends of [1, 2, 3]) expectRefreshed(setup, await setup.refresh(door), { sends })
  })
})

it('the action outputs the new credentials, and masks them in the log', async () => {
  await using setup = await E2eSetup.create()
  const run = await setup.refresh(ACTION)
  const { accessToken } = setup.endpoint.currentPair(setup.login)
  expect(run.outputs).toMatchObject({ refreshed: 'true', 'access-token': accessToken, creds: setup.home.creds })
  expect(JSON.parse(run.outputs['creds-json'] ?? '')).toEqual(setup.home.document)
  expect(run.stdout).toContain(`::add-mask::${accessToken}\n`)
  expectCurrentPair(setup)
})

it('clr says claude-not-found and sends nothing if there is no claude on PATH', async () => {
  await using setup = await E2eSetup.create()
  const run = await setup.refresh(CLR_ON_NODE20, { env: { PATH: '/nowhere' } })
  expectFailed(setup, run, 'claude-not-found', { sends: 0 })
})
