import { describe, expect, it } from '@jest/globals'
import { megabytes, Progress } from '../../../src/action/install/progress.js'

describe('the progress of a download', () => {
  it.each([
    [186_000_000, 'downloaded 62 of 186 MB'],
    [null, 'downloaded 62 MB']
  ])('is shown if it is slow, of %j bytes', (size, line) => {
    const shown: string[] = []
    const progress = new Progress(size, one => void shown.push(one), 0)
    progress.add(30_000_000)
    progress.add(32_000_000)
    expect([shown.at(-1), shown.length, progress.received]).toEqual([line, 2, 62_000_000])
  })

  it('is not shown if it is fast', () => {
    const shown: string[] = []
    new Progress(100, one => void shown.push(one)).add(50)
    expect(shown).toEqual([])
  })
})

it.each([
  [186_234_567, null, '186 MB'],
  [1_200_000, 3_000_000, '1.2 of 3.0 MB'],
  [900_000, 402_000_000, '1 of 402 MB']
])('%i bytes of %j are %s', (bytes, size, text) => {
  expect(megabytes(bytes, size)).toBe(text)
})
