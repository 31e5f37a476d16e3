import { describe, expect, it } from '@jest/globals'
import { decide } from '../../../src/action/notice/decide.js'
import type { FoundIssue } from '../../../src/action/notice/issues.js'
import type { Mark } from '../../../src/action/notice/mark.js'
import type { Situation } from '../../../src/action/notice/situation.js'

const trouble = { reason: 'network', loginExpiresAtMs: null }
const TROUBLE: Situation = { kind: 'trouble', trouble }
const WELL: Situation = { kind: 'well' }

const SAME: Mark = { trouble, commentId: 0 }
const OTHER: Mark = { trouble: { reason: 'timeout', loginExpiresAtMs: null }, commentId: 0 }
const CLEARED: Mark = { trouble: null, commentId: 0 }

function issue(number: number, isOpen: boolean, mark: Mark | null): FoundIssue {
  return { number, isOpen, mark, title: '', body: '', commentCount: 0 }
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
    ['adopts an open issue that is not ours', [open(null)], { kind: 'update', issue: open(null) }],
    ['adopts a closed issue that is not ours', [closed(null)], { kind: 'update', issue: closed(null) }],
    ['prefers an open issue', [closed(SAME, 2), open(OTHER)], { kind: 'update', issue: open(OTHER) }],
    ['prefers an issue of ours', [open(null, 2), open(SAME)], { kind: 'nothing', issue: open(SAME) }],
    ['prefers the newest issue', [open(SAME, 2), open(OTHER)], { kind: 'nothing', issue: open(SAME, 2) }]
  ])('%s', (_title, issues, step) => {
    expect(decide(TROUBLE, issues)).toMatchObject(step)
  })
})

describe('when all is well', () => {
  it.each([
    ['nothing is done without an issue', [], { kind: 'nothing' }],
    ['nothing is done if the issue is closed and cleared', [closed(CLEARED)], { kind: 'nothing' }],
    ['a closed issue that is not ours stays as it is', [closed(null)], { kind: 'nothing' }],
    ['the issue is closed', [open(SAME)], { kind: 'settle', open: [open(SAME)], closed: [] }],
    ['an issue that is not ours is closed', [open(null)], { kind: 'settle', open: [open(null)], closed: [] }],
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
