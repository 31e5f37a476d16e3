import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { Job } from '../../testing/job.js'
import { TestHome } from '../../testing/test-home.js'
import { parseObject } from '../../testing/json-object.js'
import { sampleText } from '../../testing/sample-login.js'
import { until } from '../../testing/waiting.js'

const HEAP = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'

describe('a claude that ran out of memory', () => {
  it.each([
    ['the system has killed it', 'kill -KILL $$', 'was ended by SIGKILL (the system does that when memory runs out'],
    ['a wrapper reports that', 'exit 137', 'ended with exit status 137 (the system does that when memory runs out'],
    ['Node has ended it', `echo '${HEAP}' >&2; kill -ABRT $$`, 'was ended by SIGABRT (its memory ran out']
  ])('is said to have: %s', async (_how, script, sentence) => {
    using home = new TestHome()
    home.write('bin/claude', `#!/bin/sh\n${script}\n`, 0o755)
    const run = await home.clr(['refresh', '--json'], { env: { PATH: `${home.at('bin')}:/usr/bin:/bin` } })
    expect(run).toMatchObject({
      exitCode: 1,
      report: { reason: 'claude-failed', message: expect.stringContaining(sentence) }
    })
    expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
  })

  it('is not blamed on memory if it crashed', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('crashes')
    expect(report).toMatchObject({ message: expect.not.stringContaining('memory') })
  })
})

describe('a clr that was killed in a job', () => {
  it('is said to have run out of memory, and what it left is recovered', async () => {
    using job = new Job('hangs')
    job.writeCredentials(sampleText())
    const main = job.start('main')
    await until(() => job.state.clr !== undefined && job.isolatedHomes.length > 0)
    const pid = clrPidIn(job)
    expect(pid).toBeGreaterThan(1)
    process.kill(pid, 'SIGKILL')
    const { stdout, outputs } = await main.ended
    expect(outputs).toMatchObject({ reason: 'internal' })
    expect(stdout).toContain('clr did not run to its end (the system does that when memory runs out')
    expect(stdout).toContain('Give the runner, or the container of the job, more memory.')
    await job.post()
    expect(job.leftovers).toEqual([])
  })
})

function clrPidIn(job: Job): number {
  const { pid } = parseObject(job.state.clr ?? '')
  return typeof pid === 'number' ? pid : 0
}
