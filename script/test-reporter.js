import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'

/**
 * A reporter of Jest's, for `.ci/run`: appends what became of each test to the file that TEST_RESULTS names, for
 * tally-tests.sh, and what Jest says of failures to `<that file>.failures`. A file that could not be loaded is a failure.
 */
export default class TestReporter {
  onTestResult({ path }, { testResults, failureMessage }) {
    const file = relative(process.cwd(), path)
    const titles = new Map()
    const lines = testResults.map(({ fullName, status }) => {
      const nth = (titles.get(fullName) ?? 0) + 1 // two tests may have one title
      titles.set(fullName, nth)
      return lineOf(`${file}: ${fullName}${nth > 1 ? ` (${nth})` : ''}`, status)
    })
    if (lines.length === 0 && failureMessage) lines.push(lineOf(file, 'failed'))
    appendFileSync(process.env.TEST_RESULTS, lines.join(''))
    if (failureMessage) appendFileSync(`${process.env.TEST_RESULTS}.failures`, `${file}\n${failureMessage}\n`)
  }
}

function lineOf(title, status) {
  const end = ['passed', 'failed'].includes(status) ? status : 'skipped'
  return `${title.replace(/\s+/g, ' ')}\t${end}\n`
}
