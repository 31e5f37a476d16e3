import { describe, expect, it } from '@jest/globals'
import { timelineOf } from '../../../src/action/output/timeline.js'
import { REFRESHED } from '../../../testing/sample-report.js'

describe('timelineOf', () => {
  it('sets one phase after the other, each at least a millisecond long', () => {
    expect(timelineOf(REFRESHED.phases).split('\n')).toEqual([
      '```mermaid',
      'gantt',
      '  dateFormat x',
      '  axisFormat %Q ms',
      '  todayMarker off',
      '  read 2 ms :0, 2ms',
      '  exchange 391 ms :2, 391ms',
      '  write back 0 ms :393, 1ms',
      '```'
    ])
  })

  it('is empty where there is nothing to show', () => {
    expect(timelineOf([])).toBe('')
  })

  it('lets no name break the diagram', () => {
    expect(timelineOf([{ name: 'a: b;\n```#%% c', ms: 1 }])).toContain('\n  a b c 1 ms :0, 1ms\n')
    expect(timelineOf([{ name: ':::', ms: 1 }])).toContain('\n  step 1 ms :0, 1ms\n')
  })
})
