import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { Deadline } from '../../src/core/deadline.js'
import { TestHome } from '../../testing/test-home.js'

describe('clr refresh --timeout, beyond what one timer can hold', () => {
  it.each(['2147484', '63072000', '9'.repeat(30)])('gives claude its time: %s', async timeout => {
    using home = new TestHome()
    const run = await home.refresh('refreshes', ['--timeout', timeout])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(run.stderr).not.toContain('TimeoutOverflowWarning')
  })
})

describe('Deadline.whenPassed', () => {
  it('calls once, when the deadline has passed, however many timers that takes', async () => {
    const deadline = Deadline.after(0.3)
    const hadPassed = await new Promise<boolean>(resolve => {
      deadline.whenPassed(() => {
        resolve(deadline.hasPassed())
      }, 20)
    })
    expect(hadPassed).toBe(true)
  })

  it('does not call once it was called off', async () => {
    let calls = 0
    Deadline.after(0.05).whenPassed(() => {
      calls += 1
    }, 20)()
    await sleep(100)
    expect(calls).toBe(0)
  })

  it('does not call if there is no limit', async () => {
    let calls = 0
    Deadline.after(0).whenPassed(() => {
      calls += 1
    }, 20)
    await sleep(100)
    expect(calls).toBe(0)
  })
})
