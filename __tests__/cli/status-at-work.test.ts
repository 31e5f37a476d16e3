import { chmodSync, chownSync, mkdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { hostname } from 'node:os'
import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { ownIdentity } from '../../src/core/system/process-identity.js'
import { readTextOrEmpty } from '../../src/core/system/read.js'
import { stateOf } from '../../testing/folder-state.js'
import { objectFrom } from '../../testing/json-object.js'
import { asRoot, onLinux } from '../../testing/needs.js'
import { untilEndedIn } from '../../testing/processes.js'
import { REJECTION } from '../../testing/rejection-record.js'
import { LONG_PAIR } from '../../testing/printed-parts.js'
import { NEW_PAIR, OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, faultAt, TestHome, WORK_FOLDER } from '../../testing/test-home.js'

const FAR = { expiresAt: Date.UTC(2086, 0), refreshTokenExpiresAt: Date.UTC(2087, 0) }
const DAY_MS = 24 * 3_600_000
const BLANKED = '{"claudeAiOauth":{"accessToken":"","refreshToken":"","expiresAt":0}}'

interface Look {
  readonly exitCode: number | null
  /** What `--json` prints about the file. */
  readonly file: unknown
  /** What is printed for people, without its line breaks. */
  readonly text: string
}

/** What `clr status` prints about the credentials file; the file and its folder must not change, unless a run is at work. */
async function lookAt(home: TestHome, isRunAtWork = false): Promise<Look> {
  const before = stateOf(home.at('.claude'))
  const { exitCode, report } = await home.clr(['status', '--json'])
  const { stdout: text } = await home.clr(['status'])
  if (!isRunAtWork) expect(stateOf(home.at('.claude'))).toEqual(before)
  const { files } = objectFrom(report)
  return { exitCode, file: Array.isArray(files) ? files[0] : undefined, text: text.replace(/\n {11}/g, ' ') }
}

describe('clr status during a refresh', () => {
  it('names the run that holds the lock, and since when, and does not disturb it', async () => {
    using home = new TestHome(sampleText(FAR))
    const run = home.startClr(['refresh', '--json', '--timeout', '0'], {
      claude: 'refreshes-when-told',
      env: { LC_TOLD: home.at('told') }
    })
    await home.exchangeUnderWay()
    const { exitCode, file, text } = await lookAt(home, true)
    expect([exitCode, file]).toMatchObject([
      0,
      {
        state: 'ok',
        locks: [{ holder: 'clr', pid: run.pid, elsewhere: false, alive: true, since: expect.any(String) }],
        remains: [{ kind: 'home', newTokens: false, handledBy: 'its-run' }],
        notes: [
          expect.stringMatching(
            new RegExp(`^a run of \`clr\` \\(pid ${run.pid}\\) has been working on this login since .* UTC`)
          )
        ]
      }
    ])
    expect(text).toContain(`(pid ${run.pid}) has been working`)
    expect(text).not.toContain('To do')
    home.write('told', '')
    expect(await run.ended).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect((await lookAt(home)).file).toMatchObject({ locks: [], remains: [], notes: [] })
  })
})

describe('clr status after a run that was killed', () => {
  it('says that the next run takes the lock over, and that no newer tokens were left', async () => {
    using home = new TestHome(sampleText(FAR))
    const run = home.startClr(['refresh', '--json', '--timeout', '0'], { claude: 'hangs-in-the-exchange' })
    await home.exchangeUnderWay()
    run.signal('SIGKILL')
    await run.ended
    await untilEndedIn(home.path)
    const { exitCode, file } = await lookAt(home)
    expect([exitCode, file]).toMatchObject([
      0,
      {
        state: 'ok',
        locks: [{ holder: 'clr', pid: run.pid, alive: false }],
        remains: [{ kind: 'home', newTokens: false, handledBy: 'next-run' }],
        notes: [
          `a run of \`clr\` (pid ${run.pid}) has ended without releasing its lock: the next run takes it over at once`,
          expect.stringMatching(
            /^an interrupted run left .*home-.*, without newer tokens than the file: the next .* removes it$/
          )
        ]
      }
    ])
  })

  it('says where its new tokens are, and how to put them into a file that was blanked', async () => {
    using home = new TestHome(sampleText(FAR))
    await home.refresh('refreshes', [], faultAt('renameSync', '.credentials.json', 'SIGKILL'))
    await untilEndedIn(home.path)
    expect((await lookAt(home)).file).toMatchObject({
      state: 'ok',
      needsPerson: false,
      remains: [{ path: home.isolatedHomes[0], kind: 'home', newTokens: true, handledBy: 'next-run' }],
      notes: expect.arrayContaining([
        expect.stringMatching(/^the new tokens of an interrupted run are in .*puts them into the file$/)
      ])
    })
    home.writeCredentials(BLANKED)
    const command = `clr recover --creds ${home.creds}`
    const { exitCode, file } = await lookAt(home)
    expect([exitCode, file]).toMatchObject([1, { state: 'blanked', command }])
    expect(await home.clr(command.split(' ').slice(1))).toMatchObject({ exitCode: 0 })
    expect((await lookAt(home)).file).toMatchObject({ state: 'ok', remains: [], notes: [] })
    expect(home.login).toMatchObject(NEW_PAIR)
  })

  it('gives a command that puts its new tokens in place of a file that is gone', async () => {
    using home = new TestHome(sampleText(FAR))
    await home.refresh('refreshes', [], faultAt('renameSync', '.credentials.json', 'SIGKILL'))
    await untilEndedIn(home.path)
    rmSync(home.creds)
    const { exitCode, file } = await lookAt(home)
    const { command } = objectFrom(file)
    expect([exitCode, command]).toEqual([
      1,
      `install -m 600 /dev/null ${home.creds} && clr recover --creds ${home.creds}`
    ])
    home.write(CREDENTIALS, '')
    expect(await home.clr(['recover'])).toMatchObject({ exitCode: 0 })
    expect(home.login).toMatchObject(NEW_PAIR)
  })

  it.each(['refresh', 'recover'])(
    'says that `clr %s` saves its new tokens, if somebody has put another login into the file',
    async command => {
      using home = new TestHome(sampleText(FAR))
      await home.refresh('refreshes', [], faultAt('renameSync', '.credentials.json', 'SIGKILL'))
      await untilEndedIn(home.path)
      home.writeCredentials(sampleText({ ...FAR, ...OTHER_PAIR }))
      const { exitCode, file } = await lookAt(home)
      expect([exitCode, file]).toMatchObject([
        1,
        {
          state: 'ok',
          remains: [{ kind: 'home', newTokens: true, handledBy: 'person' }],
          notes: expect.arrayContaining([
            expect.stringMatching(
              /home-\w+ has tokens of another login than the file: .* `clr recover` saves them in a separate file$/
            )
          ]),
          remedy: expect.stringContaining('Keep one of the two logins')
        }
      ])
      await home.clr([command, '--min-validity', '1h'].slice(0, command === 'refresh' ? 3 : 1))
      expect((await lookAt(home)).file).toMatchObject({ remains: [{ kind: 'rescue', handledBy: 'person' }] })
      expect(home.login).toMatchObject(OTHER_PAIR)
    }
  )

  it('says nothing about tokens that were in the file before another login', async () => {
    using home = new TestHome(sampleText({ ...FAR, ...OTHER_PAIR }))
    home.write(`${WORK_FOLDER}/home-1/run.json`, JSON.stringify({ pid: 2, from: fingerprint(OLD_PAIR) }))
    home.write(`${WORK_FOLDER}/home-1/.claude/.credentials.json`, sampleText({ ...FAR, ...NEW_PAIR }))
    expect((await lookAt(home)).file).toMatchObject({ remains: [{ newTokens: false, handledBy: 'next-run' }] })
  })

  it('takes it for one at work if it ran elsewhere, and its lock was just renewed', async () => {
    using home = new TestHome(sampleText(FAR))
    const record = JSON.stringify({ ...ownIdentity(), bootId: 'another', from: fingerprint(OLD_PAIR) })
    home.write(`${WORK_FOLDER}/home-1/run.json`, record)
    home.write(`${WORK_FOLDER}/lock/owner.json`, record)
    expect((await lookAt(home)).file).toMatchObject({
      locks: [{ holder: 'clr', elsewhere: true, alive: null }],
      remains: [{ kind: 'home', handledBy: 'its-run' }]
    })
  })

  it('says nothing about tokens that the file has already', async () => {
    using home = new TestHome(sampleText(FAR))
    home.write(`${WORK_FOLDER}/home-1/.claude/.credentials.json`, sampleText({ ...FAR, ...OLD_PAIR }))
    expect((await lookAt(home)).file).toMatchObject({ remains: [{ newTokens: false, handledBy: 'next-run' }] })
  })
})

describe('clr status with a rescue file', () => {
  it('leaves one to the next run if its tokens descend from those in the file', async () => {
    using home = new TestHome(sampleText(FAR))
    const path = home.writeRescue(sampleText({ ...FAR, ...NEW_PAIR }), fingerprint(OLD_PAIR))
    const { exitCode, file } = await lookAt(home)
    const remains = [{ path, kind: 'rescue', newTokens: true, handledBy: 'next-run' }]
    expect([exitCode, file]).toMatchObject([0, { state: 'ok', needsPerson: false, remains, remedy: '' }])
    await home.clr(['recover'])
    expect(home.login).toMatchObject(NEW_PAIR)
    expect((await lookAt(home)).file).toMatchObject({ remains: [] })
  })

  it('leaves one to the next run if the file has the same tokens', async () => {
    using home = new TestHome(sampleText(FAR))
    home.writeRescue(sampleText(FAR))
    expect((await lookAt(home)).file).toMatchObject({ remains: [{ newTokens: false, handledBy: 'next-run' }] })
  })

  it('needs a person to choose if its tokens are of another login, which no run decides', async () => {
    using home = new TestHome(sampleText(FAR))
    const path = home.writeRescue(sampleText({ ...FAR, ...LONG_PAIR }))
    const expected = {
      state: 'ok',
      needsPerson: true,
      remains: [{ path, newTokens: true, handledBy: 'person' }],
      notes: [`${path} has tokens of another login than the file`],
      remedy: `Keep one of the two logins: delete ${path}, or put its login into the file:`,
      command: `clr login --creds ${home.creds} --from ${path} --replace`
    }
    expect(await lookAt(home)).toMatchObject({ exitCode: 1, file: expected })
    await home.clr(['recover'])
    expect(await lookAt(home)).toMatchObject({ exitCode: 1, file: expected })
  })

  it.each([
    ['ended', -DAY_MS],
    ['ends-soon', DAY_MS]
  ])(
    'says how to put the new login of an interrupted `clr login` into the file, if the login there is %s',
    async (state, endsMs) => {
      using home = new TestHome(
        sampleText({ expiresAt: Date.now() - DAY_MS, refreshTokenExpiresAt: Date.now() + endsMs })
      )
      home.write(
        `${WORK_FOLDER}/rescue-login-20261126T000000Z-${fingerprint(OLD_PAIR)}.json`,
        sampleText({ ...FAR, ...NEW_PAIR })
      )
      const command = `clr recover --creds ${home.creds}`
      expect((await lookAt(home)).file).toMatchObject({
        state,
        command,
        remedy: expect.stringContaining('Put the new login of')
      })
      expect(await home.clr(command.split(' ').slice(1))).toMatchObject({ exitCode: 0 })
      expect((await lookAt(home)).file).toMatchObject({ state: 'ok', command: null })
    }
  )

  it('needs a new sign-in for a login that has ended, if its tokens are of the same login', async () => {
    const ended = { expiresAt: Date.now() - DAY_MS, refreshTokenExpiresAt: Date.now() - DAY_MS }
    using home = new TestHome(sampleText(ended))
    home.writeRescue(sampleText({ ...ended, ...NEW_PAIR }), fingerprint(OLD_PAIR))
    expect((await lookAt(home)).file).toMatchObject({ state: 'ended', command: `clr login --creds ${home.creds}` })
  })

  it('needs a person if other users may have changed it, so that no run uses it', async () => {
    using home = new TestHome(sampleText(FAR))
    const path = home.writeRescue(sampleText({ ...FAR, ...NEW_PAIR }), fingerprint(OLD_PAIR))
    chmodSync(home.at(WORK_FOLDER), 0o700)
    chmodSync(path, 0o644)
    const { exitCode, file } = await lookAt(home)
    expect([exitCode, file]).toMatchObject([
      1,
      {
        state: 'ok',
        remains: [{ path, newTokens: true, handledBy: 'person' }],
        notes: [
          expect.stringMatching(/ has tokens that the file does not have, but runs ignore it because another user /)
        ],
        remedy: expect.stringContaining('Decide whether to use')
      }
    ])
    await home.clr(['recover'])
    expect(home.login).toMatchObject(OLD_PAIR)
    chmodSync(path, 0o600)
    expect(await lookAt(home)).toMatchObject({ exitCode: 0, file: { remains: [{ handledBy: 'next-run' }] } })
    await home.clr(['recover'])
    expect(home.login).toMatchObject(NEW_PAIR)
  })

  it('judges nothing by modes on a file system that keeps none', async () => {
    using home = new TestHome(sampleText(FAR))
    chmodSync(home.writeRescue(sampleText({ ...FAR, ...NEW_PAIR }), fingerprint(OLD_PAIR)), 0o666)
    chmodSync(home.at(WORK_FOLDER), 0o777)
    expect((await lookAt(home)).file).toMatchObject({ remains: [{ newTokens: true, handledBy: 'next-run' }] })
  })

  asRoot.it('needs a person if another user owns what a run has left, so that no run uses it', async () => {
    using home = new TestHome(sampleText(FAR))
    const rescue = home.writeRescue(sampleText({ ...FAR, ...NEW_PAIR }), fingerprint(OLD_PAIR))
    chownSync(rescue, 12345, 12345)
    home.write(`${WORK_FOLDER}/home-1/run.json`, '{}')
    chownSync(home.at(WORK_FOLDER, 'home-1'), 12345, 12345)
    expect(await lookAt(home)).toMatchObject({
      exitCode: 1,
      file: {
        remains: [
          { kind: 'home', newTokens: false, handledBy: 'person' },
          { kind: 'rescue', newTokens: true, handledBy: 'person' }
        ],
        notes: [
          expect.stringMatching(/home-1 has no tokens that the file needs; runs do not touch it because another user /),
          expect.stringMatching(/ has tokens that the file does not have, but runs ignore it because another user /)
        ]
      }
    })
  })

  it('needs no person for one without tokens', async () => {
    using home = new TestHome(sampleText(FAR))
    const path = home.writeRescue('{')
    const { exitCode, file } = await lookAt(home)
    expect([exitCode, file]).toMatchObject([
      0,
      {
        remains: [{ newTokens: false, handledBy: 'person' }],
        notes: [`${path} has no tokens that \`clr\` can use: delete it`]
      }
    ])
  })
})

describe('clr status of a login that was rejected', () => {
  it('says since when, when it is tried again, and how to sign in', async () => {
    using home = new TestHome(sampleText(FAR))
    const { exitCode: refreshed } = await home.refresh('blanks-the-file')
    const { exitCode, file, text } = await lookAt(home)
    expect([refreshed, exitCode, file]).toMatchObject([
      1,
      1,
      {
        state: 'rejected',
        needsPerson: true,
        rejection: { count: 1, firstAt: expect.any(String), lastAt: expect.any(String), nextTryAt: expect.any(String) },
        message: expect.stringMatching(/rejected since .* UTC \(.*\); no run tries it again before .* UTC \(in .*\)$/),
        remedy: 'Sign in again:',
        command: `clr login --creds ${home.creds}`
      }
    ])
    expect(text).toMatch(/State {4}rejected: the token endpoint rejected the login/)
    expect(home.login).toMatchObject(OLD_PAIR)
  })

  it('says it also of a login that has ended', async () => {
    using home = new TestHome(
      sampleText({ expiresAt: Date.now() - DAY_MS, refreshTokenExpiresAt: Date.now() - DAY_MS })
    )
    await home.refresh('blanks-the-file')
    expect((await lookAt(home)).file).toMatchObject({
      state: 'ended',
      rejection: { count: 1 },
      message: expect.stringMatching(
        /^according to the date set at sign-in, the login ended on .* UTC \(.*\); rejected since .* UTC \(.*\); no run tries it again before .*$/
      )
    })
  })

  it.each(['EIO', 'EACCES', 'ESTALE'])('says that it is not known if the record cannot be read: %s', async code => {
    using home = new TestHome(sampleText(FAR))
    await home.refresh('blanks-the-file')
    const { report } = await home.clr(['status', '--json'], { env: faultAt('openSync', '/rejection.json', code) })
    const note = new RegExp(
      `^cannot read .*/rejection\\.json: .*\\(${code}\\), so it is not known whether the login was rejected$`
    )
    expect(report).toMatchObject({ files: [{ state: 'ok', rejection: null, notes: [expect.stringMatching(note)] }] })
  })

  it('forgets the rejection once the file has another login', async () => {
    using home = new TestHome(sampleText(FAR))
    await home.refresh('blanks-the-file')
    home.writeCredentials(sampleText({ ...FAR, ...LONG_PAIR }))
    expect((await lookAt(home)).file).toMatchObject({ state: 'ok', rejection: null })
    expect(home.text(REJECTION)).not.toBe('')
  })
})

/** Makes the locks and the record of a session of 2.1.332. */
function leaveSession(home: TestHome, changes: object): void {
  const [lockBirthtimeMs, legacyLockBirthtimeMs] = ['.claude/.oauth_refresh.lock', '.claude.lock'].map(lock => {
    mkdirSync(home.at(lock))
    return statSync(home.at(lock)).birthtimeMs
  })
  const { pid, startTicks, pidNamespace } = ownIdentity()
  const record = {
    ...{
      pid,
      procStart: startTicks,
      pidDomain: `linux:${readTextOrEmpty('/etc/machine-id').trim()}:${pidNamespace ?? ''}`
    },
    ...{ pidSpace: `${hostname()}#${pidNamespace ?? ''}`, lockBirthtimeMs, legacyLockBirthtimeMs }
  }
  home.write('.claude/.oauth_refresh.lock.owner', JSON.stringify({ ...record, ...changes }))
}

onLinux.describe('clr status while the locks of the CLI are there', () => {
  it.each([
    [
      'alive',
      {},
      { alive: true, elsewhere: false, pid: process.pid },
      `a session of \`claude\` (pid ${process.pid}) has been holding the lock for a refresh since `
    ],
    [
      'dead',
      { procStart: '1' },
      { alive: false, elsewhere: false, pid: process.pid },
      `a session of \`claude\` (pid ${process.pid}) has ended without releasing its lock: the next run takes it over at once`
    ],
    [
      'elsewhere',
      { pidSpace: 'another#pid:[1]' },
      { alive: null, elsewhere: true, pid: process.pid },
      'a session of `claude` in another container or on another machine has been holding the lock for a refresh since '
    ],
    [
      'not known',
      { lockBirthtimeMs: 5, legacyLockBirthtimeMs: 5 },
      { alive: null, elsewhere: false, pid: null },
      'a session of `claude` has been holding the lock for a refresh since '
    ]
  ])('names the session once, by its own record: %s', async (_what, changes, lock, note) => {
    using home = new TestHome(sampleText(FAR))
    leaveSession(home, changes)
    const { exitCode, file } = await lookAt(home)
    expect([exitCode, file]).toMatchObject([
      0,
      {
        state: 'ok',
        locks: [
          { path: home.at('.claude/.oauth_refresh.lock'), holder: 'claude', ...lock },
          { path: home.at('.claude.lock'), holder: 'claude', ...lock }
        ],
        notes: [expect.stringContaining(note)]
      }
    ])
  })

  it.each([1, 10])(
    'says when a lock was last renewed if nothing proves that its holder is alive: %d min ago',
    async ago => {
      using home = new TestHome(sampleText(FAR))
      mkdirSync(home.at('.claude.lock'))
      const then = new Date(Date.now() - ago * 60_000)
      utimesSync(home.at('.claude.lock'), then, then)
      const note = expect.stringMatching(
        /^the lock of a session of `claude` was last renewed at .* \(\d+ min ago\): unless it is renewed again, the next run takes it over$/
      )
      expect((await lookAt(home)).file).toMatchObject({ notes: [note] })
    }
  )

  asRoot.it('leaves out the lock of a user who has no sessions here', async () => {
    using home = new TestHome(sampleText(FAR))
    mkdirSync(home.at('.claude.lock'))
    chownSync(home.at('.claude.lock'), 12345, 12345)
    expect((await lookAt(home)).file).toMatchObject({ locks: [], notes: [] })
  })

  it('says that something else in the place of a lock stops every refresh', async () => {
    using home = new TestHome(sampleText(FAR))
    home.write('.claude.lock', '')
    const note = expect.stringMatching(/\.claude\.lock is a file, .*: no refresh is possible until you remove it$/)
    expect((await lookAt(home)).file).toMatchObject({ locks: [], notes: [note] })
  })
})
