import { describe, expect, it } from '@jest/globals'
import { inWordsOfAction, withInputNames } from '../../src/action/input-names.js'
import { REFRESH_HELP } from '../../src/cli/help/refresh-help.js'
import { allReasons, outcomeOf } from '../../src/core/reasons.js'
import { reportOf } from '../../src/core/report.js'
import { declared } from '../../testing/repository-files.js'

describe('withInputNames', () => {
  it.each([
    ['no file: give its path with `--creds`', 'no file: give its path with `creds`'],
    ['set `--timeout 90`, or `--min-validity=2h`', 'set `timeout: 90`, or `min-validity: 2h`'],
    ['`--trace` and `--dry-run`', '`trace` and `dry-run`'],
    [
      'Fix it, then run it again. Run it again later.',
      'Fix it, then run the workflow again. Run the workflow again later.'
    ]
  ])('turns the options of clr into inputs: %s', (text, expected) => {
    expect(withInputNames(text)).toBe(expected)
  })

  it.each([
    'Sign in again: `clr login --creds /home/me/c.json --replace`.',
    'replace it with `--replace`',
    "Sign in again with `clr login --creds '/home/me/run it again/c.json'`.",
    'no file at /home/me/run it again/c.json',
    'no file at /home/me/run it again',
    '--creds is not in backticks'
  ])('leaves commands, and what is no input, as they are: %s', text => {
    expect(withInputNames(text)).toBe(text)
  })

  it('leaves no option in what the action says about any reason', () => {
    const { remedy } = inWordsOfAction(reportOf('timeout', 'late: see `--timeout`'))
    expect(remedy).not.toContain('`--')
    for (const reason of allReasons().filter(name => name !== 'login-exists')) {
      expect(withInputNames(outcomeOf(reason).remedy)).not.toMatch(/`--/)
    }
  })

  it('knows every option in the help of clr refresh that is an input too', () => {
    const options = new Set(REFRESH_HELP.match(/--[a-z-]+/g))
    const both = declared('inputs').filter(({ name }) => options.has(`--${name}`))
    expect(both.map(({ name }) => withInputNames(`\`--${name}\``))).toEqual(both.map(({ name }) => `\`${name}\``))
    expect(both.length).toBeGreaterThanOrEqual(5)
  })
})
