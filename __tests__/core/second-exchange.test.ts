import { describe, expect, it } from '@jest/globals'
import { expectRefreshed, expectUnchanged } from '../../testing/expectations.js'
import { TestHome } from '../../testing/test-home.js'

describe('a claude that begins a second exchange after one without a result', () => {
  it.concurrent('is ended at once, before it can send its token again', async () => {
    using home = new TestHome()
    const run = await home.refresh('retakes-its-lock', ['--timeout', '20'])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'not-refreshed' } })
    expectUnchanged(home)
  })

  it.concurrent('may finish if it may already have sent its token again', async () => {
    using home = new TestHome()
    expectRefreshed(home, await home.refresh('sends-again-unseen'))
  })
})

describe('a claude that begins its exchange after a connection to the listener in place of the model', () => {
  it.concurrent('has all the time it needs to store the new pair', async () => {
    using home = new TestHome()
    expectRefreshed(home, await home.refresh('asks-the-model-first'))
  })
})
