import { expect, it } from '@jest/globals'
import { objectFrom, parseObject } from '../testing/json-object.js'
import { readRepositoryFile } from '../testing/repository-files.js'

/** The newest Node 20, with which `npm ci` must not warn (EBADENGINE). */
const NEWEST_20 = { major: 20, minor: 20 }

/** Whether a range of `engines`, such as `^20.19.0 || >=22`, has that version. Knows the forms that packages here use. */
function includesNewest20(range: string): boolean {
  return range.split('||').some(alternative => {
    const [, operator = '', major = '', minor = '0'] = /^\s*(>=|\^|)\s*v?(\d+)(?:\.(\d+))?/.exec(alternative) ?? []
    if (major === '') return alternative.trim() === '*'
    if (Number(major) === NEWEST_20.major) return Number(minor) <= NEWEST_20.minor
    return operator === '>=' && Number(major) < NEWEST_20.major
  })
}

const PACKAGES = objectFrom(parseObject(readRepositoryFile('package-lock.json')).packages)

it('names no package that asks for a newer Node than 20', () => {
  const packages = Object.entries(PACKAGES)
  const tooNew = packages.flatMap(([path, entry]) => {
    const { engines = {} } = objectFrom(entry)
    const { node = '*' } = Array.isArray(engines) ? {} : objectFrom(engines)
    return includesNewest20(String(node)) ? [] : [`${path}: ${String(node)}`]
  })
  expect(packages.length).toBeGreaterThan(100)
  expect(tooNew).toEqual([])
})

it('puts the real CLI into the root, where the tests start it, in the version of testing/claude-cli', () => {
  const manifest = parseObject(readRepositoryFile('testing/claude-cli/package.json'))
  const wanted = Object.entries(objectFrom(manifest.optionalDependencies))
  expect(wanted.map(([name]) => name)).toContain('@anthropic-ai/claude-code-linux-x64')
  for (const [name, version] of wanted) expect(PACKAGES[`node_modules/${name}`]).toMatchObject({ version })
})
