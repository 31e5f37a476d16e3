import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { helpText } from '../src/cli/help.js'
import { allReasons, outcomeOf } from '../src/core/reasons.js'

const ROOT = path.resolve(import.meta.dirname, '..')
const read = (name: string): Promise<string> => readFile(path.join(ROOT, name), 'utf8')

const [readme, troubleshooting, actionYml] = await Promise.all(
  ['README.md', 'docs/troubleshooting.md', 'action.yml'].map(read)
)

/** The rows of the table whose head begins with this cell, without `|` and code marks. */
function table(head: string): readonly (readonly string[])[] {
  const [, rows = ''] = new RegExp(`^\\| ${head} +\\|.*\\n\\| -.*\\n((?:\\|.*\\n)+)`, 'm').exec(readme ?? '') ?? []
  const cells = (row: string): string[] => row.split('|').slice(1, -1)
  return rows
    .trim()
    .split('\n')
    .map(row => cells(row).map(cell => cell.trim().replace(/`/g, '')))
}

/** The keys of a section of action.yml, with the default of each. */
function declared(section: string): readonly (readonly [string, string])[] {
  const [, body = ''] = new RegExp(`^${section}:\n((?: .*\n|\n)+)`, 'm').exec(actionYml ?? '') ?? []
  return [...body.matchAll(/^ {2}([\w-]+):\n((?: {4}.*\n)*)/gm)].map(([, name = '', rest = '']) => [
    name,
    /^ {4}default: '?([^'\n]*)/m.exec(rest)?.[1] ?? ''
  ])
}

describe('the README', () => {
  it('names every input of action.yml, in its order, with its default', () => {
    const inputs = declared('inputs').map(([name, value]) => [name, name === 'secret-repository' ? 'this one' : value])
    expect(table('input').map(row => row.slice(0, 2))).toEqual(inputs)
  })

  it('names every output of action.yml, in its order', () => {
    expect(table('output').map(([name]) => name)).toEqual(declared('outputs').map(([name]) => name))
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
