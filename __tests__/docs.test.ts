import { describe, expect, it } from '@jest/globals'
import { helpText } from '../src/cli/help.js'
import { allReasons, outcomeOf } from '../src/core/reasons.js'
import { declared, readRepositoryFile } from '../testing/repository-files.js'

const README = readRepositoryFile('README.md')

/** The cells of the README's table whose head begins with this cell, without `|` and backticks. */
function table(head: string): readonly (readonly string[])[] {
  const [, rows = ''] = new RegExp(`^\\| ${head} +\\|.*\\n\\| -.*\\n((?:\\|.*\\n)+)`, 'm').exec(README) ?? []
  const cells = (row: string): string[] => row.split('|').slice(1, -1)
  return rows
    .trim()
    .split('\n')
    .map(row => cells(row).map(cell => cell.trim().replace(/`/g, '')))
}

describe('the README', () => {
  it('lists every input of action.yml in the same order, with its default', () => {
    const inputs = declared('inputs').map(input => [
      input.name,
      input.name === 'secret-repository' ? 'this one' : input.default
    ])
    expect(table('input').map(row => row.slice(0, 2))).toEqual(inputs)
  })

  it('lists every output of action.yml in the same order', () => {
    expect(table('output').map(([name]) => name)).toEqual(declared('outputs').map(({ name }) => name))
  })

  it('lists every reason with its exit code', () => {
    const reasons = allReasons().map(reason => [reason, String(outcomeOf(reason).exitCode)])
    expect(table('reason').map(row => row.slice(0, 2))).toEqual(reasons)
  })

  it.each(['refresh', 'login'] as const)('lists every option of `clr %s --help` in the same notation', command => {
    const options = [...helpText(command).matchAll(/^ {2,6}((?:-\w, +)?--.+?) {2,}/gm)].map(([, option]) => option)
    expect(table(`option of \`clr ${command}\``).map(([option]) => option)).toEqual(options)
  })
})

describe('docs/troubleshooting.md', () => {
  it('has a section for every reason that is a failure', () => {
    const titles = [...readRepositoryFile('docs/troubleshooting.md').matchAll(/^### (.+)$/gm)]
    const failures = allReasons().filter(reason => outcomeOf(reason).exitCode !== 0)
    const reasons = titles.flatMap(([, title = '']) => title.replace(/`/g, '').split(', '))
    expect(reasons.sort()).toEqual([...failures].sort())
  })
})
