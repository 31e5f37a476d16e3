import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findGitRemote } from '../../../src/cli/login/git-remote.js'
import { NAME_REPOSITORY } from '../../../src/cli/login/remedies.js'
import { rejectionOf } from '../../../testing/refusal.js'
import { TempFolder } from '../../../testing/temp-folder.js'

let folder: TempFolder
const before = process.cwd()

beforeEach(() => {
  folder = new TempFolder()
  process.chdir(folder.path)
})

afterEach(() => {
  process.chdir(before)
  folder[Symbol.dispose]()
})

function environment(): Readonly<Record<string, string>> {
  return { PATH: '/usr/bin:/bin', HOME: folder.path, GIT_CONFIG_NOSYSTEM: '1', GIT_CEILING_DIRECTORIES: '/' }
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: folder.path, env: environment() })
}

function repositoryWith(remotes: Readonly<Record<string, string>>): void {
  git('init', '--quiet')
  for (const [name, address] of Object.entries(remotes)) git('remote', 'add', name, address)
}

function find(env: NodeJS.ProcessEnv = environment()) {
  return findGitRemote({ environment: env, cancel: new AbortController().signal })
}

describe('the repository of the working directory', () => {
  it('is that of the remote origin', async () => {
    repositoryWith({ fork: 'git@github.com:anna/demo.git', origin: 'git@github.com:octo/demo.git' })
    expect(await find()).toEqual({ remote: 'origin', host: 'github.com', repository: 'octo/demo' })
  })

  it('is that of the only remote, in a folder of the repository, too', async () => {
    repositoryWith({ upstream: 'https://ghes.example/octo/demo.git' })
    folder.write('src/deep/file', '')
    process.chdir(folder.at('src/deep'))
    expect(await find()).toEqual({ remote: 'upstream', host: 'ghes.example', repository: 'octo/demo' })
  })

  it('is the one that the settings of the user put in its place', async () => {
    folder.write('.gitconfig', '[url "https://github.com/"]\ninsteadOf = gh:\n')
    repositoryWith({ origin: 'gh:octo/demo' })
    expect(await find()).toMatchObject({ host: 'github.com', repository: 'octo/demo' })
  })

  it.each([
    [
      'several remotes, and no origin',
      { a: 'git@github.com:a/a', b: 'git@github.com:b/b' },
      'none of the 2 git remotes of the working directory is named "origin"'
    ],
    ['no remote', {}, 'the git repository in the working directory has no remote'],
    [
      'a remote on the disk',
      { origin: '/srv/demo.git' },
      'the address of the git remote "origin" is not that of a GitHub repository'
    ],
    [
      'a remote that is no repository',
      { origin: 'https://joe:fake-password@github.com/octo' },
      'the address of the git remote "origin" is not that of a GitHub repository'
    ]
  ])('is not known with %s', async (_what, remotes, why) => {
    repositoryWith(remotes)
    const { reason, message, remedy } = await rejectionOf(find())
    expect([reason, remedy]).toEqual(['usage', NAME_REPOSITORY])
    expect(message).toMatch(/^`--repo` is not given, and /)
    expect(message).toContain(why)
    expect(message).not.toContain('fake-password')
  })

  it('is not known outside of a repository, or without git', async () => {
    expect((await rejectionOf(find())).message).toContain('the working directory is not in a git repository')
    expect((await rejectionOf(find({ PATH: '/nowhere' }))).message).toContain('`git` is not on PATH')
  })
})
