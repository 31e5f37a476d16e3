import '../script/refuse-stale-dist.js'
import { quote } from '../src/core/options.js'
import { RefreshError } from '../src/core/reasons.js'
import { benchCold } from './cold.js'
import { benchRefresh } from './refresh.js'

// npm run bench [-- <rounds>]: measures a refresh by each door, and compares it with the time of the CLI until its new file.
// npm run bench -- cold [<rounds>]: measures the first step on a new runner, and compares the install of the CLI with that of npm.
// A missed target is a ✗ in the table, and no failure: the load of the machine decides, too.

const REFRESH_ROUNDS = 15
const COLD_ROUNDS = 5

const words = process.argv.slice(2)
const isCold = words[0] === 'cold'
const [rounds = `${isCold ? COLD_ROUNDS : REFRESH_ROUNDS}`, ...rest] = words.slice(isCold ? 1 : 0)

try {
  if (rest.length > 0 || !/^[1-9]\d{0,2}$/.test(rounds)) {
    const form = 'npm run bench takes [cold] and a whole number of rounds from 1 to 999'
    throw new RefreshError('usage', `${form}, got ${quote(words.join(' '))}`)
  }
  await (isCold ? benchCold : benchRefresh)(Number(rounds))
} catch (error) {
  if (!(error instanceof RefreshError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
