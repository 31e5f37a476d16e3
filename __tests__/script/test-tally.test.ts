import { describe, expect, it } from '@jest/globals'
import { tallyOf } from '../../script/test-tally.js'

type Results = Readonly<Record<string, 'passed' | 'failed' | 'pending'>>

/** A run of one file, as `jest --json` tells it. */
function runOf(results: Results): unknown {
  const assertionResults = Object.entries(results).map(([fullName, status]) => ({
    fullName,
    status,
    failureMessages: status === 'failed' ? ['\u001b[31mError: no\u001b[0m\n    at here'] : []
  }))
  return { testResults: [{ name: '/a.test.ts', status: 'passed', message: '', assertionResults }] }
}

describe('the tally of two runs of the tests', () => {
  it('counts as skipped only what neither of them ran', () => {
    const byUser = runOf({ plain: 'passed', 'x [needs root]': 'pending', 'y [needs root that may mount]': 'pending' })
    const byRoot = runOf({ plain: 'pending', 'x [needs root]': 'passed', 'y [needs root that may mount]': 'pending' })
    expect(tallyOf([byUser, byRoot])).toEqual({ passed: 2, failed: 0, lines: ['1 skipped: needs root that may mount'] })
    expect(tallyOf([byUser])).toMatchObject({
      passed: 1,
      lines: ['1 skipped: needs root', '1 skipped: needs root that may mount']
    })
  })

  it('names a test that failed, with the first lines of its error, and one that is skipped for no reason', () => {
    const { failed, lines } = tallyOf([runOf({ one: 'failed', two: 'pending' })])
    expect(failed).toBe(1)
    expect(lines).toEqual([
      'failed: /a.test.ts: one\n    Error: no\n        at here',
      '1 skipped: no reason given (/a.test.ts: two)'
    ])
  })

  it('counts a test that failed in one run, whatever the other says', () => {
    const [failing, passing] = [runOf({ one: 'failed' }), runOf({ one: 'passed' })]
    expect([tallyOf([failing, passing]).failed, tallyOf([passing, failing]).failed]).toEqual([1, 1])
  })

  it('counts a file that cannot be loaded as a failure, and the tests of one title in one file each', () => {
    const broken = { name: '/b.test.ts', status: 'failed', message: 'no module', assertionResults: [] }
    const twice = {
      name: '/c.test.ts',
      status: 'passed',
      assertionResults: [1, 2].map(() => ({ fullName: 'x', status: 'passed' }))
    }
    expect(tallyOf([{ testResults: [broken, twice] }])).toEqual({
      passed: 2,
      failed: 1,
      lines: ['failed: /b.test.ts\n    no module']
    })
  })

  it('is empty for a run that was ended before it told anything', () => {
    expect(tallyOf([])).toEqual({ passed: 0, failed: 0, lines: [] })
  })
})
