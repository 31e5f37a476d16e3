import { describe, expect, it } from '@jest/globals'
import { writeProgram } from '../../testing/fake-gh.js'
import { ROOT } from '../../testing/paths.js'
import { startProgram, type Ended } from '../../testing/program.js'
import { TempFolder } from '../../testing/temp-folder.js'

/** Resolves a version with an `npm` that knows only the tag `latest`. */
function resolve(folder: TempFolder, wanted: string): Promise<Ended> {
  const npm = `#!/bin/sh
echo "$@" >>'${folder.at('npm-calls')}'
case "$2" in *@latest) echo 2.1.400 ;; esac
`
  const PATH = [writeProgram(folder, 'npm', npm), '/usr/bin', '/bin'].join(':')
  const script = `import { resolveVersion } from './script/installed-claude.ts'
    console.log(await resolveVersion('${wanted}').catch(error => error.message))`
  const command = [process.execPath, '--import', 'tsx', '--input-type=module', '--eval', script]
  return startProgram(command, { env: { PATH, HOME: folder.path }, cwd: ROOT }).ended
}

describe('the version of the CLI to try', () => {
  it('is the one that a tag names now', async () => {
    using folder = new TempFolder()
    expect((await resolve(folder, 'latest')).stdout).toBe('2.1.400\n')
    expect(folder.text('npm-calls')).toBe('view @anthropic-ai/claude-code@latest version\n')
  })

  it('stays as it is if it is a version', async () => {
    using folder = new TempFolder()
    expect((await resolve(folder, '2.0.77')).stdout).toBe('2.0.77\n')
  })

  it('is refused if npm does not know the tag', async () => {
    using folder = new TempFolder()
    expect((await resolve(folder, 'newest')).stdout).toBe(
      'npm knows no version "newest" of @anthropic-ai/claude-code\n'
    )
  })
})
