import { describe, expect, it } from '@jest/globals'
import { COMMANDS } from '../src/cli/options.js'
import { allReasons } from '../src/core/reasons.js'
import { declared, readRepositoryFile } from '../testing/repository-files.js'

const CHANGELOG = readRepositoryFile('CHANGELOG.md')

describe('CHANGELOG.md', () => {
  it('names every input, output and reason, so that a new one is not forgotten', () => {
    const names = [...declared('inputs'), ...declared('outputs')].map(({ name }) => name)
    expect([...names, ...allReasons()].filter(name => !CHANGELOG.includes(`\`${name}\``))).toEqual([])
  })

  it('names every option and variable of `clr`, and every input of the notice, since they are a promise too', () => {
    const options = Object.values(COMMANDS).flatMap(names => names.map(name => `--${name}`))
    const variables = readRepositoryFile('docs/reference.md').match(/\bCLR_[A-Z_]+\b/g) ?? []
    expect(variables).toContain('CLR_TIMEOUT')
    const names = [...options, ...variables, ...declared('inputs', 'notice/action.yml').map(({ name }) => name)]
    expect(names.filter(name => !CHANGELOG.includes(`\`${name}\``))).toEqual([])
  })

  it('begins with what is not released yet, then has each version with its day', () => {
    const [first, ...versions] = [...CHANGELOG.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(first).toBe('[Unreleased]')
    expect(versions.filter(heading => !/^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/.test(heading ?? ''))).toEqual([])
  })

  it('groups changes as Keep a Changelog does', () => {
    const groups = [...CHANGELOG.matchAll(/^### (.*)$/gm)].map(([, group]) => group)
    const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']
    expect(groups.filter(group => !known.includes(group ?? ''))).toEqual([])
  })
})
