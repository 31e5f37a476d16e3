import { markdownTable } from '../../testing/statistics.js'
import { plain } from './arguments.js'
import type { Contender } from './care.js'
import type { Ledger, UnplannedSignIn } from './ledger.js'
import { LINES, lineOf, sentenceOf, type Line } from './loss.js'
import type { Plan } from './plan.js'
import { ALL_RATES, DAY_MS } from './rates.js'
import { dayAndTime, dayOf } from './world.js'

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
    resultTable(results),
    '### Unplanned sign-ins, by what lost the login',
    lineTable(results),
    '### How often things go wrong',
    rateTable(),
    ...results.map(result => lossList(plan, result)).filter(list => list !== '')
  ].join('\n\n')
}

function resultTable(results: readonly Result[]): string {
  const head = [
    '',
    'sign-ins at its end',
    'unplanned sign-ins',
    'secrets stored by hand',
    'tokens sent twice',
    'model requests',
    'hours without a valid token',
    'jobs run',
    'with the real CLI'
  ]
  const rows = results.map(({ contender, ledger }) => [
    contender.name,
    `${ledger.plannedSignIns}`,
    `${ledger.unplannedSignIns.length}`,
    `${ledger.storedByHand}`,
    `${ledger.reuses}`,
    `${ledger.modelRequests}`,
    ledger.hoursWithoutToken.toFixed(0),
    `${ledger.jobs}`,
    `${ledger.realCli}`
  ])
  return markdownTable(head, rows)
}

function lineTable(results: readonly Result[]): string {
  const rows = results.map(({ contender, ledger }) => {
    const counts = LINES.map(line => countOn(line, contender, ledger))
    const others = counts.at(-1) ?? 0
    const comparison = contender.hasTarget ? `0 ${others === 0 ? '✓' : '✗'}` : ''
    return [contender.name, ...counts.map(String), comparison]
  })
  return markdownTable(['', ...LINES, 'target of the last'], rows)
}

function countOn(line: Line, { disk }: Contender, { unplannedSignIns }: Ledger): number {
  return unplannedSignIns.filter(({ loss }) => lineOf(loss, disk) === line).length
}

/** The rates as a table. */
export function rateTable(): string {
  return markdownTable(
    ['what happens', 'how often'],
    ALL_RATES.map(({ what, chance, of }) => [what, `${percent(chance)} of each ${of}`])
  )
}

function percent(chance: number): string {
  return `${Number((chance * 100).toFixed(1))} %`
}

function lossList(plan: Plan, { contender, ledger }: Result): string {
  const { unplannedSignIns: all } = ledger
  if (all.length === 0) return ''
  const isOther = ({ loss }: UnplannedSignIn): boolean => lineOf(loss, contender.disk) === LINES.at(-1)
  const sorted = [...all.filter(isOther), ...all.filter(signIn => !isOther(signIn))]
  const listed = contender.hasTarget ? sorted : sorted.slice(0, LISTED_LOSSES)
  const more = all.length - listed.length
  return [
    `### ${contender.name}: ${all.length} unplanned sign-ins`,
    listed.map(signIn => describeLoss(plan, contender, signIn)).join('\n'),
    ...(more > 0 ? [`… and ${more} more.`] : [])
  ].join('\n\n')
}

function describeLoss(plan: Plan, contender: Contender, { atMs, loss }: UnplannedSignIn): string {
  const line = lineOf(loss, contender.disk)
  const command = `npm run bench -- year --seed ${plan.seed} --days ${dayOf(atMs, plan)} --only "${plain(contender.name)}" --events`
  return `- ${dayAndTime(loss.atMs, plan)}, ${line}: ${sentenceOf(loss)}. Again: \`${command}\``
}
