import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ROOT } from '../../testing/paths.js'
import { startProgram, type Ended } from '../../testing/program.js'
import { TempFolder } from '../../testing/temp-folder.js'

const PATH = [path.dirname(process.execPath), '/usr/bin', '/bin'].join(':')

const CHANGELOG = `# Changelog

## [Unreleased]

- Not yet.

## [1.10.0] - 2026-12-01

### Added

- A thing.

## [1.1.0] - 2026-11-26

- An older thing.

[1.1.0]: https://example.test/v1.1.0
`

/** A clone of a repository, in which releases are made; `origin` is a bare repository beside it. */
class Clone extends TempFolder {
  constructor() {
    super()
    execFileSync('git', ['init', '--quiet', '--bare', this.at('origin')])
    execFileSync('git', ['init', '--quiet', '--initial-branch', 'main', this.at('clone')])
    this.git('remote', 'add', 'origin', this.at('origin'))
    this.write('clone/CHANGELOG.md', CHANGELOG)
    for (const name of ['action.yml', 'notice/action.yml', 'dist/cli/index.js', 'README.md', 'LICENSE']) {
      this.write(`clone/${name}`, `content of ${name}\n`)
    }
  }

  git(...args: readonly string[]): string {
    const author = ['-c', 'user.name=Anna', '-c', 'user.email=anna@acme.test']
    return execFileSync('git', ['-C', this.at('clone'), ...author, ...args], { encoding: 'utf8' }).trim()
  }

  /** Sets the version, without a commit. */
  setVersion(version: string): void {
    for (const name of ['package.json', 'package-lock.json']) this.write(`clone/${name}`, JSON.stringify({ version }))
  }

  /** Commits this version, tags it, and pushes the tag. @returns the commit */
  release(version: string): string {
    this.setVersion(version)
    this.git('add', '--all')
    this.git('commit', '--quiet', '--message', version)
    this.git('tag', '--annotate', '--message', version, `v${version}`)
    this.git('push', '--quiet', 'origin', `v${version}`)
    return this.git('rev-parse', 'HEAD')
  }

  run(script: string, ...args: readonly string[]): Promise<Ended> {
    const command = [path.join(ROOT, 'script/release', script), ...args]
    return startProgram(command, { env: { PATH, HOME: this.path }, cwd: this.at('clone') }).ended
  }

  /** What v1 is in `origin`; empty if it does not exist. */
  get v1(): string {
    return this.git('ls-remote', 'origin', 'refs/tags/v1', 'refs/tags/v1^{}').replaceAll(/\s+/g, ' ')
  }
}

describe('the check before a release', () => {
  it('accepts a tag whose version is in package.json and has notes', async () => {
    using clone = new Clone()
    clone.setVersion('1.10.0')
    expect(await clone.run('check.sh', 'v1.10.0')).toMatchObject({ exitCode: 0, stdout: '1.10.0\n' })
  })

  it.each([
    { tag: '1.10.0', version: '1.10.0', says: 'a release needs a tag like v1.2.3, not "1.10.0"' },
    { tag: 'v1.10.0-rc.1', version: '1.10.0-rc.1', says: 'a release needs a tag like v1.2.3, not "v1.10.0-rc.1"' },
    { tag: 'v1.10.0', version: '1.9.0', says: 'the tag is v1.10.0, but package.json says 1.9.0' },
    { tag: 'v1.1.1', version: '1.1.1', says: 'CHANGELOG.md has no notes for 1.1.1' }
  ])('refuses the tag $tag for version $version', async ({ tag, version, says }) => {
    using clone = new Clone()
    clone.setVersion(version)
    const { exitCode, stderr } = await clone.run('check.sh', tag)
    expect(exitCode).toBe(1)
    expect(stderr).toContain(says)
  })

  it('refuses a package-lock.json of another version', async () => {
    using clone = new Clone()
    clone.setVersion('1.10.0')
    clone.write('clone/package-lock.json', '{"version": "1.9.0"}')
    expect((await clone.run('check.sh', 'v1.10.0')).stderr).toContain('but package-lock.json says 1.9.0')
  })
})

describe('the notes of a release', () => {
  it('are the section of exactly this version, without its heading and the links at the end', async () => {
    using clone = new Clone()
    expect((await clone.run('notes.sh', '1.10.0')).stdout).toBe('### Added\n\n- A thing.\n')
    expect((await clone.run('notes.sh', '1.1.0')).stdout).toBe('- An older thing.\n')
  })

  it('also have a heading without brackets', async () => {
    using clone = new Clone()
    clone.write('clone/CHANGELOG.md', '## 1.2.0 - 2026-11-26\n- It.\n')
    expect((await clone.run('notes.sh', '1.2.0')).stdout).toBe('- It.\n')
  })

  it('must not be empty', async () => {
    using clone = new Clone()
    clone.write('clone/CHANGELOG.md', '## [1.2.0] - 2026-11-26\n\n## [1.1.0]\n\n- It.\n')
    expect(await clone.run('notes.sh', '1.2.0')).toMatchObject({ exitCode: 1, stdout: '' })
  })
})

describe('the assets of a release', () => {
  it('have the same bytes each time, of the commit and not of the checkout', async () => {
    using clone = new Clone()
    clone.release('1.10.0')
    expect((await clone.run('pack.sh', 'v1.10.0', clone.at('one'))).exitCode).toBe(0)
    clone.write('clone/dist/cli/index.js', 'changed by a build\n')
    await clone.run('pack.sh', 'v1.10.0', clone.at('two'))
    const archives = ['one', 'two'].map(folder => readFileSync(clone.at(`${folder}/clr-refresh-v1.10.0.tar.gz`)))
    expect(archives[0]?.equals(archives[1] ?? Buffer.alloc(0))).toBe(true)
    expect(clone.text('one/SHA256SUMS')).toBe(clone.text('two/SHA256SUMS'))
  })

  it('have the digest of the archive, and of each file in dist', async () => {
    using clone = new Clone()
    clone.release('1.10.0')
    await clone.run('pack.sh', 'v1.10.0', clone.at('assets'))
    const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')
    const archive = readFileSync(clone.at('assets/clr-refresh-v1.10.0.tar.gz'))
    expect(clone.text('assets/SHA256SUMS').trim().split('\n')).toEqual([
      `${sha256(archive)}  clr-refresh-v1.10.0.tar.gz`,
      `${sha256('content of dist/cli/index.js\n')}  dist/cli/index.js`
    ])
  })
})

describe('the tag v1', () => {
  it('is created by the first release, as a plain tag of the commit', async () => {
    using clone = new Clone()
    const commit = clone.release('1.0.0')
    expect(await clone.run('move-major-tag.sh', 'v1.0.0')).toMatchObject({
      exitCode: 0,
      stdout: 'v1 is at v1.0.0 now\n'
    })
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('moves to a newer version, compared as numbers', async () => {
    using clone = new Clone()
    clone.release('1.9.0')
    await clone.run('move-major-tag.sh', 'v1.9.0')
    const commit = clone.release('1.10.0')
    expect((await clone.run('move-major-tag.sh', 'v1.10.0')).exitCode).toBe(0)
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('stays where it is after a patch for an older version', async () => {
    using clone = new Clone()
    clone.release('1.2.3')
    const commit = clone.release('1.3.0')
    await clone.run('move-major-tag.sh', 'v1.3.0')
    clone.git('checkout', '--quiet', 'v1.2.3')
    clone.release('1.2.4')
    const { exitCode, stdout } = await clone.run('move-major-tag.sh', 'v1.2.4')
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'v1 stays at v1.3.0, which is newer than v1.2.4\n' })
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('is left alone by a release of another major version', async () => {
    using clone = new Clone()
    const commit = clone.release('1.3.0')
    await clone.run('move-major-tag.sh', 'v1.3.0')
    clone.release('2.0.0')
    expect((await clone.run('move-major-tag.sh', 'v2.0.0')).stdout).toBe('v2 is at v2.0.0 now\n')
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('is not pushed again when the workflow runs twice', async () => {
    using clone = new Clone()
    clone.release('1.3.0')
    await clone.run('move-major-tag.sh', 'v1.3.0')
    expect((await clone.run('move-major-tag.sh', 'v1.3.0')).stdout).toBe('v1 is at v1.3.0 already\n')
  })

  it.each(['v1', 'v1.2', '1.2.3', 'main'])('does not move for %s, which is no release', async tag => {
    using clone = new Clone()
    clone.release('1.2.3')
    expect((await clone.run('move-major-tag.sh', tag)).exitCode).toBe(1)
    expect(clone.v1).toBe('')
  })

  it('does not move for a tag that only this clone has', async () => {
    using clone = new Clone()
    clone.release('1.2.3')
    clone.git('tag', 'v1.2.4')
    expect(await clone.run('move-major-tag.sh', 'v1.2.4')).toMatchObject({
      exitCode: 1,
      stderr: 'origin has no tag v1.2.4\n'
    })
    expect(clone.v1).toBe('')
  })
})
