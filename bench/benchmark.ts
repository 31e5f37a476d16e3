import { quote } from '../src/core/options.js'
import { RefreshError } from '../src/core/reasons.js'

/** One of the benchmarks of `npm run bench`. */
export interface Benchmark {
  /** The word that selects it: `npm run bench -- cold`. */
  readonly name: string
  /** Its arguments, for the help. */
  readonly takes: string
  /** What it does, for the help: without a full stop. */
  readonly does: string
  /** Measures, and prints its tables. @throws RefreshError `usage` if it does not understand its arguments */
  readonly run: (args: readonly string[]) => Promise<void>
}

/** A benchmark whose only argument is a number of rounds. */
export function inRounds(
  what: Pick<Benchmark, 'name' | 'does'>,
  defaultRounds: number,
  measure: (rounds: number) => Promise<void>
): Benchmark {
  const { name } = what
  const run = async (args: readonly string[]): Promise<void> => {
    const [rounds = `${defaultRounds}`, ...rest] = args
    if (rest.length > 0 || !/^[1-9]\d{0,2}$/.test(rounds)) {
      const form = `npm run bench -- ${name} takes a whole number of rounds from 1 to 999`
      throw new RefreshError('usage', `${form}, got ${quote(args.join(' '))}`)
    }
    await measure(Number(rounds))
  }
  return { ...what, takes: '[<rounds>]', run }
}

/**
 * Runs the benchmark that the first word selects, with the words after it. Without such a word, all words are for the first
 * benchmark. With `--help` anywhere it prints the help.
 * @throws RefreshError `usage`
 */
export async function runBenchmark(
  benchmarks: readonly [Benchmark, ...Benchmark[]],
  words: readonly string[]
): Promise<void> {
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(helpFor(benchmarks))
    return
  }
  const [word = '', ...rest] = words
  const selected = benchmarks.find(({ name }) => name === word)
  if (selected !== undefined) return selected.run(rest)
  if (/^[a-z]/i.test(word)) {
    const names = benchmarks.map(({ name }) => name).join(', ')
    throw new RefreshError('usage', `npm run bench has no benchmark called ${quote(word)}, only these: ${names}`)
  }
  return benchmarks[0].run(words)
}

function helpFor(benchmarks: readonly Benchmark[]): string {
  const entries = benchmarks.map(({ name, takes, does }, index) => {
    return `  npm run bench -- ${index === 0 ? `[${name}]` : name} ${takes}\n      ${does}\n`
  })
  return `${entries.join('')}A missed target is a ✗ in the table, and no failure: the load of the machine decides, too.\n`
}
