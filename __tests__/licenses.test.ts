import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { objectFrom, parseObject } from '../testing/json-object.js'
import { ROOT } from '../testing/paths.js'
import { readRepositoryFile } from '../testing/repository-files.js'

/** Packages that have only types: nothing of them is in a bundle. */
const TYPES = ['@octokit/types', '@octokit/openapi-types']

/** Parts of packages that are imported without the rest, and which other packages these parts need. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  '@actions/http-client/lib/proxy': [],
  'tar/parse': ['minizlib'],
  'tar/read-entry': ['minipass']
}

/** The folders of the packages that the sources in these folders import, and of their own dependencies, by name, sorted. */
function packagesOf(folders: readonly string[]): ReadonlyMap<string, string> {
  const texts = folders.flatMap(folder =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => readRepositoryFile(path.join(folder, name)))
  )
  const imports = texts.join('\n').matchAll(/(?:from|import\() ?'((?!node:)(?:@[\w-]+\/)?[\w-]+)'/g)
  const found = new Map<string, string>()
  const add = (name: string, from: string): void => {
    if (!TYPES.includes(name) && !found.has(name)) found.set(name, folderOf(name, from))
  }
  for (const [, name = ''] of imports) add(name, '.')
  const parts = Object.entries(PARTS).filter(([part]) => texts.some(text => text.includes(`from '${part}'`)))
  for (const [, needed] of parts) for (const name of needed) add(name, '.')
  // A map also iterates over what is added during the iteration.
  for (const folder of found.values()) {
    const { dependencies = {} } = parseObject(readRepositoryFile(`${folder}/package.json`))
    for (const needed of Object.keys(objectFrom(dependencies))) add(needed, folder)
  }
  // Added last, so that what only the rest of these packages needs is not.
  for (const [part] of parts) add(part.split('/', part.startsWith('@') ? 2 : 1).join('/'), '.')
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The folder of a package that another one imports, as Node finds it: in that one's own folder, or in one above it. */
function folderOf(name: string, from: string): string {
  const here = path.join(from, 'node_modules', name)
  if (existsSync(path.join(ROOT, here))) return here
  if (from === '.') throw new Error(`${name} is not installed`)
  return folderOf(name, path.dirname(from))
}

/** The text of the licence in a package's folder, with the line ends of Unix. */
function licenseIn(folder: string): string {
  const file = readdirSync(path.join(ROOT, folder)).find(entry => /^licen[cs]e/i.test(entry)) ?? 'no licence'
  return readRepositoryFile(`${folder}/${file}`).replaceAll('\r\n', '\n').trim()
}

describe.each([
  ['action', ['src/action', 'src/github-secrets', 'src/core'], '@actions/exec'],
  ['cli', ['src/cli', 'src/github-secrets', 'src/core'], 'yoctocolors'],
  ['notice', ['src/action/notice', 'src/github-secrets', 'src/core'], '@octokit/request']
])('dist/%s/licenses.txt', (bundle, folders, oneOfThem) => {
  it('has the whole licence of every bundled package, and of no other package', () => {
    const packages = [...packagesOf(folders)]
    expect(packages.map(([name]) => name)).toContain(oneOfThem)
    const sections = readRepositoryFile(`dist/${bundle}/licenses.txt`).split(/^-{80}\n/m)
    expect(sections.map(section => section.trim())).toEqual(
      packages.map(([name, folder]) => `${name}\n\n${licenseIn(folder)}`)
    )
  })
})
