import { markdownTable } from '../../testing/statistics.js'
import { plain } from './arguments.js'
import type { Contender } from './care.js'
import type { Ledger, UnplannedSignIn } from './ledger.js'
import { LINES, lineOf, sentenceOf, type Line } from './loss.js'
import type { Plan } from './plan.js'
import { ALL_RATES, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type Range } from './rates.js'
import { dayAndTime, dayOf } from './calendar.js'

/** What one contender's year cost. */
export interface Result {
  readonly contender: Contender
  readonly ledger: Ledger
}

/** The losses of a row that are listed, at most; those outside the lines come first. */
const LISTED_LOSSES = 5

/** The tables, the rates and the losses, as Markdown. */
export function reportOf(plan: Plan, results: readonly Result[]): string {
  const days = Math.round((plan.endMs - plan.startMs) / DAY_MS)
  return [
    `### ${days === 1 ? '1 day' : `${days} days`} of a login (seed ${plan.seed})`,
    describePlan(plan),
    resultTable(results),
    '### Unplanned sign-ins, by what lost the login',
    lineTable(results),
    '### What else happened',
    restTable(results),
    '### How often things go wrong',
    rateTable(),
    ...results.map(result => lossList(plan, result)).filter(list => list !== '')
  ].join('\n\n')
}

function describePlan({ jobs }: Plan): string {
  const faulty = jobs.filter(({ fault }) => fault !== null).length
  const share = percent(faulty / jobs.length)
  const skipped = 'A row skips those that it cannot meet, and in all rows some jobs meet an outage.'
  return `${jobs.length} jobs. The plan has a fault for ${faulty} (${share}) of them. ${skipped}`
}

/** Whatever lost the login, except for what nothing on the machine of a job can prevent. */
const PREVENTABLE: Line = 'anything else'

function resultTable(results: readonly Result[]): string {
  const head = [
    '',
    'unplanned sign-ins',
    'of these preventable',
    'sign-ins at its end',
    'tokens sent twice',
    'model requests',
    'hours without a valid token'
  ]
  const rows = results.map(({ contender, ledger }) => [
    contender.name,
    `${ledger.unplannedSignIns.length}`,
    compare(contender, countOn(PREVENTABLE, contender, ledger)),
    `${ledger.plannedSignIns}`,
    `${ledger.reuses}`,
    `${ledger.modelRequests}`,
    ledger.hoursWithoutToken.toFixed(0)
  ])
  return markdownTable(head, rows)
}

function compare({ hasTarget }: Contender, preventable: number): string {
  if (!hasTarget) return `${preventable}`
  return preventable === 0 ? '0 ✓' : `${preventable} ✗ (target 0)`
}

function lineTable(results: readonly Result[]): string {
  const rows = results.map(({ contender, ledger }) => {
    return [contender.name, ...LINES.map(line => `${countOn(line, contender, ledger)}`)]
  })
  return markdownTable(['', ...LINES], rows)
}

function restTable(results: readonly Result[]): string {
  const head = ['', 'jobs run', 'jobs that met a fault', 'jobs with the real CLI', 'secrets stored by hand']
  const rows = results.map(({ contender, ledger: { jobs, faultsMet, realCli, storedByHand } }) => {
    return [contender.name, ...[jobs, faultsMet, realCli, storedByHand].map(String)]
  })
  return markdownTable(head, rows)
}

function countOn(line: Line, { disk }: Contender, { unplannedSignIns }: Ledger): number {
  return unplannedSignIns.filter(({ loss }) => lineOf(loss, disk) === line).length
}

/** The rates as a table. */
export function rateTable(): string {
  const rows = ALL_RATES.map(({ what, chance, of, takes }) => {
    return [
      what,
      chance === 1 ? 'always' : `${percent(chance)} of ${of}`,
      takes === undefined ? '' : describeRange(takes)
    ]
  })
  return markdownTable(['what happens', 'how often', 'how much later, or for how long'], rows)
}

function percent(chance: number): string {
  return `${Number((chance * 100).toFixed(1))} %`
}

function describeRange({ fromMs, toMs }: Range): string {
  return fromMs === 0 ? `at most ${describeTime(toMs)}` : `${describeTime(fromMs)} to ${describeTime(toMs)}`
}

function describeTime(ms: number): string {
  const [unit, unitMs] = UNITS.find(([, unitMs]) => ms >= unitMs) ?? ['s', SECOND_MS]
  return `${ms / unitMs} ${unit}`
}

const UNITS = [
  ['days', DAY_MS],
  ['h', HOUR_MS],
  ['min', MINUTE_MS]
] as const

function lossList(plan: Plan, { contender, ledger }: Result): string {
  const { unplannedSignIns: all } = ledger
  if (all.length === 0) return ''
  const isOther = ({ loss }: UnplannedSignIn): boolean => lineOf(loss, contender.disk) === PREVENTABLE
  const sorted = [...all.filter(isOther), ...all.filter(signIn => !isOther(signIn))]
  const listed = contender.hasTarget ? sorted : sorted.slice(0, LISTED_LOSSES)
  const more = all.length - listed.length
  return [
    `### ${contender.name}: ${all.length === 1 ? '1 unplanned sign-in' : `${all.length} unplanned sign-ins`}`,
    listed.map(signIn => describeLoss(plan, contender, signIn)).join('\n'),
    ...(more > 0 ? [`… and ${more} more.`] : [])
  ].join('\n\n')
}

function describeLoss(plan: Plan, contender: Contender, { atMs, loss }: UnplannedSignIn): string {
  const line = lineOf(loss, contender.disk)
  const command = `npm run bench -- year --seed ${plan.seed} --days ${dayOf(atMs, plan)} --only "${plain(contender.name)}" --events`
  return `- ${dayAndTime(loss.atMs, plan)}, ${line}: ${sentenceOf(loss)}. Again: \`${command}\``
}
