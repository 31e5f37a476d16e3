import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { NOTHING_BUT_MASKS } from '../../testing/expectations.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { SHORTEST_GRACE_MS, timeToEnd, until } from '../../testing/waiting.js'
import { Job } from '../../testing/job.js'

function jobWith(claude: string): Job {
  const job = new Job(claude)
  job.writeCredentials(sampleText())
  return job
}

/** Whether `claude` is running, and `main` has saved the pid of its `clr`. */
function isClaudeAtWork(job: Job): boolean {
  return job.state.clr !== undefined && job.isolatedHomes.some(home => existsSync(path.join(home, 'claude.stat')))
}

/** The pid of the `clr` that `main` started, as saved for `post`. */
function clrOf(job: Job): number {
  const record: unknown = JSON.parse(job.state.clr ?? '{}')
  return typeof record === 'object' && record !== null && 'pid' in record ? Number(record.pid) : Number.NaN
}

describe('a step that a runner cancels, by a SIGINT to only the Node of the action', () => {
  it('lets a running exchange finish, and has then refreshed', async () => {
    using job = jobWith('refreshes-late')
    const step = job.start('main')
    await job.exchangeUnderWay()
    process.kill(step.pid, 'SIGINT')
    expect(await step.ended).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed', refreshed: 'true' } })
    expect(job.login).toMatchObject(NEW_PAIR)
    expect(job.leftovers).toEqual([])
  })

  it('ends at once if no exchange is running, sets the outputs and fails', async () => {
    using job = jobWith('hangs')
    const step = job.start('main')
    await until(() => isClaudeAtWork(job))
    const tookMs = await timeToEnd(step, 'SIGINT')
    expect(tookMs).toBeLessThan(SHORTEST_GRACE_MS)
    const { exitCode, outputs, stdout, summary } = await step.ended
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { reason: 'cancelled', 'exit-code': '1', creds: job.creds }
    })
    expect(stdout).toContain('::error title=Cancelled (cancelled)::')
    expect(summary).toContain('Cancelled')
    expect(readFileSync(job.creds, 'utf8')).toBe(sampleText())
    expect(job.leftovers).toEqual([])
  })

  it('ends at once after the second signal', async () => {
    using job = jobWith('hangs-in-the-exchange')
    const step = job.start('main')
    await job.exchangeUnderWay()
    expect(await timeToEnd(step, 'SIGINT', 'SIGTERM')).toBeLessThan(SHORTEST_GRACE_MS)
    expect(await step.ended).toMatchObject({ exitCode: 1, outputs: { reason: 'cancelled' } })
    expect(job.leftovers).toEqual([])
  })

  it('says that the login may be lost if clr is killed in its exchange', async () => {
    using job = jobWith('hangs-in-the-exchange')
    const step = job.start('main')
    await job.exchangeUnderWay()
    process.kill(step.pid, 'SIGINT')
    await sleep(200)
    process.kill(clrOf(job), 'SIGKILL')
    const { outputs, stdout, summary } = await step.ended
    expect(outputs).toMatchObject({ reason: 'cancelled' })
    for (const shown of [stdout, summary]) {
      expect(shown).toContain('the refresh token may have been used up, so the login may be lost')
      expect(shown).toContain('If the next run ends with `login-rejected`')
    }
    await job.post()
  })
})

describe('post, after main was killed', () => {
  it('recovers the pair if the whole process tree was killed, and leaves nothing', async () => {
    using job = jobWith('refreshes-late')
    const step = job.start('main')
    await job.exchangeUnderWay()
    process.kill(clrOf(job), 'SIGKILL')
    process.kill(step.pid, 'SIGKILL')
    await step.ended
    const { exitCode, stdout } = await job.post()
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^(::add-mask::.+\n)+recovered .*\n$/)
    expect(job.login).toMatchObject(NEW_PAIR)
    expect(job.leftovers).toEqual([])
  })

  it('ends clr if only main was killed, and lets its exchange finish', async () => {
    using job = jobWith('refreshes-late')
    const step = job.start('main')
    await job.exchangeUnderWay()
    process.kill(step.pid, 'SIGKILL')
    await step.ended
    expect(await job.post()).toMatchObject({ exitCode: 0, stdout: NOTHING_BUT_MASKS })
    expect(job.login).toMatchObject(NEW_PAIR)
    expect(job.leftovers).toEqual([])
  })

  it.each([{ timeout: '0' }, { timeout: '60' }])('ends a clr that would wait for long: %j', async inputs => {
    using job = jobWith('hangs')
    const step = job.start('main', inputs)
    await until(() => job.state.clr !== undefined && job.isolatedHomes.length > 0)
    process.kill(step.pid, 'SIGKILL')
    await step.ended
    expect(await job.post()).toMatchObject({ exitCode: 0, stdout: NOTHING_BUT_MASKS })
    expect(readFileSync(job.creds, 'utf8')).toBe(sampleText())
    expect(job.leftovers).toEqual([])
  })
})

describe('post, if main was not killed', () => {
  it.each(['refreshes', 'fails-at-once'])('prints nothing and leaves nothing after a claude that %s', async claude => {
    using job = jobWith(claude)
    await job.main()
    expect(await job.post()).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect(job.leftovers).toEqual([])
  })

  it('prints nothing if main has not begun, or if the file is gone', async () => {
    using job = jobWith('refreshes')
    expect(await job.post()).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    const gone = { STATE_creds: job.at('nowhere/c.json'), STATE_placed: 'true', STATE_stored: 'abc' }
    expect(await job.post({}, gone)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
  })
})
