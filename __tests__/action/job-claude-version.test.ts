import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../fixtures/sample-login.js'
import { Job } from './job.js'

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures')

/** A runner with `npm`, and without any `claude`. */
function variablesOf(job: Job): NodeJS.ProcessEnv {
  return {
    PATH: [path.join(FIXTURES, 'npm'), path.dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
    LC_NPM_NOTES: job.at('npm-notes'),
    LC_CLAUDE: path.join(FIXTURES, 'bin/refreshes/claude')
  }
}

describe('claude-version', () => {
  it('brings the claude that refreshes, and puts it on PATH for later steps', async () => {
    using job = new Job('refreshes')
    job.place(sampleText())
    const step = await job.main({ 'claude-version': 'latest' }, variablesOf(job))
    const folder = job.at('tools/claude-code/2.1.330', process.arch, 'bin')
    expect(step).toMatchObject({ exitCode: 0, stderr: '', outputs: { reason: 'refreshed' } })
    expect(job.login).toMatchObject(NEW_PAIR)
    expect(job.text('path')).toBe(`${folder}\n`)
    expect(step.summary).toContain(`<code>${folder}/claude</code> 2.1.330`)
    await job.post({ 'claude-version': 'latest' }, variablesOf(job))
    expect(job.leftovers).toEqual([])
  })

  it('fails the step where it cannot be installed, and nothing is spent', async () => {
    using job = new Job('refreshes')
    job.place(sampleText())
    const { exitCode, outputs, stdout } = await job.main({ 'claude-version': '9.9.9' }, variablesOf(job))
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 1, reason: 'claude-install-failed' })
    expect(stdout).toContain('No matching version found')
    expect([job.text('.claude/.credentials.json'), job.text('path'), job.leftovers]).toEqual([sampleText(), '', []])
  })
})
