import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TestHome, faultAt, type ClrRun } from '../../testing/test-home.js'

/** `claude` was not even started, and the run says this, and to do this. */
async function expectRefusal(home: TestHome, creds: string, said: { reason: string; message: string; remedy: string }) {
  const run: ClrRun = await home.clr(['refresh', '--json', '--creds', creds], { claude: 'says-who-it-is' })
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

describe('what is no credentials file', () => {
  it('is an empty folder: docker makes one, and the folder above is to be mounted', async () => {
    using home = new TestHome()
    rmSync(home.creds)
    mkdirSync(home.creds)
    await expectRefusal(home, home.creds, {
      reason: 'creds-invalid',
      message: `${home.creds} is an empty folder, not a credentials file: docker makes one if a file is mounted that is not there`,
      remedy: 'mount the folder above it'
    })
  })

  it.each([
    ['an empty one with the name of a folder', '.claude/empty/'],
    ['one without the file in it', '']
  ])('is a folder, of which no file is guessed: %s', async (_which, name) => {
    using home = new TestHome()
    mkdirSync(home.at('.claude/empty'))
    const { report } = await home.clr(['refresh', '--json', '--creds', home.at(name)])
    expect(report).toMatchObject({
      reason: 'creds-invalid',
      message: expect.stringMatching(/is a folder, not a credentials file$/)
    })
  })

  it('is a folder with the file in it, which may be meant', async () => {
    using home = new TestHome()
    await expectRefusal(home, home.at('.claude'), {
      reason: 'creds-invalid',
      message: `${home.at('.claude')} is a folder, not a credentials file; did you mean ${home.creds}?`,
      remedy: 'Point `creds` at the file.'
    })
  })

  it('is a file whose path goes on behind it', async () => {
    using home = new TestHome()
    await expectRefusal(home, `${home.creds}/.credentials.json`, {
      reason: 'creds-not-found',
      message: `${home.creds} is a file, not a folder`,
      remedy: 'Point `creds` at the file'
    })
  })

  it('is a pipe, such as that of `<(…)`', async () => {
    using home = new TestHome()
    execFileSync('mkfifo', [home.at('pipe')])
    await expectRefusal(home, home.at('pipe'), {
      reason: 'creds-invalid',
      message: `${home.at('pipe')} is a pipe, not a credentials file: no new pair could be stored there`,
      remedy: 'Put the credentials into a file'
    })
  })

  it.each(['.claude/.credentials.json', '.claude'])('is a link that leads in a circle: %s', async name => {
    using home = new TestHome()
    renameSync(home.at(name), home.at('moved'))
    symlinkSync(home.at(name), home.at(name))
    await expectRefusal(home, home.creds, {
      reason: 'creds-unreadable',
      message: `the link ${home.at(name)} leads in a circle (ELOOP)`,
      remedy: 'Remove the link that leads back to itself.'
    })
  })
})

describe('a file that cannot be read now', () => {
  it.each([
    ['EMFILE', 'this process has too many open files (EMFILE)', 'Raise the limit of open files (`ulimit -n`).'],
    ['EIO', 'the disk has failed (EIO)', 'Check the disk'],
    ['ESTALE', 'the network file system has lost it (ESTALE)', 'Mount the network file system again.']
  ])('is named with the reason and what to do: %s', async (code, message, remedy) => {
    using home = new TestHome()
    const { report } = await home.refresh('says-who-it-is', [], faultAt('openSync', '/.credentials.json', code))
    expect(report).toMatchObject({
      reason: 'creds-unreadable',
      message: `cannot read ${home.creds}: ${message}`,
      remedy: expect.stringContaining(remedy)
    })
    expect(existsSync(home.notesPath)).toBe(false)
  })
})

describe('a name that leaves no room for the names of a run', () => {
  it('is refused, with what to do', async () => {
    using home = new TestHome()
    const creds = home.write(`.claude/${'a'.repeat(252)}`, home.originalText)
    await expectRefusal(home, creds, {
      reason: 'creds-not-writable',
      message: 'the name is too long (ENAMETOOLONG)',
      remedy: 'Give the file, or its folder, a shorter name.'
    })
  })
})

describe('a folder above the file that this user may not enter', () => {
  it('is named, with its owner and mode', async () => {
    using home = new TestHome()
    const user = process.getuid?.() === 0 ? 65_534 : undefined
    chmodSync(home.path, 0o755)
    const creds = home.write('closed/inside/.credentials.json', home.originalText)
    chmodSync(home.at('closed'), 0)
    const run = await home.clr(['refresh', '--json', '--creds', creds], user === undefined ? {} : { uid: user })
    chmodSync(home.at('closed'), 0o700)
    expect(run.report).toMatchObject({
      reason: 'creds-unreadable',
      message: expect.stringMatching(
        `may not enter the folder ${home.at('closed')} of uid ${process.getuid?.() ?? '?'}, mode 000 \\(EACCES\\)`
      ),
      remedy: 'Let this user enter that folder, or keep the file elsewhere. This run did not send the refresh token.'
    })
  })
})
