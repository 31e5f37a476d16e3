import { existsSync, readFileSync } from 'node:fs'
import { tallyOf } from './test-tally.js'

// For `.ci/run`. Arguments: what `jest --json` wrote in each run of the tests. Prints how many passed and failed in the first
// line, and what a person should know below it. A run that wrote nothing was ended, which has failed by itself.

const files = process.argv.slice(2).filter(existsSync)
const { passed, failed, lines } = tallyOf(files.map((file): unknown => JSON.parse(readFileSync(file, 'utf8'))))
console.log([`${passed} ${failed}`, ...lines].join('\n'))
