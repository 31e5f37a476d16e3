import { describe, expect, it } from '@jest/globals'
import { contentOf } from '../../testing/folder-state.js'
import { CLR_ON_NODE20, CLR_ON_NODE24 } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { objectFrom } from '../../testing/json-object.js'
import { installedScript } from '../../testing/old-claude.js'
import { expectRefreshed } from './expectations.js'

/** The dry run of the same `clr refresh`, with the real CLI on PATH. */
async function dryRun(setup: E2eSetup, env = {}) {
  return setup.home.clr(['refresh', '--dry-run', '--json'], { env: { ...setup.environment, ...env } })
}

const NOTHING = { token: [], signIn: [], profile: [], model: [], other: [] }

describe.each([CLR_ON_NODE20, CLR_ON_NODE24])('before a refresh by $name, a dry run with the real claude', door => {
  it('is ready, knows its version, sends nothing at all and changes nothing; then the refresh succeeds', async () => {
    await using setup = await E2eSetup.create()
    const before = contentOf(setup.home.path)
    const run = await dryRun(setup)
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'ready', warnings: [] } })
    expect(objectFrom(objectFrom(run.report).claude).version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(setup.endpoint.requests).toMatchObject(NOTHING)
    expect(contentOf(setup.home.path)).toEqual(before)
    expectRefreshed(setup, await setup.refresh(door))
  })
})

it('a dry run is ready also with claude 2.1.112, which is a script', async () => {
  await using setup = await E2eSetup.create()
  const run = await dryRun(setup, { PATH: installedScript(setup) })
  expect(run).toMatchObject({ exitCode: 0, report: { reason: 'ready' } })
  expect(setup.endpoint.requests).toMatchObject(NOTHING)
})
