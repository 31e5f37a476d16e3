import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findClaude } from '../../../src/refresh/claude/find-claude.js'
import { refusalOf } from '../../fixtures/refusal.js'
import { TempFolder } from '../../fixtures/temp-folder.js'

let folder: TempFolder
beforeEach(() => {
  folder = new TempFolder()
})
afterEach(() => {
  folder[Symbol.dispose]()
})

const program = (name: string) => folder.write(name, '#!/bin/sh\n', 0o755)
const searchIn = (...folders: readonly string[]) => findClaude(folders.map(name => folder.at(name)).join(':'))

describe('findClaude', () => {
  it('takes the first on the PATH', () => {
    program('b/claude')
    program('c/claude')
    expect(searchIn('a', 'b', 'c').path).toBe(folder.at('b/claude'))
  })

  it('passes over a folder, a file that may not be run, and a link to nothing', () => {
    mkdirSync(folder.at('a/claude'), { recursive: true })
    folder.write('b/claude', '', 0o644)
    mkdirSync(folder.at('c'))
    symlinkSync('gone', folder.at('c/claude'))
    program('d/claude')
    expect(searchIn('a', 'b', 'c', 'd').path).toBe(folder.at('d/claude'))
  })

  it('never takes one by a relative folder: whatever stands in the working directory could be anybody’s', () => {
    program('claude')
    const relative = path.relative(process.cwd(), folder.path)
    expect(refusalOf(() => findClaude(`${relative}:.:`)).reason).toBe('claude-not-found')
  })

  it.each([undefined, '', '/nonexistent'])('finds none where PATH is %j', pathVariable => {
    expect(refusalOf(() => findClaude(pathVariable)).reason).toBe('claude-not-found')
  })
})

describe('the version of what is found', () => {
  it('is that of the npm package around it, however its link is called', () => {
    folder.write('lib/package.json', '{"name":"@anthropic-ai/claude-code","version":"2.1.112"}')
    program('lib/cli.js')
    mkdirSync(folder.at('bin'))
    symlinkSync('../lib/cli.js', folder.at('bin/claude'))
    expect(searchIn('bin')).toEqual({ path: folder.at('bin/claude'), version: '2.1.112' })
  })

  it('is that of a package whose program lies in a folder of it', () => {
    folder.write('lib/package.json', '{"name":"@anthropic-ai/claude-code-linux-x64","version":"2.1.330"}')
    program('lib/bin/claude')
    expect(searchIn('lib/bin').version).toBe('2.1.330')
  })

  it('is in the name of the file that the native installer makes', () => {
    program('versions/2.1.330')
    symlinkSync('versions/2.1.330', folder.at('claude'))
    expect(findClaude(folder.path).version).toBe('2.1.330')
  })

  it.each([
    ['there is no package', null],
    ['the package is another one', '{"name":"other","version":"1.0.0"}'],
    ['the manifest is no JSON', '{'],
    ['the manifest has no version', '{"name":"@anthropic-ai/claude-code","version":5}'],
    ['the manifest is a list', '[]']
  ])('is unknown where %s', (_what, manifest) => {
    program('lib/claude')
    if (manifest !== null) folder.write('lib/package.json', manifest)
    expect(searchIn('lib').version).toBeNull()
  })
})
