import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ACTION, CLR_ON_NODE20 } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { CLAUDE_FOLDER } from '../../testing/paths.js'
import { expectFailed } from './expectations.js'

// Most of these tests wait for seconds, so they run at the same time.

const NOT_SENT = 'this run did not use the refresh token'
const MAY_BE_LOST = 'the refresh token may have been used up, so the login may be lost'

describe.each([CLR_ON_NODE20, ACTION])('$name says that the refresh token was not used up', door => {
  it.concurrent.each(['not a url', 'http://[bad'])('if the proxy variable is malformed: %s', async proxy => {
    await using setup = await E2eSetup.create()
    const run = await setup.refresh(door, { env: { HTTPS_PROXY: proxy, https_proxy: proxy } })
    expectFailed(setup, run, 'claude-failed', { sends: 0 })
    expect(run.shown).toContain('Invalid proxy URL in ')
    expect(run.shown).toContain(NOT_SENT)
    expect(run.shown).not.toContain('may be lost')
  })

  it.concurrent('if claude is a wrapper that sets CLAUDE_CODE_OAUTH_TOKEN', async () => {
    await using setup = await E2eSetup.create()
    const claudeFolder = wrapper(setup, 'export CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat01-test-wrapper')
    const run = await setup.refresh(door, { claudeFolder })
    expectFailed(setup, run, 'claude-failed', { sends: 0 })
    expect(run.shown).toContain(NOT_SENT)
  })

  it.concurrent("if the endpoint's certificate is not trusted", async () => {
    await using setup = await E2eSetup.create()
    const run = await setup.refresh(door, { env: { NODE_EXTRA_CA_CERTS: '' } })
    expect(run).toMatchObject({ reason: 'network', shown: expect.stringContaining(NOT_SENT) })
  })
})

describe.each([CLR_ON_NODE20, ACTION])('$name says that the login may be lost', door => {
  it.concurrent('if no answer arrives before the deadline', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'hang' } })
    const started = setup.start(door, { timeout: 8 })
    await setup.untilSent()
    const run = await started.ended
    expect(run.reason).toBe('timeout')
    expect(run.shown).toContain(MAY_BE_LOST)
    expect(run.shown).toContain('If the next run ends with `login-rejected`')
  })

  it.concurrent('if it is cancelled before an answer arrives', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'hang' } })
    const started = setup.start(door)
    await setup.untilSent()
    started.signal('SIGINT')
    expect(await started.ended).toMatchObject({ reason: 'cancelled', shown: expect.stringContaining(MAY_BE_LOST) })
  })

  it.concurrent('if the connection is lost', async () => {
    await using setup = await E2eSetup.create({ token: { kind: 'drop', rotate: true } })
    const run = await setup.refresh(door)
    expect(run).toMatchObject({ reason: 'network', shown: expect.stringContaining(MAY_BE_LOST) })
  })
})

/** The folder of a `claude` that runs a line of shell before the real one. */
function wrapper({ home }: E2eSetup, line: string): string {
  const script = `#!/bin/sh\n${line}\nexec '${join(CLAUDE_FOLDER, 'claude')}' "$@"\n`
  return dirname(home.write('runner/wrapper/claude', script, 0o755))
}
