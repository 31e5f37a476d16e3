import '../script/refuse-stale-dist.js'
import { RefreshError } from '../src/core/reasons.js'
import { benchAccounts } from './accounts.js'
import { inRounds, runBenchmark, type Benchmark } from './benchmark.js'
import { benchCold } from './cold.js'
import { benchRefresh } from './refresh.js'
import { benchYear } from './year/year.js'

/** What `npm run bench -- --help` prints. */
const BENCHMARKS = [
  inRounds(
    {
      name: 'warm',
      does: 'measures a refresh by each door, and compares it with the time of the CLI until its new file'
    },
    15,
    benchRefresh
  ),
  inRounds(
    {
      name: 'cold',
      does: 'measures the first step on a new runner, and compares the install of the CLI with that of npm'
    },
    5,
    benchCold
  ),
  inRounds(
    { name: 'accounts', does: 'measures many logins on one machine, and the memory that they need' },
    3,
    benchAccounts
  ),
  {
    name: 'year',
    takes: "[--days <n>] [--seed <n>] [--only <part of a row's name>] [--events]",
    does: 'plays a year of a login, with faults, for several ways to look after it, and counts what that costs',
    run: benchYear
  }
] as const satisfies readonly Benchmark[]

try {
  await runBenchmark(BENCHMARKS, process.argv.slice(2))
} catch (error) {
  if (!(error instanceof RefreshError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
