import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { helpText } from '../src/cli/help.js'
import { allReasons, outcomeOf } from '../src/core/reasons.js'
import { declared } from '../testing/repository-files.js'

const ROOT = path.resolve(import.meta.dirname, '..')
const read = (name: string): Promise<string> => readFile(path.join(ROOT, name), 'utf8')

const [readme, troubleshooting] = await Promise.all(['README.md', 'docs/troubleshooting.md'].map(read))

/** The rows of the table whose head begins with this cell, without `|` and code marks. */
function table(head: string): readonly (readonly string[])[] {
  const [, rows = ''] = new RegExp(`^\\| ${head} +\\|.*\\n\\| -.*\\n((?:\\|.*\\n)+)`, 'm').exec(readme ?? '') ?? []
  const cells = (row: string): string[] => row.split('|').slice(1, -1)
  return rows
    .trim()
    .split('\n')
    .map(row => cells(row).map(cell => cell.trim().replace(/`/g, '')))
}

describe('the README', () => {
  it('names every input of action.yml, in its order, with its default', () => {
    const inputs = declared('inputs').map(input => [
      input.name,
      input.name === 'secret-repository' ? 'this one' : input.default
    ])
    expect(table('input').map(row => row.slice(0, 2))).toEqual(inputs)
  })

  it('names every output of action.yml, in its order', () => {
    expect(table('output').map(([name]) => name)).toEqual(declared('outputs').map(({ name }) => name))
  })

  it('names every reason with its exit code', () => {
    const reasons = allReasons().map(reason => [reason, String(outcomeOf(reason).exitCode)])
    expect(table('reason').map(row => row.slice(0, 2))).toEqual(reasons)
  })

  it('names every option of `clr refresh --help`, as it is written there', () => {
    const options = [...helpText('refresh').matchAll(/^ {2,6}((?:-\w, +)?--.+?) {2,}/gm)].map(([, option]) => option)
    expect(table('option of `clr refresh`').map(([option]) => option)).toEqual(options)
  })
})

describe('docs/troubleshooting.md', () => {
  it('has a section for every reason that is no success', () => {
    const titles = [...(troubleshooting ?? '').matchAll(/^### (.+)$/gm)].flatMap(([, title = '']) => title.split(', '))
    const failures = allReasons().filter(reason => outcomeOf(reason).exitCode !== 0)
    expect(titles.map(title => title.replace(/`/g, '')).sort()).toEqual([...failures].sort())
  })
})
