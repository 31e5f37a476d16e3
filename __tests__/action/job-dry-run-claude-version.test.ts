import { chmodSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { DryJob, failureOf } from '../../testing/dry-job.js'
import { NOTING_CLAUDE } from '../../testing/dry-run.js'
import { CLAUDE_PACKAGE, publishClaude, startClaudeRegistry } from '../../testing/registry/claude-package.js'
import type { StandInRegistry } from '../../testing/registry/registry.js'
import { sampleText } from '../../testing/sample-login.js'

let registry: StandInRegistry
beforeEach(async () => {
  registry = await startClaudeRegistry(NOTING_CLAUDE)
  await publishClaude(registry, { version: '2.1.329' })
})
afterEach(() => registry.close())

/** A job with a login in a file, and with neither `claude` nor `npm`. */
function jobFor(version: string): DryJob {
  const job = new DryJob({ 'claude-version': version }, { PATH: '/nowhere', NPM_CONFIG_REGISTRY: registry.url })
  job.writeCredentials(sampleText())
  return job
}

/** Whether a tarball was downloaded. */
const isDownloaded = (): boolean => registry.paths.some(path => path.endsWith('.tgz'))

/** Puts a complete version into the tool cache, which only leaves a note if it is started. */
function cache(job: DryJob, version: string): void {
  job.write(`tools/claude-code/${version}/${process.arch}/bin/claude`, '#!/bin/sh\ntouch "$0-ran"\n', 0o755)
  job.write(`tools/claude-code/${version}/${process.arch}.complete`, '')
  for (const folder of ['tools', 'tools/claude-code', `tools/claude-code/${version}`]) chmodSync(job.at(folder), 0o755)
}

describe('a dry run with claude-version', () => {
  it.each([
    ['latest', 'claude-version latest is 2.1.330, which a real run would install in the tool cache'],
    ['2.1.329', 'claude-version 2.1.329, which a real run would install in the tool cache']
  ])('asks the registry for %s, and says what a real run would install', async (version, sentence) => {
    using job = jobFor(version)
    const before = job.files
    const { exitCode, outputs, stdout, summary } = await job.dry()
    expect({ exitCode, reason: outputs.reason }).toEqual({ exitCode: 0, reason: 'ready' })
    expect(stdout).toContain(`checked: ${sentence}\n`)
    expect(summary).toContain(`\n- ${sentence}\n`)
    expect([registry.paths[0], isDownloaded()]).toEqual([CLAUDE_PACKAGE.replace('/', '%2f'), false])
    expect([job.files, job.text('path'), job.isClaudeStarted]).toEqual([before, '', false])
  })

  it('needs no registry for a version that is in the tool cache, and does not start it', async () => {
    using job = jobFor('2.1.330')
    cache(job, '2.1.330')
    const before = job.files
    const { outputs, stdout } = await job.dry()
    expect(outputs.reason).toBe('ready')
    expect(stdout).toContain('checked: claude-version 2.1.330, which a real run would take from the tool cache\n')
    expect([registry.paths, job.files, job.text('path')]).toEqual([[], before, ''])
  })

  it('asks the registry if others may write in the tool cache, and says why it would not be used', async () => {
    using job = jobFor('2.1.330')
    cache(job, '2.1.330')
    chmodSync(job.at('tools'), 0o777)
    const { outputs, stdout } = await job.dry()
    expect(outputs.reason).toBe('ready')
    expect(stdout).toContain(
      `would install only for this job, because other users may write in the tool cache (${job.at('tools')})\n`
    )
    expect([registry.paths.length > 0, isDownloaded()]).toEqual([true, false])
  })

  it.each(['9.9.9', 'nightly'])('fails like the real run that follows, if there is no version %s', async version => {
    using job = jobFor(version)
    const before = job.files
    const dry = await job.dry()
    expect(dry.outputs.reason).toBe('claude-install-failed')
    expect(job.files).toEqual(before)
    expect(failureOf(dry)).toEqual(failureOf(await job.real()))
  })

  it('fails like the real run that follows, if the registry asks for a login', async () => {
    using job = jobFor('latest')
    registry.settings.login = 'anna:test-password'
    const dry = await job.dry()
    expect(dry.outputs.reason).toBe('claude-install-failed')
    expect(failureOf(dry)).toEqual(failureOf(await job.real()))
  })

  it.each([
    ['latest', 'claude-version latest'],
    ['2.1.329', 'claude-version (2.1.329)']
  ])('shows the call with trace as that of %s, although no claude is there yet', async (version, name) => {
    using job = jobFor(version)
    const { outputs, stdout } = await job.dry({ trace: 'true' })
    expect(outputs.reason).toBe('ready')
    expect(stdout).toContain(`\n# program: the claude of ${name}\n`)
    expect(stdout).not.toContain('there is no `claude`')
  })

  it('refuses a claude-version that is no version', async () => {
    using job = jobFor('^2')
    expect(await job.dry()).toMatchObject({ exitCode: 1, outputs: { reason: 'usage' } })
    expect(registry.paths).toEqual([])
  })

  it('is followed by a real run that installs it', async () => {
    using job = jobFor('latest')
    expect(await job.dry()).toMatchObject({ outputs: { reason: 'ready' } })
    expect(await job.real()).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed' } })
    expect(job.text('path')).toContain('/claude-code/2.1.330/')
  })
})
