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
import { ROOT } from '../../testing/paths.js'
import { startProgram, type Ended } from '../../testing/program.js'
import { TempFolder } from '../../testing/temp-folder.js'
import { digestOfSources, whyDistIsStale } from '../../script/sources.js'

const NOT_COPIED = ['.git', 'node_modules', 'old-nodes', 'build', 'docs', 'examples']
const MESSAGE =
  'dist/ was not built from these sources, so nothing that runs it would judge them: run `npm run bundle` first.'

const DIGESTS = ['dist/action/sources.sha256', 'dist/cli/sources.sha256', 'dist/notice/sources.sha256']
const SOURCES = ['src', 'script', 'package.json', 'package-lock.json', 'tsconfig.json']

/** A copy of this repository that links to its packages. */
class Copy extends TempFolder {
  constructor() {
    super()
    cpSync(ROOT, this.path, { recursive: true, filter: source => !NOT_COPIED.includes(path.basename(source)) })
    symlinkSync(path.join(ROOT, 'node_modules'), this.at('node_modules'))
  }

  /** Runs Node in it. */
  node(...args: readonly string[]): Promise<Ended> {
    const env = { PATH: process.env.PATH, HOME: this.path }
    return startProgram([process.execPath, ...args], { cwd: this.path, env }).ended
  }
}

const REFUSED = { exitCode: 1, stdout: '', stderr: `${MESSAGE}\n` }

describe('a dist/ that was built from other sources', () => {
  let copy: Copy
  beforeAll(() => {
    copy = new Copy()
    appendFileSync(copy.at('src/cli/main.ts'), '// changed\n')
  })
  afterAll(() => {
    copy[Symbol.dispose]()
  })

  it('keeps jest from running any test, with one sentence that says what to do', async () => {
    const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', 'cli/arguments']
    expect(await copy.node(...jest)).toMatchObject(REFUSED)
  })

  it.each(['bench/bench.ts', 'bench/faults.ts', 'script/demo.ts', 'script/act.ts', 'script/versions.ts'])(
    'keeps %s from starting',
    async script => {
      expect(await copy.node('--import', 'tsx', script)).toMatchObject(REFUSED)
    }
  )
})

it('a bundle of the action from other sources fails the tests that run it, and no other', async () => {
  using copy = new Copy()
  writeFileSync(copy.at('dist/action/sources.sha256'), '')
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js']
  const { exitCode, stderr } = await copy.node(...jest, 'core/times', 'action/job-trace')
  expect(exitCode).toBe(1)
  expect(stderr).toContain('PASS __tests__/core/times.test.ts')
  expect(stderr).toContain('FAIL __tests__/action/job-trace.test.ts')
  expect(stderr).toContain('dist/action was not built from these sources: run `npm run bundle`')
})

describe('a dist/ that was just built', () => {
  /** A copy of the sources, with a `dist/` that has only their digest. */
  function upToDate(): TempFolder {
    const copy = new TempFolder()
    for (const name of SOURCES) cpSync(path.join(ROOT, name), copy.at(name), { recursive: true })
    for (const file of DIGESTS) copy.write(file, digestOfSources(copy.path))
    return copy
  }

  it('is up to date, whatever the dates of the sources', () => {
    using copy = upToDate()
    for (const name of readdirSync(copy.at('src'), { recursive: true, encoding: 'utf8' })) {
      utimesSync(copy.at('src', name), 2_000_000_000, 2_000_000_000)
    }
    expect(whyDistIsStale(copy.path)).toBeNull()
  })

  it('is up to date with the line ends of Windows', () => {
    using copy = upToDate()
    const file = copy.at('src/cli/main.ts')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'))
    expect(whyDistIsStale(copy.path)).toBeNull()
  })

  it.each([
    'src/core/refresh.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'script/bundles.ts',
    'script/licenses.ts'
  ])('is stale after a change of %s', name => {
    using copy = upToDate()
    appendFileSync(copy.at(name), ' ')
    expect(whyDistIsStale(copy.path)).toBe(MESSAGE)
  })

  it('is stale after a source was added or renamed', () => {
    using copy = upToDate()
    writeFileSync(copy.at('src/core/new.ts'), '')
    expect(whyDistIsStale(copy.path)).toBe(MESSAGE)
    rmSync(copy.at('src/core/new.ts'))
    expect(whyDistIsStale(copy.path)).toBeNull()
    renameSync(copy.at('src/core/refresh.ts'), copy.at('src/core/refresh2.ts'))
    expect(whyDistIsStale(copy.path)).toBe(MESSAGE)
  })

  describe.each(DIGESTS)('with its %s', digest => {
    it.each(['', '<<<<<<< HEAD\n'])('missing or in a merge conflict is stale: %j', text => {
      using copy = upToDate()
      if (text === '') rmSync(copy.at(digest))
      else writeFileSync(copy.at(digest), text)
      expect(whyDistIsStale(copy.path)).toBe(MESSAGE)
    })
  })
})
