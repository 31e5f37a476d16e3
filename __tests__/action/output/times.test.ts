import { describe, expect, it } from '@jest/globals'
import { describeTime } from '../../../src/action/output/times.js'
import { NOW_MS } from '../../../testing/sample-report.js'

describe('describeTime', () => {
  it('gives time and distance', () => {
    expect(describeTime('2026-01-31T09:05:00.000Z', NOW_MS)).toBe('2026-01-31 09:05 UTC (in 8 h)')
  })

  it.each([null, '', 'soon'])('gives nothing for %j', text => {
    expect(describeTime(text, NOW_MS)).toBeNull()
  })
})
