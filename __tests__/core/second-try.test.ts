import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR } from '../../testing/sample-login.js'

describe('a claude that begins a second exchange by itself after one without a result', () => {
  it.concurrent('is ended as soon as that is seen: it has not sent its token again yet', async () => {
    using home = new TestHome()
    const run = await home.refresh('takes-its-lock-again', ['--timeout', '20'])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'not-refreshed' } })
    expect([home.text('.claude/.credentials.json'), home.leftovers]).toEqual([home.originalText, []])
  })

  it.concurrent('is left at work if that is seen so late that it may have sent its token again', async () => {
    using home = new TestHome()
    const run = await home.refresh('sends-again-unseen')
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})

describe('a claude that begins its exchange after something has connected to where the model should be', () => {
  it.concurrent('is left at work until the pair lands, however long that takes', async () => {
    using home = new TestHome()
    const run = await home.refresh('asks-the-model-first')
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})
