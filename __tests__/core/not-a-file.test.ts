import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { CREDENTIALS, faultAt, TestHome, type ClrRun } from '../../testing/test-home.js'

/** Expects that a run failed with these texts in its report, and did not even start `claude`. */
function expectRefusal(home: TestHome, run: ClrRun, said: { reason: string; message: string; remedy: string }) {
  expect(run).toMatchObject({
    exitCode: 1,
    report: {
      reason: said.reason,
      message: expect.stringContaining(said.message),
      remedy: expect.stringContaining(said.remedy)
    }
  })
  expect(existsSync(home.notesPath)).toBe(false)
}

const refresh = (home: TestHome, creds: string, uid?: number): Promise<ClrRun> =>
  home.clr(['refresh', '--json', '--creds', creds], { claude: 'notes-its-user', ...(uid === undefined ? {} : { uid }) })

describe('a path to credentials', () => {
  it('is refused if it is an empty folder, as docker creates for a missing file', async () => {
    using home = new TestHome()
    rmSync(home.creds)
    mkdirSync(home.creds)
    expectRefusal(home, await refresh(home, home.creds), {
      reason: 'creds-invalid',
      message: `${home.creds} is an empty folder, not a credentials file: docker creates one if the file to mount does not exist`,
      remedy: 'mount the folder of the file'
    })
  })

  it.each([
    ['an empty folder, with a slash at its end', '.claude/empty/'],
    ['a folder without a credentials file', '']
  ])('is refused without a suggestion if it is %s', async (_which, name) => {
    using home = new TestHome()
    mkdirSync(home.at('.claude/empty'))
    const { report } = await home.clr(['refresh', '--json', '--creds', home.at(name)])
    const message = expect.stringMatching(/is a folder, not a credentials file$/)
    expect(report).toMatchObject({ reason: 'creds-invalid', message })
  })

  it('is refused with a suggestion if it is the folder of the credentials file', async () => {
    using home = new TestHome()
    expectRefusal(home, await refresh(home, home.at('.claude')), {
      reason: 'creds-invalid',
      message: `${home.at('.claude')} is a folder, not a credentials file`,
      remedy: `Give the path of the file in it, ${home.creds}.`
    })
  })

  it('is refused if it goes on after the name of a file', async () => {
    using home = new TestHome()
    expectRefusal(home, await refresh(home, `${home.creds}/.credentials.json`), {
      reason: 'creds-not-found',
      message: `${home.creds} is a file, not a folder`,
      remedy: 'Fix the path, then run it again.'
    })
  })

  it('is refused if it is a pipe, such as `<(…)` gives', async () => {
    using home = new TestHome()
    execFileSync('mkfifo', [home.at('pipe')])
    expectRefusal(home, await refresh(home, home.at('pipe')), {
      reason: 'creds-invalid',
      message: `${home.at('pipe')} is a pipe, so new tokens could not be stored in it`,
      remedy: 'Put the credentials into a regular file, and give its path.'
    })
  })

  it.each([CREDENTIALS, '.claude'])('is refused if %s in it is a link to itself', async name => {
    using home = new TestHome()
    renameSync(home.at(name), home.at('moved'))
    symlinkSync(home.at(name), home.at(name))
    expectRefusal(home, await refresh(home, home.creds), {
      reason: 'creds-unreadable',
      message: `the link ${home.at(name)} leads back to itself (ELOOP)`,
      remedy: 'Remove that link, or point it at the right file.'
    })
  })

  it.each([
    ['EMFILE', 'this process has too many open files (EMFILE)', 'Raise the limit of open files (`ulimit -n`).'],
    ['EIO', 'the disk reported an error (EIO)', 'Check the disk'],
    ['ESTALE', 'the network file system no longer has it (ESTALE)', 'Mount the network file system again.']
  ])('is refused, with the cause and what to do, if reading it fails with %s', async (code, why, remedy) => {
    using home = new TestHome()
    const run = await home.refresh('notes-its-user', [], faultAt('openSync', '/.credentials.json', code))
    const message = `cannot read ${home.creds}: ${why}`
    expectRefusal(home, run, { reason: 'creds-unreadable', message, remedy })
    expect(run.report).toMatchObject({ message })
  })

  it('is refused if its name is so long that temporary files beside it could have none', async () => {
    using home = new TestHome()
    const creds = home.write(`.claude/${'a'.repeat(252)}`, home.originalText)
    expectRefusal(home, await refresh(home, creds), {
      reason: 'creds-not-writable',
      message: 'the name is too long (ENAMETOOLONG)',
      remedy: 'Give the file, or its folder, a shorter name.'
    })
  })

  it('is refused, with owner and mode of the folder, if this user may not enter a folder in it', async () => {
    using home = new TestHome()
    chmodSync(home.path, 0o755)
    const creds = home.write('closed/inside/.credentials.json', home.originalText)
    chmodSync(home.at('closed'), 0)
    const run = await refresh(home, creds, process.getuid?.() === 0 ? 65_534 : undefined)
    chmodSync(home.at('closed'), 0o700)
    const remedy =
      'Let this user enter that folder, or keep the file elsewhere. This run did not use the refresh token.'
    expectRefusal(home, run, {
      reason: 'creds-unreadable',
      message: `may not enter the folder ${home.at('closed')} (owner uid ${process.getuid?.() ?? '?'}, mode 000) (EACCES)`,
      remedy
    })
    expect(run.report).toMatchObject({ remedy })
  })
})
