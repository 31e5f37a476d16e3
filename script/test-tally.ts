import { stripVTControlCharacters } from 'node:util'

/** What became of all tests. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  /** For people: each failure with its first lines, then how many tests nobody has run, by the reason. */
  readonly lines: readonly string[]
}

interface Test {
  readonly status: unknown
  /** File and title. */
  readonly name: string
  readonly message: string
}

const MOST_MESSAGE_LINES = 25

/** What became of the tests of several runs of one checkout, each as `jest --json` tells: what one ran, others may skip. */
export function tallyOf(runs: readonly unknown[]): Tally {
  const tests = new Map<string, Test>()
  for (const [id, test] of runs.flatMap(testsOf)) {
    const known = tests.get(id)
    if (known === undefined || !isRun(known) || test.status === 'failed') tests.set(id, test)
  }
  const all = [...tests.values()]
  const failed = all.filter(({ status }) => status === 'failed')
  const skipped = all.filter(test => !isRun(test))
  return {
    passed: all.filter(({ status }) => status === 'passed').length,
    failed: failed.length,
    lines: [
      ...failed.map(({ name, message }) => `failed: ${name}\n${firstLines(message)}`),
      ...[...new Set(skipped.map(reasonOf))].sort().map(why => {
        const [first, ...others] = skipped.filter(test => reasonOf(test) === why)
        return `${others.length + 1} skipped: ${why === NO_REASON ? `${why}: ${first?.name ?? ''}` : why}`
      })
    ]
  }
}

function isRun({ status }: Test): boolean {
  return status === 'passed' || status === 'failed'
}

const NO_REASON = 'no reason given, the first of them'

/** As `testing/needs.ts` puts it into a title. */
function reasonOf({ name }: Test): string {
  return /\[(needs [^\]]+)\]/.exec(name)?.[1] ?? NO_REASON
}

/** The tests of a run; a file that could not be loaded counts as one that failed. */
function testsOf(run: unknown): readonly (readonly [string, Test])[] {
  return listIn(run, 'testResults').flatMap(file => {
    const fileName = String(fieldOf(file, 'name'))
    const tests = listIn(file, 'assertionResults').map(test => ({
      status: fieldOf(test, 'status'),
      name: `${fileName}: ${String(fieldOf(test, 'fullName'))}`,
      message: listIn(test, 'failureMessages').join('\n')
    }))
    const broken = { status: 'failed', name: fileName, message: String(fieldOf(file, 'message')) }
    const found = tests.length === 0 && fieldOf(file, 'status') === 'failed' ? [broken] : tests
    // Two tests of one file may have one title.
    return found.map((test, at) => [
      `${test.name} ${found.slice(0, at).filter(({ name }) => name === test.name).length}`,
      test
    ])
  })
}

function firstLines(message: string): string {
  return stripVTControlCharacters(message)
    .split('\n')
    .slice(0, MOST_MESSAGE_LINES)
    .map(line => `    ${line}`)
    .join('\n')
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name)
  return Array.isArray(list) ? list : []
}
