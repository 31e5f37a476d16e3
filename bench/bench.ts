import '../script/refuse-stale-dist.js'
import { benchCold } from './cold.js'
import { benchRefresh } from './refresh.js'

// npm run bench [-- <rounds>]: measures a refresh by each door, and compares it with the time of the CLI until its new file.
// npm run bench -- cold [<rounds>]: measures the first step on a new runner, and compares the install of the CLI with that of npm.

const REFRESH_ROUNDS = 15
const COLD_ROUNDS = 5

const words = process.argv.slice(2)
const isCold = words[0] === 'cold'
const roundCount = Number(words[isCold ? 1 : 0] ?? (isCold ? COLD_ROUNDS : REFRESH_ROUNDS))
if (!Number.isInteger(roundCount) || roundCount < 1) throw new Error('usage: npm run bench [-- [cold] <rounds>]')

await (isCold ? benchCold(roundCount) : benchRefresh(roundCount))
