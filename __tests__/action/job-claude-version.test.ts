import { chmodSync, existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { Job } from '../../testing/job.js'

const FIXTURES = path.resolve(import.meta.dirname, '../../testing')

/** A runner with `npm`, and without any `claude`. */
function variablesOf(job: Job): NodeJS.ProcessEnv {
  return {
    PATH: [path.join(FIXTURES, 'npm'), path.dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
    LC_NPM_NOTES: job.at('npm-notes'),
    LC_CLAUDE: path.join(FIXTURES, 'claudes/refreshes/claude')
  }
}

describe('claude-version', () => {
  it('installs the claude that refreshes, and puts it on PATH for later steps', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const step = await job.main({ 'claude-version': 'latest' }, variablesOf(job))
    const folder = job.at('tools/claude-code/2.1.330', process.arch, 'bin')
    expect(step).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed' } })
    expect(job.login).toMatchObject(NEW_PAIR)
    expect(job.text('path')).toBe(`${folder}\n`)
    expect(step.summary).toContain(`<code>${folder}/claude</code> 2.1.330`)
    await job.post({ 'claude-version': 'latest' }, variablesOf(job))
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
    const variables = { ...variablesOf(job), NPM_CONFIG_REGISTRY: 'https://anna:test-password@npm.acme.test/' }
    const step = await job.main({ 'claude-version': '2.1.330' }, variables)
    const folder = path.dirname(job.text('path').trim())
    expect(step).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed' } })
    expect([path.dirname(folder), existsSync(`${planted}-ran`)]).toEqual([job.path, false])
    expect(step.stdout).toContain('::add-mask::test-password\n')
    expect(step.stdout).toContain(
      `\nnpm registry: https://npm.acme.test/ (NPM_CONFIG_REGISTRY)\n` // no user, no password
    )
    expect(step.stdout).toContain(
      `claude 2.1.330 is installed in ${folder}, only for this job: other users may write in the tool cache (${job.at('tools')})\n`
    )
    expect(step.summary).toContain(`<code>${folder}/bin/claude</code> 2.1.330`)
  })

  it('fails the step if claude cannot be installed, and the refresh token is not sent', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const { exitCode, outputs, stdout } = await job.main({ 'claude-version': '9.9.9' }, variablesOf(job))
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 1, reason: 'claude-install-failed' })
    expect(stdout).toContain('No matching version found')
    expect([job.text('.claude/.credentials.json'), job.text('path'), job.leftovers]).toEqual([sampleText(), '', []])
  })
})
