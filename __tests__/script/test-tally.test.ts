import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ROOT } from '../../testing/paths.js'
import { TempFolder } from '../../testing/temp-folder.js'

const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js')
const REPORTER = path.join(ROOT, 'script/test-reporter.js')

/** What the tally prints for these lines of all runs. */
function tallyOf(lines: string): { status: number | null; lines: readonly string[] } {
  const { status, stdout } = spawnSync(path.join(ROOT, 'script/tally-tests.sh'), { input: lines, encoding: 'utf8' })
  return { status, lines: stdout.trim().split('\n') }
}

/** A project that has only these tests. */
class Project extends TempFolder {
  constructor(tests: Readonly<Record<string, string>>) {
    super()
    this.write('package.json', '{}')
    for (const [name, source] of Object.entries(tests)) this.write(name, source)
  }

  /** Runs its tests with the reporter. @returns the lines that the reporter wrote */
  report(): string {
    const env = { PATH: process.env.PATH, HOME: this.path, TEST_RESULTS: this.at('results') }
    const args = [JEST, '--ci', '--runInBand', `--reporters=${REPORTER}`]
    spawnSync(process.execPath, args, { cwd: this.path, env, stdio: 'ignore' })
    return this.text('results')
  }
}

describe('the tally of several runs of the tests', () => {
  it('counts a test as skipped only if no run has executed it, grouped by what it needs', () => {
    const byUser = 'plain\tpassed\nx [needs root]\tskipped\ny [needs root that may mount]\tskipped\n'
    const byRoot = 'plain\tskipped\nx [needs root]\tpassed\ny [needs root that may mount]\tskipped\n'
    const both = { status: 0, lines: ['1 skipped: needs root that may mount', '2 passed, 0 failed, 1 skipped'] }
    expect([tallyOf(byUser + byRoot), tallyOf(byRoot + byUser)]).toEqual([both, both])
    expect(tallyOf(byUser).lines).toEqual(
      expect.arrayContaining([
        '1 skipped: needs root',
        '1 skipped: needs root that may mount',
        '1 passed, 0 failed, 2 skipped'
      ])
    )
  })

  it('counts skipped tests that need the same thing together, and names a test that is skipped without a reason', () => {
    const { lines } = tallyOf('a [needs root] [needs Linux]\tskipped\nb [needs root]\tskipped\nc\tskipped\n')
    expect([...lines].sort()).toEqual([
      '0 passed, 0 failed, 3 skipped',
      '1 skipped: no reason given: c',
      '2 skipped: needs root'
    ])
  })

  it('fails if a test failed in one run, whatever its result in the others', () => {
    const failed = { status: 1, lines: ['failed: one', '0 passed, 1 failed'] }
    expect(tallyOf('one\tfailed\none\tpassed\n')).toEqual(failed)
    expect(tallyOf('one\tpassed\none\tfailed\none\tskipped\n')).toEqual(failed)
  })

  it('counts nothing for a run that ended before it wrote a result', () => {
    expect(tallyOf('')).toEqual({ status: 0, lines: ['0 passed, 0 failed'] })
  })
})

describe('the reporter', () => {
  it('writes the result of each test, also of two with the same title in one file', () => {
    using project = new Project({
      'a.test.js': `
        test('good', () => {})
        test('good', () => {})
        test('bad\\ttitle', () => { throw new Error('no reason') })
        test.skip('idle', () => {})
        test.todo('later')`
    })
    expect(project.report().trim().split('\n')).toEqual([
      'a.test.js: good\tpassed',
      'a.test.js: good (2)\tpassed',
      'a.test.js: bad title\tfailed',
      'a.test.js: idle\tskipped',
      'a.test.js: later\tskipped'
    ])
    expect(project.text('results.failures')).toMatch(/^a\.test\.js\n[^]*no reason\n/)
  })

  it('writes a failure for a file that cannot be loaded', () => {
    using project = new Project({ 'b.test.js': 'require("./absent")', 'c.test.js': 'test("good", () => {})' })
    expect(project.report().trim().split('\n').sort()).toEqual(['b.test.js\tfailed', 'c.test.js: good\tpassed'])
    expect(project.text('results.failures')).toContain('absent')
  })
})
