import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { isJsonObject } from '../src/core/json.js'
import { parseObject } from '../testing/json-object.js'

const ROOT = path.resolve(import.meta.dirname, '..')

/** They are types only: nothing of them is in a bundle. */
const TYPES = ['@octokit/types', '@octokit/openapi-types']

/** The packages that the sources in these folders import, and those that they need in turn. */
function packagesOf(...folders: readonly string[]): readonly string[] {
  const files = folders.flatMap(folder =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => readFileSync(path.join(ROOT, folder, name), 'utf8'))
  )
  const found = new Set<string>()
  const add = (name: string): void => {
    if (found.has(name) || TYPES.includes(name)) return
    found.add(name)
    const { dependencies } = parseObject(readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8'))
    if (isJsonObject(dependencies)) Object.keys(dependencies).forEach(add)
  }
  for (const [, name = ''] of files.join('\n').matchAll(/(?:from|import\() ?'((?!node:)(?:@[\w-]+\/)?[\w-]+)'/g))
    add(name)
  return [...found].sort()
}

/** The text of a package's licence, whatever its line ends. */
function licenseOf(name: string): string {
  const folder = path.join(ROOT, 'node_modules', name)
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry)) ?? 'no licence'
  return readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

describe.each([
  ['action', ['src/action', 'src/github-secrets', 'src/core'], '@actions/exec'],
  ['cli', ['src/cli', 'src/core'], 'yoctocolors']
])('dist/%s', (bundle, folders, oneOfThem) => {
  const text = readFileSync(path.join(ROOT, 'dist', bundle, 'licenses.txt'), 'utf8')
  const sections = text.split(/^-{80}\n/m).map(section => section.trim())

  it('has the licences of all packages that are bundled, and of no other', () => {
    const names = packagesOf(...folders)
    expect(names).toContain(oneOfThem)
    expect(sections.map(section => section.split('\n')[0])).toEqual(names)
  })

  it('has the whole text of each licence', () => {
    expect(sections).toEqual(packagesOf(...folders).map(name => `${name}\n\n${licenseOf(name)}`))
  })
})
