import { describe, expect, it } from '@jest/globals'
import { ClrScene } from '../../testing/clr.js'
import { NEW_PAIR } from '../../testing/sample-login.js'

describe('a claude that begins a second exchange by itself after one without a result', () => {
  it.concurrent('is ended as soon as that is seen: it has not sent its token again yet', async () => {
    using scene = new ClrScene()
    const run = await scene.refresh('takes-its-lock-again', ['--timeout', '20'])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'not-refreshed' } })
    expect([scene.text('.claude/.credentials.json'), scene.leftovers]).toEqual([scene.originalText, []])
  })

  it.concurrent('is left at work if that is seen so late that it may have sent its token again', async () => {
    using scene = new ClrScene()
    const run = await scene.refresh('sends-again-unseen')
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect([scene.login, scene.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})

describe('a claude that begins its exchange after something has connected to where the model should be', () => {
  it.concurrent('is left at work until the pair lands, however long that takes', async () => {
    using scene = new ClrScene()
    const run = await scene.refresh('asks-the-model-first')
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect([scene.login, scene.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})
