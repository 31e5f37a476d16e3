import { expect, it } from '@jest/globals'
import { ACTION, CLR_ON_NODE20 } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { ACTION_BUNDLES, CLR } from '../../testing/paths.js'
import { expectRefreshed } from './expectations.js'
import { HostileFiles } from './hostile-files.js'

it.each([
  // The Node that the caller starts applies the caller's NODE_OPTIONS before any code of ours runs; no later Node does.
  { door: CLR_ON_NODE20, startedByCaller: CLR },
  { door: ACTION, startedByCaller: ACTION_BUNDLES.main }
])(
  "the caller's files and variables neither run programs nor change the refresh: $door.name",
  async ({ door, startedByCaller }) => {
    await using setup = await E2eSetup.create()
    const hostile = new HostileFiles(setup.home)
    setup.remember()
    const creds = setup.home.creds
    const run = await setup.refresh(door, { creds, cwd: hostile.cwd, env: hostile.variables })
    expect(hostile.whatRan).toEqual([`preload: ${startedByCaller}`])
    expectRefreshed(setup, run)
  }
)

it('the same files do run programs if the caller starts claude directly', async () => {
  await using setup = await E2eSetup.create({ login: { expiresAt: 1 } })
  const hostile = new HostileFiles(setup.home)
  await setup.startSession({}, hostile.cwd).ended
  expect(hostile.whatRan).toEqual(expect.arrayContaining(['mcp-in-cwd', 'mcp-above', 'hook', 'apiKeyHelper']))
})
