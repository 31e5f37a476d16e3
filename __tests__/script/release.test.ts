import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { writeProgram } from '../../testing/fake-gh.js'
import { objectFrom } from '../../testing/json-object.js'
import { CHANGES, ReleaseClone } from '../../testing/release-clone.js'
import { readYaml } from '../../testing/repository-files.js'

describe('the check before a release', () => {
  it('accepts a tag whose version is in package.json and has notes', async () => {
    using clone = new ReleaseClone()
    clone.setVersion('1.10.0')
    expect(await clone.script('check.sh', 'v1.10.0')).toMatchObject({ exitCode: 0, stdout: '1.10.0\n' })
  })

  it.each([
    { tag: '1.10.0', version: '1.10.0', says: 'a release needs a tag like v1.2.3, not "1.10.0"' },
    { tag: 'v1.10.0-rc.1', version: '1.10.0-rc.1', says: 'a release needs a tag like v1.2.3, not "v1.10.0-rc.1"' },
    { tag: 'v1.10.0', version: '1.9.0', says: 'the tag is v1.10.0, but package.json says 1.9.0' },
    { tag: 'v1.1.1', version: '1.1.1', says: 'CHANGELOG.md has no notes for 1.1.1' }
  ])('refuses the tag $tag for version $version', async ({ tag, version, says }) => {
    using clone = new ReleaseClone()
    clone.setVersion(version)
    const { exitCode, stderr } = await clone.script('check.sh', tag)
    expect(exitCode).toBe(1)
    expect(stderr).toContain(says)
  })

  it('refuses a package-lock.json of another version', async () => {
    using clone = new ReleaseClone()
    clone.setVersion('1.10.0')
    clone.write('clone/package-lock.json', '{"version": "1.9.0"}')
    expect((await clone.script('check.sh', 'v1.10.0')).stderr).toContain('but package-lock.json says 1.9.0')
  })
})

describe('the notes of a release', () => {
  it('are the section of exactly this version, without its heading and the links at the end', async () => {
    using clone = new ReleaseClone()
    expect((await clone.script('notes.sh', '1.10.0')).stdout).toBe('### Added\n\n- A thing.\n')
    expect((await clone.script('notes.sh', '1.1.0')).stdout).toBe('- An older thing.\n')
  })

  it('also have a heading without brackets', async () => {
    using clone = new ReleaseClone()
    clone.write(`clone/${CHANGES}`, '## 1.2.0 - 2026-11-26\n- It.\n')
    expect((await clone.script('notes.sh', '1.2.0')).stdout).toBe('- It.\n')
  })

  it.each([
    '## [1.2.0]',
    '## [1.2.0](https://example.test/v1.2.0) - 2026-11-26',
    '## [1.2.0] - 2026-11-26',
    '## 1.2.0'
  ])('are found below the heading %s', async heading => {
    using clone = new ReleaseClone()
    clone.write(`clone/${CHANGES}`, `## [1.2.0-rc.1]\n\n- No.\n\n${heading}\n\n- It.\n\n## [1.2.00]\n\n- No.\n`)
    expect(await clone.script('notes.sh', '1.2.0')).toMatchObject({ exitCode: 0, stdout: '- It.\n' })
  })

  it('are the same if the lines end as on Windows', async () => {
    using clone = new ReleaseClone()
    clone.write(`clone/${CHANGES}`, clone.text(`clone/${CHANGES}`).replaceAll('\n', '\r\n'))
    expect((await clone.script('notes.sh', '1.10.0')).stdout).toBe('### Added\n\n- A thing.\n')
  })

  it.each(['```', '~~~~'])('go on after a code block between %s, whatever is in it', async fence => {
    using clone = new ReleaseClone()
    const notes = `- It:\n\n${fence}md\n## [1.1.0]\n\n~~~ no end\n[link]: https://example.test\n${fence}\n\n- More.\n`
    clone.write(`clone/${CHANGES}`, `${fence}\n## [1.2.0]\n${fence}\n\n## [1.2.0]\n\n${notes}\n## [1.1.0]\n\n- Old.\n`)
    expect((await clone.script('notes.sh', '1.2.0')).stdout).toBe(notes)
  })

  it.each(['', '### Added\n\n### Fixed\n\n', ' \n\t\n', '### Added\r\n\r\n'])(
    'must be more than headings and blank lines: %j',
    async notes => {
      using clone = new ReleaseClone()
      clone.write(`clone/${CHANGES}`, `## [1.2.0] - 2026-11-26\n\n${notes}## [1.1.0]\n\n- It.\n`)
      const { exitCode, stdout, stderr } = await clone.script('notes.sh', '1.2.0')
      expect([exitCode, stdout]).toEqual([1, ''])
      expect(stderr).toContain('CHANGELOG.md has no notes for 1.2.0')
    }
  )
})

describe('the assets of a release', () => {
  it('have the same bytes each time, of the commit and not of the checkout', async () => {
    using clone = new ReleaseClone()
    clone.tag('1.10.0')
    expect((await clone.script('pack.sh', 'v1.10.0', clone.at('one'))).exitCode).toBe(0)
    clone.write('clone/dist/cli/index.js', 'changed by a build\n')
    await clone.script('pack.sh', 'v1.10.0', clone.at('two'))
    const archives = ['one', 'two'].map(folder => readFileSync(clone.at(`${folder}/clr-refresh-v1.10.0.tar.gz`)))
    expect(archives[0]?.equals(archives[1] ?? Buffer.alloc(0))).toBe(true)
    expect(clone.text('one/SHA256SUMS')).toBe(clone.text('two/SHA256SUMS'))
  })

  it('have the digest of the archive, and of each file that users run', async () => {
    using clone = new ReleaseClone()
    clone.tag('1.10.0')
    await clone.script('pack.sh', 'v1.10.0', clone.at('assets'))
    const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')
    const archive = readFileSync(clone.at('assets/clr-refresh-v1.10.0.tar.gz'))
    expect(clone.text('assets/SHA256SUMS').trim().split('\n')).toEqual([
      `${sha256(archive)}  clr-refresh-v1.10.0.tar.gz`,
      ...['.github/workflows/keepalive.yml', 'action.yml', 'dist/cli/index.js', 'notice/action.yml'].map(
        name => `${sha256(`content of ${name}\n`)}  ${name}`
      ),
      `${sha256('{"version":"1.10.0"}')}  package.json`
    ])
  })

  it('are what the prober checks: each file that has a digest, and no other', async () => {
    using clone = new ReleaseClone()
    clone.tag('1.10.0')
    await clone.script('pack.sh', 'v1.10.0', clone.at('assets'))
    clone.git('worktree', 'add', '--quiet', 'published', 'v1.10.0')
    writeProgram(clone, 'gh', `#!/bin/sh\nfor file; do :; done\necho "$file" >>'${clone.at('checked')}'\n`)
    const { steps } = objectFrom(objectFrom(readYaml('.github/workflows/prober.yml').jobs).probe)
    const check = (Array.isArray(steps) ? steps : [])
      .map(objectFrom)
      .find(({ run }) => String(run).includes('attestation'))
    const { exitCode } = await clone.start(['bash', '-e', '-c', String(check?.run)], { GITHUB_REPOSITORY: 'acme/app' })
    const digested = [...clone.text('assets/SHA256SUMS').matchAll(/^\w+ {2}(.*)$/gm)].map(([, name]) => name)
    expect([exitCode, clone.text('checked').trim().split('\n').sort()]).toEqual([0, digested.slice(1)])
  })
})

describe('the tag v1', () => {
  it('is created by the first release, as a plain tag of the commit', async () => {
    using clone = new ReleaseClone()
    const commit = clone.tag('1.0.0')
    expect(await clone.script('move-major-tag.sh', 'v1.0.0')).toMatchObject({
      exitCode: 0,
      stdout: 'v1 is at v1.0.0 now\n'
    })
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('moves to a newer version, compared as numbers', async () => {
    using clone = new ReleaseClone()
    clone.tag('1.9.0')
    await clone.script('move-major-tag.sh', 'v1.9.0')
    const commit = clone.tag('1.10.0')
    expect((await clone.script('move-major-tag.sh', 'v1.10.0')).exitCode).toBe(0)
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('moves from a release candidate to its release, which is newer', async () => {
    using clone = new ReleaseClone()
    clone.tag('1.2.0-rc.1')
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/tags/v1')
    const commit = clone.tag('1.2.0')
    expect(await clone.script('move-major-tag.sh', 'v1.2.0')).toMatchObject({ stdout: 'v1 is at v1.2.0 now\n' })
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('stays at a release candidate of a newer version', async () => {
    using clone = new ReleaseClone()
    clone.tag('1.1.9')
    const commit = clone.tag('1.2.0-rc.1')
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/tags/v1')
    expect(await clone.script('move-major-tag.sh', 'v1.1.9')).toMatchObject({
      stdout: 'v1 stays at v1.2.0-rc.1, which is newer than v1.1.9\n'
    })
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('stays where it is after a patch for an older version', async () => {
    using clone = new ReleaseClone()
    clone.tag('1.2.3')
    const commit = clone.tag('1.3.0')
    await clone.script('move-major-tag.sh', 'v1.3.0')
    clone.git('checkout', '--quiet', 'v1.2.3')
    clone.tag('1.2.4')
    const { exitCode, stdout } = await clone.script('move-major-tag.sh', 'v1.2.4')
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'v1 stays at v1.3.0, which is newer than v1.2.4\n' })
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('is left alone by a release of another major version', async () => {
    using clone = new ReleaseClone()
    const commit = clone.tag('1.3.0')
    await clone.script('move-major-tag.sh', 'v1.3.0')
    clone.tag('2.0.0')
    expect((await clone.script('move-major-tag.sh', 'v2.0.0')).stdout).toBe('v2 is at v2.0.0 now\n')
    expect(clone.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('is not pushed again when the workflow runs twice', async () => {
    using clone = new ReleaseClone()
    clone.tag('1.3.0')
    await clone.script('move-major-tag.sh', 'v1.3.0')
    expect((await clone.script('move-major-tag.sh', 'v1.3.0')).stdout).toBe('v1 is at v1.3.0 already\n')
  })

  it.each(['v1', 'v1.2', '1.2.3', 'main'])('does not move for %s, which is no release', async tag => {
    using clone = new ReleaseClone()
    clone.tag('1.2.3')
    expect((await clone.script('move-major-tag.sh', tag)).exitCode).toBe(1)
    expect(clone.v1).toBe('')
  })

  it('does not move for a tag that only this clone has', async () => {
    using clone = new ReleaseClone()
    clone.tag('1.2.3')
    clone.git('tag', 'v1.2.4')
    expect(await clone.script('move-major-tag.sh', 'v1.2.4')).toMatchObject({
      exitCode: 1,
      stderr: 'origin has no tag v1.2.4\n'
    })
    expect(clone.v1).toBe('')
  })
})
