import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'

/**
 * A Jest reporter for `.ci/run`: appends the result of each test to the file $TEST_RESULTS, for tally-tests.sh, and Jest's
 * messages about failures to `$TEST_RESULTS.failures`. A file that could not be loaded counts as a failed test.
 */
export default class TestReporter {
  onTestResult({ path }, { testResults, failureMessage }) {
    const file = relative(process.cwd(), path)
    const titles = new Map()
    const lines = testResults.map(({ fullName, status }) => {
      const nth = (titles.get(fullName) ?? 0) + 1 // two tests may have the same title
      titles.set(fullName, nth)
      return lineOf(`${file}: ${fullName}${nth > 1 ? ` (${nth})` : ''}`, status)
    })
    if (lines.length === 0 && failureMessage) lines.push(lineOf(file, 'failed'))
    appendFileSync(process.env.TEST_RESULTS, lines.join(''))
    if (failureMessage) appendFileSync(`${process.env.TEST_RESULTS}.failures`, `${file}\n${failureMessage}\n`)
  }
}

function lineOf(title, status) {
  const result = ['passed', 'failed'].includes(status) ? status : 'skipped'
  return `${title.replace(/\s+/g, ' ')}\t${result}\n`
}
