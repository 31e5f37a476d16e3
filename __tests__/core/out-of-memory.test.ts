import { describe, expect, it } from '@jest/globals'
import { expectUnchanged } from '../../testing/expectations.js'
import { Job } from '../../testing/job.js'
import { parseObject } from '../../testing/json-object.js'
import { sampleText } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'
import { until } from '../../testing/waiting.js'

const HEAP = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'

describe('the message about a failed claude', () => {
  it.each([
    [
      'the system killed it',
      'kill -KILL $$',
      'was ended by SIGKILL (the usual cause is that the machine ran out of memory)'
    ],
    [
      'a wrapper reports that',
      'exit 137',
      'ended with exit status 137 (the usual cause is that the machine ran out of memory)'
    ],
    ['its heap was full', `echo '${HEAP}' >&2; kill -ABRT $$`, 'was ended by SIGABRT (it ran out of memory)']
  ])('blames the lack of memory if %s', async (_how, script, sentence) => {
    using home = new TestHome()
    const run = await home.refreshByScript(`#!/bin/sh\n${script}\n`)
    const message = expect.stringContaining(sentence)
    const remedy = expect.stringMatching(/^Give the machine or the container more memory, then run it again\./)
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'claude-failed', message, remedy } })
    expectUnchanged(home)
  })

  it('does not blame the lack of memory if claude crashed', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('crashes')
    expect(report).toMatchObject({ message: expect.not.stringContaining('memory') })
  })
})

describe('a clr that is killed during a job', () => {
  it('is reported as out of memory, and `post` removes what it left', async () => {
    using job = new Job('hangs')
    job.writeCredentials(sampleText())
    const main = job.start('main')
    await until(() => job.state.clr !== undefined && job.isolatedHomes.length > 0)
    const pid = Number(parseObject(job.state.clr ?? '').pid)
    expect(pid).toBeGreaterThan(1)
    process.kill(pid, 'SIGKILL')
    const { stdout, outputs } = await main.ended
    expect(outputs).toMatchObject({ reason: 'internal' })
    expect(stdout).toContain('clr did not finish (the usual cause is that the machine ran out of memory)')
    expect(stdout).toContain('Give the runner, or the container of the job, more memory.')
    await job.post()
    expect(job.leftovers).toEqual([])
  })
})
