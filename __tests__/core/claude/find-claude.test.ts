import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findClaude } from '../../../src/core/claude/find-claude.js'
import { TempFolder } from '../../../testing/temp-folder.js'

let folder: TempFolder
beforeEach(() => {
  folder = new TempFolder()
})
afterEach(() => {
  folder[Symbol.dispose]()
})

const program = (name: string) => folder.write(name, '#!/bin/sh\n', 0o755)
const find = (PATH: string | undefined) => findClaude({ PATH }, null)
const searchIn = (...folders: readonly string[]) => find(folders.map(name => folder.at(name)).join(':'))

describe('findClaude', () => {
  it('finds the first `claude` on PATH', async () => {
    program('b/claude')
    program('c/claude')
    expect((await searchIn('a', 'b', 'c')).path).toBe(folder.at('b/claude'))
  })

  it('skips a folder, a file that is not executable, and a broken link', async () => {
    mkdirSync(folder.at('a/claude'), { recursive: true })
    folder.write('b/claude', '', 0o644)
    mkdirSync(folder.at('c'))
    symlinkSync('gone', folder.at('c/claude'))
    program('d/claude')
    expect((await searchIn('a', 'b', 'c', 'd')).path).toBe(folder.at('d/claude'))
  })

  it('never searches a relative folder: anyone could have put a program into the working directory', async () => {
    program('claude')
    const relative = path.relative(process.cwd(), folder.path)
    await expect(find(`${relative}:.:`)).rejects.toMatchObject({ reason: 'claude-not-found' })
  })

  it.each([undefined, '', '/nonexistent'])('finds none if PATH is %j', async pathVariable => {
    await expect(find(pathVariable)).rejects.toMatchObject({ reason: 'claude-not-found' })
  })
})

describe('the version of claude', () => {
  it('is that of the npm package it belongs to, whatever the name of the link', async () => {
    folder.write('lib/package.json', '{"name":"@anthropic-ai/claude-code","version":"2.1.112"}')
    program('lib/cli.js')
    mkdirSync(folder.at('bin'))
    symlinkSync('../lib/cli.js', folder.at('bin/claude'))
    expect(await searchIn('bin')).toEqual({ path: folder.at('bin/claude'), version: '2.1.112' })
  })

  it('is that of a package that has the program in a subfolder', async () => {
    folder.write('lib/package.json', '{"name":"@anthropic-ai/claude-code-linux-x64","version":"2.1.330"}')
    program('lib/bin/claude')
    expect((await searchIn('lib/bin')).version).toBe('2.1.330')
  })

  it('is the file name that the native installer gives it', async () => {
    program('versions/2.1.330')
    symlinkSync('versions/2.1.330', folder.at('claude'))
    expect((await find(folder.path)).version).toBe('2.1.330')
  })

  it.each([
    ['there is no package', null],
    ['the package is another one', '{"name":"other","version":"1.0.0"}'],
    ['the manifest is not JSON', '{'],
    ['the manifest has no version', '{"name":"@anthropic-ai/claude-code","version":5}'],
    ['the manifest is a list', '[]']
  ])('is unknown if %s', async (_what, manifest) => {
    program('lib/claude')
    if (manifest !== null) folder.write('lib/package.json', manifest)
    expect((await searchIn('lib')).version).toBeNull()
  })
})

describe('a claude that is a Node script', () => {
  const [major = 0] = process.versions.node.split('.').map(Number)

  /** A script of a package that requires this Node. */
  const script = (node: string, { name = 'cli.js', interpreter = '#!/usr/bin/env node' } = {}) => {
    const manifest = { name: '@anthropic-ai/claude-code', version: '2.1.999', engines: { node } }
    folder.write('lib/package.json', JSON.stringify(manifest))
    folder.write(`lib/${name}`, `${interpreter}\n`, 0o755)
    mkdirSync(folder.at('bin'))
    symlinkSync(`../lib/${name}`, folder.at('bin/claude'))
    return () => searchIn('bin')
  }

  it.each([`>=${major + 1}.0.0`, `>= ${major + 1}`, `>=${major}.999`])(
    'is refused if it requires a newer Node than ours, which would run it: %s',
    async node => {
      const asked = node.replace(/^>= ?/, '')
      await expect(script(node)()).rejects.toMatchObject({
        reason: 'claude-failed',
        message: `\`claude\` 2.1.999 needs Node ${asked} or newer, but would run on Node ${process.versions.node}, the one that runs \`clr\``
      })
    }
  )

  it.each(['>=18.0.0', `>=${major}`, `>=${process.versions.node}`, `^${major + 1}`, '*', ''])(
    'is accepted if our Node is new enough, or the requirement is not a plain one: %j',
    async node => {
      expect((await script(node)()).version).toBe('2.1.999')
    }
  )

  it('is accepted if it only starts the native program of its package', async () => {
    expect((await script(`>=${major + 1}`, { name: 'cli-wrapper.cjs' })()).version).toBe('2.1.999')
  })

  it.each(['#!/opt/node/bin/node', '\u{7F}ELF'])(
    'is accepted if it does not take its Node from PATH: %j',
    async interpreter => {
      expect((await script(`>=${major + 1}`, { interpreter })()).version).toBe('2.1.999')
    }
  )
})
