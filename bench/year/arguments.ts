import { parseArgs } from 'node:util'
import { quote } from '../../src/core/options.js'
import { RefreshError } from '../../src/core/reasons.js'

/** The arguments of `npm run bench -- year`. */
export interface YearArguments {
  readonly days: number
  readonly seed: number
  /** Only the rows whose name contains this. */
  readonly only: string
  /** Whether each event is printed. */
  readonly events: boolean
}

const OPTIONS = {
  days: { type: 'string', default: '365' },
  seed: { type: 'string', default: '1' },
  only: { type: 'string', default: '' },
  events: { type: 'boolean', default: false }
} as const

/** Parses them. @throws RefreshError `usage` */
export function parseYearArguments(args: readonly string[]): YearArguments {
  const { values, positionals } = parse(args)
  const [word] = positionals
  if (word !== undefined) throw usage(`takes only options, got ${quote(word)}`)
  return {
    days: wholeNumber('--days', values.days, 1),
    seed: wholeNumber('--seed', values.seed, 0),
    only: values.only,
    events: values.events
  }
}

function parse(
  args: readonly string[]
): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch {
    throw usage(
      `takes --days <number>, --seed <number>, --only <part of a row's name> and --events, got ${quote(args.join(' '))}`
    )
  }
}

function wholeNumber(option: string, text: string, least: number): number {
  if (/^\d{1,3}$/.test(text) && Number(text) >= least) return Number(text)
  throw usage(`needs for ${option} a whole number from ${least} to 999, got ${quote(text)}`)
}

function usage(problem: string): RefreshError {
  return new RefreshError('usage', `npm run bench -- year ${problem}`)
}

/** The name of a row without what a shell would change. `--only` compares names in this form. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^\w, -]/g, '')
}
