import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { objectFrom, parseObject } from '../testing/json-object.js'
import { ROOT } from '../testing/paths.js'
import { readRepositoryFile } from '../testing/repository-files.js'

/** Packages that have only types: nothing of them is in a bundle. */
const TYPES = ['@octokit/types', '@octokit/openapi-types']

/** The packages that the sources in these folders import, and those packages' own dependencies, sorted. */
function packagesOf(folders: readonly string[]): readonly string[] {
  const texts = folders.flatMap(folder =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => readRepositoryFile(path.join(folder, name)))
  )
  const imports = texts.join('\n').matchAll(/(?:from|import\() ?'((?!node:)(?:@[\w-]+\/)?[\w-]+)'/g)
  const found = new Set([...imports].flatMap(([, name = '']) => (TYPES.includes(name) ? [] : [name])))
  // A set also iterates over what is added during the iteration.
  for (const name of found) {
    const { dependencies = {} } = parseObject(readRepositoryFile(`node_modules/${name}/package.json`))
    for (const needed of Object.keys(objectFrom(dependencies))) if (!TYPES.includes(needed)) found.add(needed)
  }
  return [...found].sort()
}

/** The text of a package's licence, with the line ends of Unix. */
function licenseOf(name: string): string {
  const folder = `node_modules/${name}`
  const file = readdirSync(path.join(ROOT, folder)).find(entry => /^licen[cs]e/i.test(entry)) ?? 'no licence'
  return readRepositoryFile(`${folder}/${file}`).replaceAll('\r\n', '\n').trim()
}

describe.each([
  ['action', ['src/action', 'src/github-secrets', 'src/core'], '@actions/exec'],
  ['cli', ['src/cli', 'src/github-secrets', 'src/core'], 'yoctocolors']
])('dist/%s/licenses.txt', (bundle, folders, oneOfThem) => {
  it('has the whole licence of every bundled package, and of no other package', () => {
    const names = packagesOf(folders)
    expect(names).toContain(oneOfThem)
    const sections = readRepositoryFile(`dist/${bundle}/licenses.txt`).split(/^-{80}\n/m)
    expect(sections.map(section => section.trim())).toEqual(names.map(name => `${name}\n\n${licenseOf(name)}`))
  })
})
