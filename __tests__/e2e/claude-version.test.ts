import { lstatSync, realpathSync, statSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { ACTION, type DoorRun } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import type { Variables } from '../../testing/program.js'
import {
  publishClaude,
  publishRealClaude,
  REAL_CLAUDE,
  realClaudeVersion
} from '../../testing/registry/claude-package.js'
import { startRegistry } from '../../testing/registry/registry.js'
import { inputVariables } from '../../testing/runner-files.js'

const VERSION = realClaudeVersion()

/** Runs the action with `claude-version`, on a runner with neither `npm` nor `claude`. */
function step(setup: E2eSetup, env: Variables): Promise<DoorRun> {
  const RUNNER_TOOL_CACHE = setup.home.at('caller/tools')
  const inputs = inputVariables({ 'claude-version': VERSION })
  return setup.refresh(ACTION, { env: { PATH: '/nowhere', RUNNER_TOOL_CACHE, ...inputs, ...env } })
}

it('the action installs the real CLI, all 400 MB of it, and refreshes with it; then again from the tool cache', async () => {
  await using setup = await E2eSetup.create()
  await using registry = await startRegistry()
  await publishRealClaude(registry)
  const variables = { NPM_CONFIG_REGISTRY: registry.url }
  expect(await step(setup, variables)).toMatchObject({ code: 0, reason: 'refreshed' })
  expect([setup.fileState, setup.leftovers]).toEqual(['current', []])
  const installed = setup.home.at('caller/tools/claude-code', VERSION, process.arch, 'bin/claude')
  expect(lstatSync(installed).isSymbolicLink()).toBe(true)
  const [program, original] = [statSync(installed), statSync(REAL_CLAUDE)]
  expect([program.size, program.mode & 0o777]).toEqual([original.size, 0o755])
  const requestCount = registry.requests.length
  const again = await step(setup, variables)
  expect(again).toMatchObject({ code: 0, reason: 'refreshed' })
  expect(again.stdout).toContain(`\nclaude: ${installed} ${VERSION}\n`)
  expect([setup.fileState, registry.requests.length]).toEqual(['current', requestCount])
})

it('the action reaches the public registry through a proxy that decrypts with its own CA', async () => {
  await using setup = await E2eSetup.create()
  await using registry = await startRegistry({ tarballBase: 'https://registry.npmjs.org/' })
  await publishClaude(registry, { version: VERSION })
  setup.endpoint.standIns.set('registry.npmjs.org', registry.origin)
  expect(await step(setup, {})).toMatchObject({ code: 0, reason: 'refreshed' })
  expect(setup.fileState).toBe('current')
  expect(registry.paths.filter(name => name.endsWith('.tgz'))).toHaveLength(1)
  const installed = setup.home.at('caller/tools/claude-code', VERSION, process.arch, 'bin/claude')
  expect(realpathSync(installed)).toMatch(new RegExp(`/lib/node_modules/@anthropic-ai/claude-code-[^/]+/claude$`))
})
