import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { CLR_ON_NODE20 } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

/** The last version that is a Node script; its package asks for Node 18. */
const NODE_SCRIPT_CLAUDE = path.resolve(import.meta.dirname, '../../node_modules/claude-2.1.112')

let setup: E2eSetup
beforeEach(async () => {
  setup = await E2eSetup.create()
})
afterEach(async () => {
  await setup[Symbol.asyncDispose]()
})

/** Puts a link `claude` to a script into a new folder, as npm does. @returns the folder */
function install(script: string): string {
  const folder = setup.home.at('claude-bin')
  mkdirSync(folder)
  symlinkSync(script, path.join(folder, 'claude'))
  setup.remember()
  return folder
}

it('a claude that is a Node script refreshes if Node is new enough for its package', async () => {
  const run = await setup.refresh(CLR_ON_NODE20, { claudeFolder: install(path.join(NODE_SCRIPT_CLAUDE, 'cli.js')) })
  expect(run).toMatchObject({ code: 0, reason: 'refreshed' })
  expect(setup.fileState).toBe('current')
})

it('clr does not start a claude whose package asks for a newer Node, and sends nothing', async () => {
  const manifest = {
    name: '@anthropic-ai/claude-code',
    version: '2.1.999',
    type: 'module',
    engines: { node: '>=22.0.0' }
  }
  setup.home.write('package/package.json', JSON.stringify(manifest))
  const script = setup.home.write('package/cli.js', readFileSync(path.join(NODE_SCRIPT_CLAUDE, 'cli.js')), 0o755)
  const run = await setup.refresh(CLR_ON_NODE20, { claudeFolder: install(script) })
  expect(run).toMatchObject({ code: 1, reason: 'claude-failed' })
  expect(run.shown).toMatch(/`claude` 2\.1\.999 needs Node 22\.0\.0 or newer, but would run on Node 20\./)
  expect(run.shown).toMatch('or run clr with Node 22.0.0 or newer')
  expect([setup.fileState, setup.leftovers]).toEqual(['as it was', []])
  expect(setup.endpoint.requests.token).toEqual([])
})
