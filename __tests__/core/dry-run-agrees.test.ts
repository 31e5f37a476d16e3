import { chmodSync, chownSync, existsSync, linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { ownIdentity } from '../../src/core/system/process-identity.js'
import { asOrdinaryUserIn, dryRunIn, NOTING_CLAUDE } from '../../testing/dry-run.js'
import { objectFrom } from '../../testing/json-object.js'
import { AS_ON_MACOS } from '../../testing/mac.js'
import { mountOverItself, unmountAll } from '../../testing/mounts.js'
import { asRoot, asRootThatMayMount } from '../../testing/needs.js'
import { smallClaude } from '../../testing/paths.js'
import { untilEndedIn } from '../../testing/processes.js'
import { OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { CREDENTIALS, faultAt, TestHome, WORK_FOLDER, type ClrOptions, type ClrRun } from '../../testing/test-home.js'
import { choose, MISE } from '../../testing/version-managers.js'

const HOUR_MS = 3_600_000

/** Prepares a HOME. @returns the options of the runs */
type Prepare = (home: TestHome) => ClrOptions | undefined | Promise<ClrOptions | undefined>

const text =
  (content: string): Prepare =>
  home => {
    home.writeCredentials(content)
  }

const file =
  (name: string, content = ''): Prepare =>
  home => {
    home.write(name, content)
  }

/** Rescues a pair that descends from the one in the file. */
const rescue =
  (validForMs: number): Prepare =>
  home => {
    home.writeRescue(sampleText({ ...OTHER_PAIR, expiresAt: Date.now() + validForMs }), fingerprint(OLD_PAIR))
  }

/** Kills `clr` and its `claude` after an exchange, or in it. */
const killedBy =
  (claude: string, isOver: (home: TestHome) => Promise<void> = home => home.exchangeUnderWay()): Prepare =>
  async home => {
    home.startClr(['refresh', '--json'], { claude })
    await isOver(home)
    await untilEndedIn(home.path)
  }

const preload = (home: TestHome, script: string): ClrOptions => ({
  env: { NODE_OPTIONS: `--require ${home.write('preload.cjs', script)}` }
})

const all =
  (...steps: readonly Prepare[]): Prepare =>
  async home => {
    let options: ClrOptions = {}
    for (const step of steps) options = { ...options, ...(await step(home)) }
    return options
  }

const FILES: Readonly<Record<string, Prepare>> = {
  'a good login': () => undefined,
  'no file': home => {
    rmSync(home.creds)
  },
  'no folder for the file': home => {
    rmSync(home.at('.claude'), { recursive: true })
  },
  'a folder in place of the file': home => {
    rmSync(home.creds)
    mkdirSync(home.creds)
  },
  'a link to nothing': home => {
    rmSync(home.creds)
    symlinkSync('nowhere', home.creds)
  },
  'an empty file': text(''),
  'a file that is not JSON': text('not JSON'),
  'a file in UTF-16': text('\uFEFFx'),
  'a blanked login': text(sampleText({ accessToken: '', refreshToken: '' })),
  'an API key': text(JSON.stringify({ primaryApiKey: 'sk-ant-api03-test' })),
  'a valid login without a refresh token': text(
    sampleText({ refreshToken: undefined, expiresAt: Date.now() + HOUR_MS })
  ),
  'an expired login without a refresh token': text(sampleText({ refreshToken: undefined, expiresAt: 1 })),
  'a login that ended long ago': text(sampleText({ refreshTokenExpiresAt: Date.now() - HOUR_MS })),
  'a file that is too large': text(' '.repeat(1024 * 1024 + 1)),
  'a file that a new pair would make too large': text(
    JSON.stringify({ ...objectFrom(JSON.parse(sampleText())), more: 'x'.repeat(1024 * 1024 - 16_000) })
  ),
  'a file with two names': home => {
    linkSync(home.creds, home.at('another-name'))
  },
  'a file of mode 000': home => {
    chmodSync(home.creds, 0)
    return asOrdinaryUserIn(home)
  },
  'a file of mode 400': home => {
    chmodSync(home.creds, 0o400)
    return asOrdinaryUserIn(home)
  }
}

const FOLDERS: Readonly<Record<string, Prepare>> = {
  'a read-only folder': home => {
    chmodSync(home.at('.claude'), 0o500)
    return asOrdinaryUserIn(home)
  },
  'a read-only folder of the account, in which a lock cannot be made': home => {
    chmodSync(home.path, 0o500)
    return asOrdinaryUserIn(home)
  },
  'a folder that everybody may write to': home => {
    chmodSync(home.at('.claude'), 0o777)
  },
  'a file in place of the work folder': file(WORK_FOLDER),
  'a link in place of the work folder': home => {
    symlinkSync(home.path, home.at(WORK_FOLDER))
  },
  'a file in place of our lock': file(`${WORK_FOLDER}/lock`),
  'a folder in place of the record of our lock': file(`${WORK_FOLDER}/lock/owner.json/x`),
  'a file in place of a lock of the CLI': file('.claude/.oauth_refresh.lock'),
  'a folder with a file in place of the older lock of the CLI': file('.claude.lock/x'),
  'a file in place of the store lock': file('.claude/.storage-write.lock'),
  'too little space': home => {
    const stats = '{ type: 0xef53, bavail: 10, bsize: 4096, files: 1000, ffree: 1000 }'
    return preload(home, `require('node:fs').statfsSync = () => (${stats})`)
  },
  'a disk that fills up': () => ({ env: faultAt('openSync', 'ballast', 'ENOSPC') }),
  'a file system that became read-only': () => ({ env: faultAt('openSync', '/.credentials.json', 'EROFS') }),
  'a login in the Keychain': home => {
    home.write('bin/security', '#!/bin/sh\nexit 0\n', 0o755)
    return { env: { ...AS_ON_MACOS, PATH: `${home.at('bin')}:${smallClaude(NOTING_CLAUDE)}:/usr/bin:/bin` } }
  }
}

const PROGRAMS: Readonly<Record<string, Prepare>> = {
  'no claude': () => ({ env: { PATH: '/usr/bin:/bin' } }),
  'an empty PATH': () => ({ env: { PATH: '' } }),
  'a shim that leads nowhere': home => ({ env: { PATH: `${MISE.install(home, ['claude'])}:/usr/bin:/bin` } }),
  'a shim that leads to claude': home => {
    const PATH = `${MISE.install(home, ['claude'])}:/usr/bin:/bin`
    home.write(MISE.userFile, choose({ claude: `${smallClaude(NOTING_CLAUDE)}/claude` }))
    return { env: { PATH } }
  },
  'a claude that needs a newer Node': home => {
    home.write('pkg/package.json', '{"name":"@anthropic-ai/claude-code","engines":{"node":">=99"}}')
    home.write('pkg/claude', '#!/usr/bin/env node\n', 0o755)
    return { env: { PATH: `${home.at('pkg')}:/usr/bin:/bin` } }
  }
}

const EARLIER_RUNS: Readonly<Record<string, Prepare>> = {
  'a login that was just rejected': async home => {
    await home.refresh('blanks-the-file')
  },
  'a newer pair in a rescue file': rescue(HOUR_MS),
  'a newer pair in a rescue file, and no claude': all(rescue(HOUR_MS), () => ({ env: { PATH: '/usr/bin:/bin' } })),
  'an expired newer pair in a rescue file': rescue(-HOUR_MS),
  'an expired newer pair in a rescue file, and no claude': all(rescue(-HOUR_MS), () => ({
    env: { PATH: '/usr/bin:/bin' }
  })),
  'a newer pair that cannot be put back': all(rescue(HOUR_MS), home => {
    linkSync(home.creds, home.at('another-name'))
  }),
  'a blanked file, and a newer pair': all(text(sampleText({ accessToken: '', refreshToken: '' })), rescue(HOUR_MS)),
  'an empty file, and a newer pair': all(text(''), rescue(HOUR_MS)),
  'an empty file, and a work folder without a pair': all(text(''), file(`${WORK_FOLDER}/replacement-1.json`)),
  'a pair of another login in a rescue file': home => {
    home.writeRescue(sampleText(OTHER_PAIR), 'a'.repeat(64))
  },
  'no file, and a newer pair of a refresh': all(rescue(HOUR_MS), home => {
    rmSync(home.creds)
  }),
  'no file, and the login of an interrupted clr login': home => {
    rmSync(home.creds)
    const login = sampleText({ ...OTHER_PAIR, expiresAt: Date.now() + HOUR_MS })
    home.write(`${WORK_FOLDER}/rescue-login-20261126T000000Z-${'0'.repeat(64)}.json`, login)
  },
  'no file, and an interrupted clr login without a login': home => {
    rmSync(home.creds)
    const run = { ...ownIdentity(), startTicks: '1', from: '0'.repeat(64), invented: [], isSignIn: true }
    home.write(`${WORK_FOLDER}/home-1/run.json`, JSON.stringify(run))
    chmodSync(home.at(WORK_FOLDER, 'home-1'), 0o700)
  },
  'a killed run that has stored a new pair': killedBy('refreshes', async home => {
    await home.untilSignedIn()
  }),
  'a run that was killed in its exchange': killedBy('hangs-in-the-exchange'),
  'a HOME that cannot be read': async home => {
    await killedBy('hangs-in-the-exchange')(home)
    for (const isolated of home.isolatedHomes) chmodSync(isolated, 0)
    return asOrdinaryUserIn(home)
  },
  'a killed run whose claude blanked the login': async home => {
    await killedBy('hangs-in-the-exchange')(home)
    for (const isolated of home.isolatedHomes) {
      writeFileSync(path.join(isolated, CREDENTIALS), sampleText({ accessToken: '', refreshToken: '' }))
    }
  },
  'a killed run, and a different login in the file': all(
    killedBy('hangs-in-the-exchange'),
    text(sampleText({ refreshToken: 'sk-ant-ort01-test-another' }))
  )
}

/** Writes our own lock as if this process, or one with these changes to its identity, held it. */
const lockOf =
  (changes: object): Prepare =>
  home => {
    home.write(
      `${WORK_FOLDER}/lock/owner.json`,
      JSON.stringify({ nonce: '0123456789abcdef', ...ownIdentity(), ...changes })
    )
  }

const LOCKS: Readonly<Record<string, Prepare>> = {
  'our lock, of a process that is alive': lockOf({}),
  'our lock, of a process that has ended': lockOf({ startTicks: '1' }),
  'our lock, of a process in another container': lockOf({ pidNamespace: 'pid:[1]' }),
  'an empty folder as our lock': home => {
    mkdirSync(home.at(WORK_FOLDER, 'lock'), { recursive: true })
  },
  'a lock of the CLI': home => {
    mkdirSync(home.at('.claude/.oauth_refresh.lock'))
  },
  'the older lock of the CLI': home => {
    mkdirSync(home.at('.claude.lock'))
  },
  'a lock of the CLI that a killed run made': async home => {
    await killedBy('hangs-in-the-exchange')(home)
    expect(existsSync(home.at('.claude.lock'))).toBe(true)
  }
}

/** A message without the names of isolated HOMEs and without times, and without what a real run has removed before it says it. */
function comparable(run: ClrRun): string {
  const message = String(objectFrom(run.report).message).replace(/; an earlier run left something in \S+/, '')
  return message.replace(/(home-|gone-dry-run-)[\da-f]+/g, 'HOME').replace(/\d+ min|\d+ s\b/g, 'a time')
}

function isAboutLeftovers(run: ClrRun): boolean {
  return String(objectFrom(run.report).message).includes('an earlier run left something')
}

/** Begins a warning that a successful refresh disproves, and one that only a successful refresh can give. */
const OF_THE_REFRESH = /^(a killed run may have used up|this login was refreshed after .* the end date set at sign-in)/

/** The warnings that do not depend on whether the refresh succeeds. */
function lastingWarnings(run: ClrRun): readonly unknown[] {
  const { warnings } = objectFrom(run.report)
  return [warnings].flat().filter(warning => !OF_THE_REFRESH.test(String(warning)))
}

const reasonOf = ({ exitCode, report }: ClrRun): unknown => (exitCode === 0 ? 'ready' : objectFrom(report).reason)

/** Expects that a dry run changes nothing, and then ends like the real run after it. */
async function expectAgreement(home: TestHome, prepare: Prepare): Promise<void> {
  const options = (await prepare(home)) ?? {}
  const dry = await dryRunIn(home, options)
  const timeout = dry.exitCode === 2 ? '5' : '300' // for a lock that is held, a real run waits until its deadline
  const real = await home.clr(['refresh', '--json', '--timeout', timeout], { claude: 'refreshes', ...options })
  const reason = reasonOf(real)
  expect(dry).toMatchObject({ exitCode: real.exitCode, report: { reason } })
  // A real run has removed what was left, and no longer sends anybody to `clr status`.
  const remedy = isAboutLeftovers(dry) ? expect.stringMatching(/`clr status \S+`/) : objectFrom(real.report).remedy
  // Only a dry run does not wait for a lock, and it says so.
  if (real.exitCode === 1) expect([comparable(dry), dry.report]).toMatchObject([comparable(real), { remedy }])
  if (options.env?.PATH === undefined) expect(lastingWarnings(dry)).toEqual(lastingWarnings(real))
}

describe.each([
  ['its file', FILES],
  ['its folder', FOLDERS],
  ['claude', PROGRAMS],
  ['what earlier runs left', EARLIER_RUNS],
  ['locks', LOCKS]
])('a dry run changes nothing, and ends as the refresh after it, because of %s', (_what, cases) => {
  it.each(Object.entries(cases))('%s', async (_case, prepare) => {
    using home = new TestHome()
    await expectAgreement(home, prepare)
  })
})

asRoot.describe('a dry run of root changes nothing, and ends as the refresh after it', () => {
  it.each(
    Object.entries<Prepare>({
      'a work folder of another user': home => {
        mkdirSync(home.at(WORK_FOLDER))
        chownSync(home.at(WORK_FOLDER), 12_345, 12_345)
      },
      'the folder of another user, who can reach it': home => {
        chmodSync(home.path, 0o755)
        for (const name of ['.claude', CREDENTIALS]) chownSync(home.at(name), 12_345, 12_345)
      },
      'the folder of another user, who cannot reach it': home => {
        for (const name of ['.claude', CREDENTIALS]) chownSync(home.at(name), 12_345, 12_345)
      },
      'something of another user in place of a lock of the CLI': home => {
        mkdirSync(home.at('.claude.lock'))
        chownSync(home.at('.claude.lock'), 12_345, 12_345)
      }
    })
  )('%s', async (_case, prepare) => {
    using home = new TestHome()
    await expectAgreement(home, prepare)
  })
})

asRootThatMayMount().it('a dry run refuses a file that is mounted by itself, as the refresh after it', async () => {
  using home = new TestHome()
  mountOverItself(home.creds)
  try {
    await expectAgreement(home, () => undefined)
  } finally {
    unmountAll()
  }
})
