import { describe, expect, it } from '@jest/globals'
import { decide } from '../../../src/action/notice/decide.js'
import type { FoundIssue } from '../../../src/action/notice/issues.js'
import type { Mark } from '../../../src/action/notice/mark.js'
import type { Situation } from '../../../src/action/notice/situation.js'

const trouble = { reason: 'network', loginExpiresAtMs: null, isEndingSoon: false }
const TROUBLE: Situation = { kind: 'trouble', trouble }
const WELL: Situation = { kind: 'well' }

const SAME: Mark = { trouble, commentId: 0 }
const OTHER: Mark = { trouble: { ...trouble, reason: 'timeout' }, commentId: 0 }
const CLEARED: Mark = { trouble: null, commentId: 0 }

function issue(number: number, isOpen: boolean, mark: Mark | null): FoundIssue {
  return { number, isOpen, mark, title: '', body: '', commentCount: 0, isLocked: false }
}
const open = (mark: Mark | null, number = 1): FoundIssue => issue(number, true, mark)
const closed = (mark: Mark | null, number = 1): FoundIssue => issue(number, false, mark)

describe('a trouble', () => {
  it.each([
    ['opens an issue if there is none', [], { kind: 'open' }],
    ['changes nothing in an open issue about the same', [open(SAME)], { kind: 'nothing' }],
    ['updates an open issue about another one', [open(OTHER)], { kind: 'update', issue: open(OTHER) }],
    ['leaves an issue about the same closed', [closed(SAME)], { kind: 'nothing', issue: closed(SAME) }],
    ['opens an issue about another one again', [closed(OTHER)], { kind: 'update', issue: closed(OTHER) }],
    ['opens an issue again that was closed when all was well', [closed(CLEARED)], { kind: 'update' }],
    ['leaves issues that are not ours alone', [open(null), closed(null, 2)], { kind: 'open' }],
    [
      'is told already if any of ours says so',
      [open(OTHER, 2), closed(SAME)],
      { kind: 'nothing', issue: closed(SAME) }
    ],
    ['prefers an open issue', [closed(OTHER, 2), open(CLEARED)], { kind: 'update', issue: open(CLEARED) }],
    ['prefers an issue of ours', [open(null, 2), open(SAME)], { kind: 'nothing', issue: open(SAME) }],
    ['prefers the newest issue', [open(OTHER, 2), open(CLEARED)], { kind: 'update', issue: open(OTHER, 2) }]
  ])('%s', (_title, issues, step) => {
    expect(decide(TROUBLE, issues)).toMatchObject(step)
  })
})

describe('when all is well', () => {
  it.each([
    ['nothing is done without an issue', [], { kind: 'nothing' }],
    ['nothing is done if the issue is closed and cleared', [closed(CLEARED)], { kind: 'nothing' }],
    ['issues that are not ours stay as they are', [open(null), closed(null, 2)], { kind: 'nothing' }],
    ['the issue is closed', [open(SAME)], { kind: 'settle', open: [open(SAME)], closed: [] }],
    ['only ours is closed', [open(null, 2), open(SAME)], { kind: 'settle', open: [open(SAME)], closed: [] }],
    ['both of ours are closed', [open(SAME, 2), open(OTHER)], { open: [open(SAME, 2), open(OTHER)] }],
    ['one that a person closed is cleared', [closed(SAME)], { kind: 'settle', open: [], closed: [closed(SAME)] }]
  ])('%s', (_title, issues, step) => {
    expect(decide(WELL, issues)).toMatchObject(step)
  })
})

it('a run that says nothing new changes no issue', () => {
  expect(decide({ kind: 'unclear' }, [open(OTHER)])).toEqual({ kind: 'nothing', issue: null })
})
