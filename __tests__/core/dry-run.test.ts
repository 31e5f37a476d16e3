import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { ownIdentity } from '../../src/core/system/process-identity.js'
import { utcMinute } from '../../src/core/times.js'
import { dryRunIn, NOTING_CLAUDE } from '../../testing/dry-run.js'
import { expectRefreshed, expectUnchanged } from '../../testing/expectations.js'
import { objectFrom } from '../../testing/json-object.js'
import { CLR } from '../../testing/paths.js'
import { untilEndedIn } from '../../testing/processes.js'
import { NEW_PAIR, OLD_EXPIRY_MS, OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, faultAt, TestHome, WORK_FOLDER, type ClrRun } from '../../testing/test-home.js'
import { timeToEnd, until } from '../../testing/waiting.js'

const HOUR_MS = 3_600_000

/** Less than the time after which a lock counts as abandoned, and far less than the timeout of a run that would wait for it. */
const AT_ONCE_MS = 15_000
const LONG_TIMEOUT = ['--timeout', '300']

const ready = (message: unknown = expect.any(String)) => ({ exitCode: 0, report: { reason: 'ready', message } })

const saying = (...parts: readonly string[]) =>
  expect.stringMatching(new RegExp(parts.map(part => part.replace(/[.*+?()[\]\\]/g, '\\$&')).join('.*')))

/** Writes our own lock as if this process, or one with these changes to its identity, held it. */
function lock(home: TestHome, changes: object = {}): void {
  const owner = { nonce: '0123456789abcdef', ...ownIdentity(), ...changes }
  home.write(`${WORK_FOLDER}/lock/owner.json`, JSON.stringify(owner))
}

/** A script for `scriptBefore` that runs `clr` to its end. */
function callOfClr(home: TestHome, args: readonly string[]): string {
  const options = { env: home.environment('refreshes'), stdio: 'ignore' }
  const command = [CLR, ...args]
  return `require('node:child_process').spawnSync(process.execPath, ${JSON.stringify(command)}, ${JSON.stringify(options)})`
}

describe('a dry run', () => {
  it('says ready, with what it found, and that no token was sent and no file was changed', async () => {
    const expiryMs = Date.now() + 100 * 24 * HOUR_MS
    using home = new TestHome(sampleText({ expiresAt: expiryMs, refreshTokenExpiresAt: expiryMs }))
    const run = await dryRunIn(home)
    const date = new Date(expiryMs).toISOString()
    const facts = `ready to refresh ${home.creds} with claude `
    expect(run).toMatchObject(
      ready(
        saying(
          facts,
          `: its access token is valid until ${utcMinute(expiryMs)} UTC`,
          '; no token was sent, and no file was changed'
        )
      )
    )
    expect(run.report).toMatchObject({
      refreshed: false,
      exitCode: 0,
      previousExpiresAt: date,
      expiresAt: date,
      loginExpiresAt: date,
      claude: { path: expect.stringContaining(`/${NOTING_CLAUDE}/claude`) },
      phases: [{ name: 'lock' }, { name: 'prepare' }, { name: 'prove' }],
      warnings: [],
      remedy: ''
    })
  })

  it('leaves nothing behind, and never makes an isolated HOME or a copy of the login', async () => {
    using home = new TestHome()
    const made = home.at('made')
    const script = `const fs = require('node:fs')
      for (const name of ['writeFileSync', 'writeSync', 'mkdirSync', 'openSync', 'renameSync']) {
        const original = fs[name]
        fs[name] = (...args) => {
          if (args[0] !== ${JSON.stringify(made)}) appended(name + ' ' + args.map(String).join(' '))
          return original(...args)
        }
      }
      const append = fs.appendFileSync
      function appended(line) { append(${JSON.stringify(made)}, line + '\\n') }`
    const env = { NODE_OPTIONS: `--require ${home.write('spy.cjs', script)}` }
    const run = await home.clr(['refresh', '--dry-run', '--json'], { claude: NOTING_CLAUDE, env })
    expect(run).toMatchObject(ready())
    const calls = readFileSync(made, 'utf8')
    expect(calls).toContain(`mkdirSync ${home.at(WORK_FOLDER)}/gone-dry-run-`)
    expect(calls).not.toMatch(/\/home-|\/lock|sk-ant|renameSync/)
    expectUnchanged(home)
  })

  it.each([
    ['the option', ['--min-validity', '10d'], {}],
    ['the variable', [], { CLR_MIN_VALIDITY: '10d' }]
  ])('ignores min-validity: %s', async (_which, args, env) => {
    using home = new TestHome(sampleText({ expiresAt: Date.now() + 100 * 24 * HOUR_MS }))
    expect(await dryRunIn(home, { args, env })).toMatchObject(ready())
    rmSync(home.creds)
    expect((await dryRunIn(home, { args, env })).report).toMatchObject({ reason: 'creds-not-found' })
  })

  it('prints its result for people in one line', async () => {
    using home = new TestHome()
    const run = await home.clr(['refresh', '--dry-run'], { claude: NOTING_CLAUDE })
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    expect(run.stdout).toMatch(/^ready to refresh [^\n]+\n$/)
  })

  it('says so, in the message and in a warning, if the login has ended: only sending the token can show that it has not', async () => {
    using home = new TestHome(sampleText({ expiresAt: 0, refreshTokenExpiresAt: Date.now() - 48 * HOUR_MS }))
    const run = await home.clr(['refresh', '--dry-run'], { claude: NOTING_CLAUDE })
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/; the login ended on .* \(2 days ago\);/) })
    expect(run.stderr).toMatch(/^clr: warning: the login ended on .* \(2 days ago\); sign in again: `clr login .*`\n$/)
    expect((await dryRunIn(home)).report).toMatchObject({ reason: 'ready', loginEndsSoon: true })
  })

  it('prints no token', async () => {
    using home = new TestHome()
    const run = await dryRunIn(home, { args: ['--trace'] })
    expect(run).toMatchObject(ready())
    expect(run.stdout + run.stderr).not.toContain('sk-ant')
  })

  it('shows the call first with --trace, and says that it is not made', async () => {
    using home = new TestHome(null)
    mkdirSync(home.at('.claude'))
    const { stderr, report } = await dryRunIn(home, { args: ['--trace'] })
    expect(stderr).toMatch(/# clr refresh\n# creds: [^]*\nclaude --model [^\n]+\n# dry run: `claude` is not started\n$/)
    expect(report).toMatchObject({ reason: 'creds-not-found' })
  })
})

describe('a lock that is held', () => {
  it('ends a dry run at once, and the message names the holder', async () => {
    using home = new TestHome()
    lock(home)
    const run = await dryRunIn(home, { args: LONG_TIMEOUT })
    const message = `another run of clr-refresh (pid ${process.pid}) holds the lock, and a dry run does not wait for it; this run did not use the refresh token`
    expect(run).toMatchObject({ exitCode: 2, report: { reason: 'locked', message } })
    expect(run.wallMs).toBeLessThan(AT_ONCE_MS)
  })

  it.each(['.claude/.oauth_refresh.lock', '.claude.lock'])('ends it at once if a session holds it: %s', async name => {
    using home = new TestHome()
    mkdirSync(home.at(name))
    const run = await dryRunIn(home, { args: LONG_TIMEOUT })
    const message = expect.stringMatching(/^a session of `claude` holds the lock, and a dry run does not wait for it/)
    expect(run).toMatchObject({ exitCode: 2, report: { reason: 'locked', message } })
    expect(run.wallMs).toBeLessThan(AT_ONCE_MS)
  })

  it('counts as free if it was not renewed for a long time, although nothing shows that its holder is dead', async () => {
    using home = new TestHome()
    lock(home, { pidNamespace: 'pid:[1]' })
    mkdirSync(home.at('.claude.lock'))
    for (const name of [home.at(WORK_FOLDER, 'lock'), home.at('.claude.lock')]) {
      execFileSync('touch', ['-d', '10 minutes ago', name])
    }
    expect(await dryRunIn(home)).toMatchObject(ready())
  })

  it('ends it also if it is taken while a version manager is asked', async () => {
    using home = new TestHome()
    const owner = JSON.stringify({ nonce: '0123456789abcdef', ...ownIdentity() })
    const folder = home.at(WORK_FOLDER, 'lock')
    home.write(
      '.local/bin/mise',
      `#!/bin/sh\nmkdir -p ${folder}\ncat >${folder}/owner.json <<'E'\n${owner}\nE\n`,
      0o755
    )
    const shims = home.at('.local/share/mise/shims')
    mkdirSync(shims, { recursive: true })
    symlinkSync(home.at('.local/bin/mise'), path.join(shims, 'claude'))
    const PATH = `${shims}:${path.dirname(home.write('real/claude', '#!/bin/sh\n', 0o755))}:/usr/bin:/bin`
    const { report } = await home.clr(['refresh', '--dry-run', '--json'], { env: { PATH } })
    expect(report).toMatchObject({ reason: 'locked' })
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
  })
})

describe('a pair that waits', () => {
  it.each([
    ['beside a login', sampleText()],
    ['beside a blanked login', sampleText({ accessToken: '', refreshToken: '' })],
    ['beside an empty file', '']
  ])('is ready, and the message says where it is: %s', async (_what, text) => {
    using home = new TestHome(text)
    const rescue = home.writeRescue(sampleText({ ...OTHER_PAIR, expiresAt: OLD_EXPIRY_MS }), fingerprint(OLD_PAIR))
    const run = await dryRunIn(home)
    const first = `the next run first puts the new tokens of an interrupted run into the file, from ${rescue}`
    expect(run).toMatchObject(ready(saying(first, 'no token was sent, and no file was changed')))
    expect(run.report).toMatchObject({ expiresAt: '2027-01-15T08:00:00.000Z', warnings: [] })
  })

  it('is found in the isolated HOME of a killed run', async () => {
    using home = new TestHome()
    const killed = await home.clr(['refresh', '--json', '--timeout=300'], {
      claude: 'refreshes-and-ignores-sigterm',
      env: faultAt('renameSync', '/.credentials.json', 'SIGKILL')
    })
    expect(killed).toMatchObject({ exitCode: null, stdout: '' })
    await untilEndedIn(home.path)
    const [isolated = ''] = home.isolatedHomes
    expect(await dryRunIn(home)).toMatchObject(ready(saying(`from ${isolated}/`)))
    expect((await home.clr(['recover', '--json'])).report).toMatchObject({ reason: 'recovered' })
  })

  it('is ready although there is no file, if it is the login of an interrupted clr login', async () => {
    using home = new TestHome(null)
    const name = `${WORK_FOLDER}/rescue-login-20261126T000000Z-${'0'.repeat(64)}.json`
    const rescue = home.write(name, sampleText(OTHER_PAIR))
    const first = `the next run first puts the login of an interrupted \`clr login\` into the file, from ${rescue}`
    expect(await dryRunIn(home)).toMatchObject(ready(saying(first)))
  })

  it('needs no claude if it is still valid, but a warning says that the run after that does', async () => {
    using home = new TestHome()
    home.writeRescue(sampleText({ ...OTHER_PAIR, expiresAt: Date.now() + HOUR_MS }), fingerprint(OLD_PAIR))
    const { report } = await dryRunIn(home, { env: { PATH: '/usr/bin:/bin' } })
    const warnings = [
      expect.stringMatching(
        /^the next run only restores saved tokens; the run after it would fail: there is no `claude` on PATH/
      )
    ]
    expect(report).toMatchObject({ reason: 'ready', claude: null, warnings })
  })

  it('is named in a warning, as by a refresh, if it is of another login', async () => {
    using home = new TestHome()
    const rescue = home.writeRescue(sampleText(OTHER_PAIR), 'a'.repeat(64))
    const { report } = await dryRunIn(home)
    const command = `clr login --creds ${home.creds} --from ${rescue} --replace`
    const put = `delete that file, or put its login into the credentials file with \`${command}\``
    const warnings = [`tokens of another login are in ${rescue}: ${put}`]
    const message = expect.stringContaining('no token was sent, and no file was changed')
    expect(report).toMatchObject({ reason: 'ready', message, warnings })
  })
})

describe('a dry run after a killed run', () => {
  it('warns that the token may have been sent', async () => {
    using home = new TestHome()
    home.startClr(['refresh', '--json'], { claude: 'hangs-in-the-exchange' })
    await home.exchangeUnderWay()
    await untilEndedIn(home.path)
    const { report } = await dryRunIn(home)
    const warnings = [expect.stringMatching(/^a killed run may have used up the refresh token/)]
    expect(report).toMatchObject({ reason: 'ready', warnings })
  })

  it('says that its claude is still at work, and does not end it', async () => {
    using home = new TestHome()
    const clr = home.startClr(['refresh', '--json'], {
      claude: 'refreshes-when-told',
      env: { LC_TOLD: home.at('told') }
    })
    await home.exchangeUnderWay()
    clr.signal('SIGKILL')
    await clr.ended
    const { report } = await home.clr(['refresh', '--dry-run', '--json'], { claude: NOTING_CLAUDE })
    const [isolated = ''] = home.isolatedHomes
    const warnings = expect.arrayContaining([`the \`claude\` of a killed run is still running in ${isolated}`])
    expect(report).toMatchObject({ reason: 'ready', warnings })
    home.write('told', '')
    expect((await home.refresh('none')).report).toMatchObject({ reason: 'recovered' })
    expect(home.login).toMatchObject(NEW_PAIR)
  })
})

describe('what a dry run waits for', () => {
  /** Makes `claude` a shim of a version manager that does not answer. @returns the PATH */
  function installSlowManager(home: TestHome): string {
    home.write('.local/bin/mise', '#!/bin/sh\n: >"$HOME/asked"\nsleep 600\n', 0o755)
    mkdirSync(home.at('.local/share/mise/shims'), { recursive: true })
    symlinkSync(home.at('.local/bin/mise'), home.at('.local/share/mise/shims/claude'))
    return `${home.at('.local/share/mise/shims')}:/usr/bin:/bin`
  }

  it('is bounded by --timeout', async () => {
    using home = new TestHome()
    const PATH = installSlowManager(home)
    const run = await home.clr(['refresh', '--dry-run', '--json', '--timeout', '1'], { env: { PATH } })
    expect(run).toMatchObject({ exitCode: 2, report: { reason: 'timeout' } })
    await until(() => home.leftovers.length === 0) // a killed program is gone a moment later
    expectUnchanged(home)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends on %s, and leaves nothing behind', async signal => {
    using home = new TestHome()
    const PATH = installSlowManager(home)
    const run = home.startClr(['refresh', '--dry-run', '--json', '--timeout', '0'], { env: { PATH } })
    await until(() => existsSync(home.at('asked')))
    await timeToEnd(run, signal)
    expect(await run.ended).toMatchObject({ exitCode: 1, report: { reason: 'cancelled' } })
    await until(() => home.leftovers.length === 0) // a killed program is gone a moment later
    expectUnchanged(home)
  })
})

describe('a record that cannot be read', () => {
  it('ends a dry run like a refresh: a folder is in the place of the record of locks', async () => {
    using home = new TestHome()
    home.write(`${WORK_FOLDER}/cli-locks.jsonl/x`, '')
    const { report } = await dryRunIn(home)
    expect(report).toMatchObject({ reason: 'creds-unreadable' })
    expect((await home.refresh('refreshes')).report).toMatchObject({ reason: 'creds-unreadable' })
  })
})

describe('a dry run that is killed while it writes', () => {
  it('leaves what status ignores, and what the next refresh removes', async () => {
    using home = new TestHome()
    const env = faultAt('openSync', 'ballast', 'SIGKILL')
    expect(await home.clr(['refresh', '--dry-run', '--json'], { claude: NOTING_CLAUDE, env })).toMatchObject({
      exitCode: null
    })
    expect(home.names(WORK_FOLDER)).toEqual([expect.stringMatching(/^gone-dry-run-/)])
    const { report } = await home.clr(['status', '--json'])
    expect(report).toMatchObject({ files: [{ remains: [], locks: [], notes: [] }] })
    expect(await dryRunIn(home)).toMatchObject(ready(expect.not.stringContaining('interrupted')))
    expectRefreshed(home, await home.refresh('refreshes'))
  })
})

describe('a dry run and a refresh at the same moment', () => {
  it.each([
    ['makes its folder', 'mkdirSync', 'gone-dry-run-'],
    ['writes the new file', 'openSync', 'replacement-'],
    ['reserves the space', 'openSync', 'ballast']
  ])('do not disturb each other if a whole refresh happens just before the dry run %s', async (_when, call, part) => {
    using home = new TestHome()
    const env = home.scriptBefore(call, part, callOfClr(home, ['refresh']))
    const run = await home.clr(['refresh', '--dry-run', '--json'], { claude: NOTING_CLAUDE, env })
    expect(run).toMatchObject(ready())
    expect([home.login, home.leftovers, existsSync(home.notesPath)]).toMatchObject([NEW_PAIR, [], false])
  })

  it('do not disturb each other if the work folder is removed and made again just before the dry run writes there', async () => {
    using home = new TestHome()
    const script = `const fs = require('node:fs')
      const original = fs.mkdirSync
      let isDone = false
      fs.mkdirSync = (folder, ...rest) => {
        if (isDone || !String(folder).includes('gone-dry-run-')) return original(folder, ...rest)
        isDone = true
        const above = require('node:path').dirname(folder)
        fs.rmdirSync(above)
        try {
          return original(folder, ...rest)
        } finally {
          original(above, { mode: 0o700 })
        }
      }`
    const env = { NODE_OPTIONS: `--require ${home.write('remake.cjs', script)}` }
    const run = await home.clr(['refresh', '--dry-run', '--json'], { claude: NOTING_CLAUDE, env })
    expect(run).toMatchObject(ready())
  })

  it.each([
    ['takes the lock', 'mkdirSync', '/lock-'],
    ['writes into the lock', 'writeFileSync', '/lock-'],
    ['makes its isolated HOME', 'mkdirSync', '/home-']
  ])('do not disturb each other if a whole dry run happens just before the refresh %s', async (_when, call, part) => {
    using home = new TestHome()
    const env = home.scriptBefore(call, part, callOfClr(home, ['refresh', '--dry-run']))
    expectRefreshed(home, await home.refresh('refreshes', [], env))
  })

  it('do not disturb each other if several dry runs start with the refresh', async () => {
    using home = new TestHome()
    const runs: Promise<ClrRun>[] = []
    for (let i = 0; i < 3; i += 1) {
      runs.push(home.clr(['refresh', '--dry-run', '--json'], { claude: NOTING_CLAUDE }))
    }
    const [refreshed, ...dry] = await Promise.all([home.refresh('refreshes'), ...runs])
    expectRefreshed(home, refreshed)
    for (const { report } of dry) expect(['ready', 'locked']).toContain(objectFrom(report).reason)
    expect(existsSync(home.notesPath)).toBe(false)
  })
})

describe('warnings of a dry run', () => {
  it('are those of a refresh on a file system without modes', async () => {
    using home = new TestHome()
    const preload = path.join(import.meta.dirname, '../../testing/no-modes/preload.cjs')
    const env = { NODE_OPTIONS: `--require ${preload}` }
    chmodSync(home.at('.claude'), 0o777)
    const { report } = await dryRunIn(home, { env })
    expect(report).toMatchObject({
      reason: 'ready',
      warnings: [expect.stringContaining('does not support file permissions')]
    })
  })
})

describe('the work folder', () => {
  it.each<[string, (home: TestHome) => void]>([
    ['has another mode', home => void home.writeRescue(sampleText(OTHER_PAIR), 'a'.repeat(64))],
    [
      'is empty',
      home => {
        mkdirSync(home.at(WORK_FOLDER), { mode: 0o755 })
      }
    ],
    ['has only its .gitignore', home => void home.write(`${WORK_FOLDER}/.gitignore`, '*\n')]
  ])('stays as it is, mode and all, if it %s', async (_how, make) => {
    using home = new TestHome()
    make(home)
    expect(await dryRunIn(home)).toMatchObject(ready())
  })

  it.each([
    ['dry run', ['--dry-run']],
    ['refresh', []]
  ])('stays hidden from git for a refresh that starts while a %s ends', async (_which, args) => {
    using home = new TestHome()
    const folder = home.at(WORK_FOLDER)
    const script = `const fs = require('node:fs')
      let isStarted = false
      for (const name of ['rmSync', 'rmdirSync']) {
        const original = fs[name]
        fs[name] = (entry, ...rest) => {
          if (!isStarted && ${JSON.stringify([folder, `${folder}/.gitignore`])}.includes(entry)) {
            isStarted = true
            fs.mkdirSync(${JSON.stringify(`${folder}/lock-of-a-refresh`)})
            try {
              fs.writeFileSync(${JSON.stringify(`${folder}/.gitignore`)}, '*', { flag: 'wx' })
            } catch {}
          }
          return original(entry, ...rest)
        }
      }`
    const env = { NODE_OPTIONS: `--require ${home.write('starts.cjs', script, 0o644)}` }
    expect(await home.clr(['refresh', '--json', ...args], { claude: NOTING_CLAUDE, env })).toMatchObject({
      exitCode: 0
    })
    expect(readdirSync(folder)).toEqual(['.gitignore', 'lock-of-a-refresh'])
  })

  it('stays as it is if it holds something', async () => {
    using home = new TestHome()
    await home.refresh('blanks-the-file')
    const record = home.at(WORK_FOLDER, 'rejection.json')
    const { mtimeMs } = statSync(record)
    expect((await dryRunIn(home)).report).toMatchObject({ reason: 'login-rejected' })
    writeFileSync(home.creds, sampleText(OTHER_PAIR))
    expect(await dryRunIn(home)).toMatchObject(ready())
    expect(statSync(record).mtimeMs).toBe(mtimeMs)
  })
})
