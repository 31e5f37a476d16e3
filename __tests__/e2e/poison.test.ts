import { expect, it } from '@jest/globals'
import { ACTION, ACTION_BUNDLE, CLR_BUNDLE, CLR_ON_NODE20 } from '../../testing/doors.js'
import { Stage } from '../../testing/stage.js'
import { expectRefreshed } from './expectations.js'
import { Poison } from './poison.js'

it.each([
  // The caller's own Node takes his NODE_OPTIONS before a line of ours runs; nobody after it does.
  { door: CLR_ON_NODE20, theOneThatTheCallerStarts: CLR_BUNDLE },
  { door: ACTION, theOneThatTheCallerStarts: ACTION_BUNDLE }
])("nothing of the caller's runs or steers: $door.name", async ({ door, theOneThatTheCallerStarts }) => {
  await using stage = await Stage.set()
  const poison = await Poison.lay(stage.scratch)
  await stage.remember()
  const creds = stage.scratch.credsPath
  const run = await stage.refresh(door, { creds, cwd: poison.cwd, env: poison.variables })
  expect(await poison.whatRan()).toEqual([`preload: ${theOneThatTheCallerStarts}`])
  await expectRefreshed(stage, run)
  expect(stage.endpoint.requests.token).toHaveLength(1)
})

it('all of that does run, and steer, where a caller starts claude himself', async () => {
  await using stage = await Stage.set({ login: { expiresAt: 1 } })
  const poison = await Poison.lay(stage.scratch)
  await stage.startSession({}, poison.cwd).ended
  expect(await poison.whatRan()).toEqual(expect.arrayContaining(['mcp-in-cwd', 'mcp-above', 'hook', 'apiKeyHelper']))
})
