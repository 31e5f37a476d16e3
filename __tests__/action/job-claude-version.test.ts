import { chmodSync, existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { Job } from '../../testing/job.js'
import { startClaudeRegistry } from '../../testing/registry/claude-package.js'
import type { StandInRegistry } from '../../testing/registry/registry.js'

let registry: StandInRegistry
beforeEach(async () => {
  registry = await startClaudeRegistry('refreshes')
})
afterEach(() => registry.close())

/** A runner with a registry, and with neither `claude` nor `npm` on PATH. */
const variables = (): NodeJS.ProcessEnv => ({ PATH: '/nowhere', NPM_CONFIG_REGISTRY: registry.url })

describe('claude-version', () => {
  it('installs the claude that refreshes, without npm, and puts it on PATH for later steps', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const step = await job.main({ 'claude-version': 'latest' }, variables())
    const folder = job.at('tools/claude-code/2.1.330', process.arch, 'bin')
    expect(step).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed' } })
    expect(job.login).toMatchObject(NEW_PAIR)
    expect(job.text('path')).toBe(`${folder}\n`)
    expect(step.stdout).toContain(`\nclaude: ${folder}/claude 2.1.330\n`)
    expect(step.summary).toContain('<tr><th>claude</th><td>2.1.330</td></tr>')
    await job.post({ 'claude-version': 'latest' }, variables())
    expect(job.leftovers).toEqual([])
  })

  it('installs it in a private folder if others may write in the tool cache; the log says so, and names the registry', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const planted = job.write(
      `tools/claude-code/2.1.330/${process.arch}/bin/claude`,
      '#!/bin/sh\ntouch "$0-ran"\n',
      0o755
    )
    job.write(`tools/claude-code/2.1.330/${process.arch}.complete`, '')
    chmodSync(job.at('tools'), 0o777)
    registry.settings.login = 'anna:test-password'
    const withLogin = registry.url.replace('//', '//anna:test-password@')
    const step = await job.main({ 'claude-version': '2.1.330' }, { ...variables(), NPM_CONFIG_REGISTRY: withLogin })
    const folder = path.dirname(job.text('path').trim())
    expect(step).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed' } })
    expect([path.dirname(folder), existsSync(`${planted}-ran`)]).toEqual([job.path, false])
    expect(step.stdout).toContain('::add-mask::test-password\n')
    expect(step.stdout).toContain(`${registry.url} (NPM_CONFIG_REGISTRY)\n`) // no user, no password
    expect(step.stdout).toContain(
      `claude 2.1.330 is installed in ${folder}, only for this job: other users may write in the tool cache (${job.at('tools')})\n`
    )
    expect(step.stdout).toContain(`\nclaude: ${folder}/bin/claude 2.1.330\n`)
  })

  it('fails the step if claude cannot be installed, and the refresh token is not sent', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const { exitCode, outputs, stdout } = await job.main({ 'claude-version': '9.9.9' }, variables())
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 1, reason: 'claude-install-failed' })
    expect(stdout).toMatch(/^::error .*no version 9\.9\.9 of @anthropic-ai\/claude-code/m)
    expect([job.text('.claude/.credentials.json'), job.text('path'), job.leftovers]).toEqual([sampleText(), '', []])
  })
})
