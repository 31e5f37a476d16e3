import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { TempFolder } from '../../testing/temp-folder.js'
import { digestOfSources, whyDistIsStale } from '../../script/sources.js'

const ROOT = path.resolve(import.meta.dirname, '../..')
const NOT_COPIED = ['.git', 'node_modules', 'old-nodes', 'build', 'docs', 'examples']
const SENTENCE =
  'dist/ was not built from these sources, so nothing that runs it would judge them: run `npm run bundle` first.'

const DIGESTS = ['dist/action/sources.sha256', 'dist/cli/sources.sha256']
const SOURCES = ['src', 'script', 'package.json', 'package-lock.json', 'tsconfig.json']

/** A clone of this repository, with the packages of this one. */
class Clone extends TempFolder {
  constructor() {
    super()
    cpSync(ROOT, this.path, { recursive: true, filter: source => !NOT_COPIED.includes(path.basename(source)) })
    symlinkSync(path.join(ROOT, 'node_modules'), this.at('node_modules'))
  }

  /** Runs a program of it. */
  run(...args: readonly string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
    return new Promise(resolve => {
      const env = { PATH: process.env.PATH, HOME: this.path }
      const child = execFile(
        process.execPath,
        args,
        { cwd: this.path, env, timeout: 30_000 },
        (_error, stdout, stderr) => {
          resolve({ exitCode: child.exitCode, stdout, stderr })
        }
      )
    })
  }
}

describe('a dist/ that was built from other sources', () => {
  let clone: Clone
  beforeAll(() => {
    clone = new Clone()
    appendFileSync(clone.at('src/cli/main.ts'), '// changed\n')
  })
  afterAll(() => {
    clone[Symbol.dispose]()
  })

  it('keeps jest from running a single test, and says what to do in one sentence', async () => {
    const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', 'cli/arguments']
    expect(await clone.run(...jest)).toEqual({ exitCode: 1, stdout: '', stderr: `${SENTENCE}\n` })
  })

  it.each(['bench/bench.ts', 'bench/faults.ts', 'script/demo.ts', 'script/act.ts', 'script/versions.ts'])(
    'keeps %s from starting',
    async script => {
      expect(await clone.run('--import', 'tsx', script)).toEqual({ exitCode: 1, stdout: '', stderr: `${SENTENCE}\n` })
    }
  )
})

describe('what dist/ was built from', () => {
  /** The sources, and a `dist/` that was built from them just now, as far as its digest goes. */
  function upToDate(): TempFolder {
    const clone = new TempFolder()
    for (const name of SOURCES) cpSync(path.join(ROOT, name), clone.at(name), { recursive: true })
    for (const file of DIGESTS) clone.write(file, digestOfSources(clone.path))
    return clone
  }

  it('is not told by dates', () => {
    using clone = upToDate()
    for (const name of readdirSync(clone.at('src'), { recursive: true, encoding: 'utf8' })) {
      utimesSync(clone.at('src', name), 2_000_000_000, 2_000_000_000)
    }
    expect(whyDistIsStale(clone.path)).toBeNull()
  })

  it('is the same with the line ends of Windows', () => {
    using clone = upToDate()
    const file = clone.at('src/cli/main.ts')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'))
    expect(whyDistIsStale(clone.path)).toBeNull()
  })

  it.each([
    'src/core/refresh.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'script/bundles.ts',
    'script/licenses.ts'
  ])('is something else after a change of %s', name => {
    using clone = upToDate()
    appendFileSync(clone.at(name), ' ')
    expect(whyDistIsStale(clone.path)).toBe(SENTENCE)
  })

  it('is something else after a source was added or renamed', () => {
    using clone = upToDate()
    writeFileSync(clone.at('src/core/new.ts'), '')
    expect(whyDistIsStale(clone.path)).toBe(SENTENCE)
    rmSync(clone.at('src/core/new.ts'))
    expect(whyDistIsStale(clone.path)).toBeNull()
    renameSync(clone.at('src/core/refresh.ts'), clone.at('src/core/refresh2.ts'))
    expect(whyDistIsStale(clone.path)).toBe(SENTENCE)
  })

  describe.each(DIGESTS)('%s', digest => {
    it.each(['', '<<<<<<< HEAD\n'])('is unknown if it is gone, or is a merge conflict: %j', text => {
      using clone = upToDate()
      if (text === '') rmSync(clone.at(digest))
      else writeFileSync(clone.at(digest), text)
      expect(whyDistIsStale(clone.path)).toBe(SENTENCE)
    })
  })
})
