import { expect, it } from '@jest/globals'
import { ACTION, CLR_ON_NODE20 } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { ACTION_BUNDLES, CLR } from '../../testing/paths.js'
import { expectRefreshed } from './expectations.js'
import { HostileFiles } from './hostile-files.js'

it.each([
  // The caller's own Node takes his NODE_OPTIONS before a line of ours runs; nobody after it does.
  { door: CLR_ON_NODE20, theOneThatTheCallerStarts: CLR },
  { door: ACTION, theOneThatTheCallerStarts: ACTION_BUNDLES.main }
])("nothing of the caller's runs or steers: $door.name", async ({ door, theOneThatTheCallerStarts }) => {
  await using setup = await E2eSetup.create()
  const hostile = new HostileFiles(setup.home)
  setup.remember()
  const creds = setup.home.creds
  const run = await setup.refresh(door, { creds, cwd: hostile.cwd, env: hostile.variables })
  expect(hostile.whatRan).toEqual([`preload: ${theOneThatTheCallerStarts}`])
  expectRefreshed(setup, run)
  expect(setup.endpoint.requests.token).toHaveLength(1)
})

it('all of that does run, and steer, where a caller starts claude himself', async () => {
  await using setup = await E2eSetup.create({ login: { expiresAt: 1 } })
  const hostile = new HostileFiles(setup.home)
  await setup.startSession({}, hostile.cwd).ended
  expect(hostile.whatRan).toEqual(expect.arrayContaining(['mcp-in-cwd', 'mcp-above', 'hook', 'apiKeyHelper']))
})
