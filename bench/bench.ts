import '../script/refuse-stale-dist.js'
import { RefreshError } from '../src/core/reasons.js'
import { benchAccounts } from './accounts.js'
import { inRounds, runBenchmark, type Benchmark } from './benchmark.js'
import { benchCold } from './cold.js'
import { benchRefresh } from './refresh.js'
import { benchYear } from './year/year.js'

// npm run bench [-- [warm] <rounds>]: measures a refresh by each door, and compares it with the time of the CLI until its new file.
// npm run bench -- cold [<rounds>]: measures the first step on a new runner, and compares the install of the CLI with that of npm.
// npm run bench -- accounts [<rounds>]: measures many logins on one machine, and the memory that they need.
// npm run bench -- year [--days <n>] [--seed <n>] [--only <row>] [--events]: plays a year of a login, with faults, for several ways
// to look after it, and counts what that costs.
// A missed target is a ✗ in the table, and no failure: the load of the machine decides, too.

const BENCHMARKS = [
  inRounds('warm', 15, benchRefresh),
  inRounds('cold', 5, benchCold),
  inRounds('accounts', 3, benchAccounts),
  { name: 'year', run: benchYear }
] as const satisfies readonly Benchmark[]

try {
  await runBenchmark(BENCHMARKS, process.argv.slice(2))
} catch (error) {
  if (!(error instanceof RefreshError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
