import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ledger } from '../../../bench/year/ledger.js'
import type { PlannedJob } from '../../../bench/year/plan.js'
import { ALL_RATES, HOUR_MS } from '../../../bench/year/rates.js'
import { rateTable, reportOf } from '../../../bench/year/report.js'
import { ROOT } from '../../../testing/paths.js'
import { memoryContender, type Behaviour } from './memory-contender.js'
import { at, planOf, START_MS } from './plan-of.js'

const PLAN = planOf(30, [at(0), at(6, { fault: { kind: 'lost-answer' } }), at(12), at(18)])

/** The report of a year with one loss, by this fault. */
function reportAfter(fault: PlannedJob['fault'], behaviour: Behaviour = {}): string {
  const [, job] = PLAN.jobs
  if (job === undefined) throw new Error('the plan has too few jobs')
  const ledger = new Ledger()
  ledger.plannedSignIns = 13
  ledger.jobs = 4
  ledger.faultsMet = 3
  const loss = {
    how: 'gone',
    atMs: START_MS + 30 * HOUR_MS,
    job: { ...job, fault },
    wasOverlapped: false,
    hadOldSecret: false,
    strandedBy: null
  } as const
  ledger.unplannedSignIns.push({ atMs: START_MS + 50 * HOUR_MS, loss })
  ledger.hoursWithoutToken = 7.4
  return reportOf(PLAN, [{ contender: memoryContender(behaviour), ledger }])
}

describe('the report of a year', () => {
  it('has what it cost, in a row', () => {
    expect(reportAfter({ kind: 'lost-answer' })).toMatch(/^\| in memory +\| +1 \| 0 ✓ +\| +13 \| +0 \| +0 \| +7 \|$/m)
  })

  it('marks a loss that the contender had to prevent', () => {
    expect(reportAfter(null)).toMatch(/^\| in memory +\| +1 \| 1 ✗ \(target 0\) +\|/m)
  })

  it('has no target for other contenders', () => {
    expect(reportAfter(null, { hasTarget: false })).toMatch(/^\| in memory +\| +1 \| +1 \| +13 \|/m)
  })

  it('lists each loss with its date, its cause, and the command that plays it again', () => {
    expect(reportAfter({ kind: 'lost-answer' })).toContain(
      `- day 2, ${new Date(START_MS).getUTCFullYear()}-01-02 06:00, answer lost on the way: job 2 (keep-alive): answer of the ` +
        'endpoint lost, and nothing that outlives it has the new tokens. ' +
        'Again: `npm run bench -- year --seed 1 --days 3 --only "in memory" --events`'
    )
  })

  it('says for how many jobs the plan has a fault', () => {
    expect(reportAfter(null)).toContain('4 jobs. The plan has a fault for 1 (25 %) of them.')
  })

  it('says how many jobs of a row met one', () => {
    expect(reportAfter(null)).toMatch(/jobs that met a fault \|.*\n.*\n\| in memory +\| +4 \| +3 \| +0 \| +0 \|$/m)
  })
})

it('the README has the rates that are used', () => {
  const cells = (markdown: string): string => markdown.replace(/[ -]+/g, ' ')
  expect(cells(readFileSync(path.join(ROOT, 'README.md'), 'utf8'))).toContain(cells(rateTable()))
})

it('the table of rates has every rate', () => {
  const table = rateTable()
  for (const { what } of ALL_RATES) expect(table).toContain(what)
  expect(table).toMatch(/A scheduled run is queued very late +\| 4 % of scheduled runs +\| 1 h to 5 h +\|/)
  expect(table).toMatch(/A person does what a failed run asks for +\| always +\| 1 h to 12 h +\|/)
})
