import { chmodSync, chownSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readTextOrEmpty } from '../../src/core/system/read.js'
import { expectUnchanged } from '../../testing/expectations.js'
import { asRoot } from '../../testing/needs.js'
import { smallClaude } from '../../testing/paths.js'
import { processesOf } from '../../testing/processes.js'
import { CREDENTIALS, TestHome, type ClrRun } from '../../testing/test-home.js'
import { until } from '../../testing/waiting.js'
import { choose, MISE, VERSION_MANAGERS, VOLTA, type VersionManager } from '../../testing/version-managers.js'

/** A HOME with a version manager, its shim `claude` on PATH, and a project as the working directory. */
class ShimHome extends TestHome {
  readonly #onPath: string
  /** The `claude` of the user's own version. */
  readonly program = this.claudeAt('installs/20.0.0')

  constructor(readonly manager: VersionManager) {
    super()
    this.#onPath = manager.install(this, ['claude'])
    mkdirSync(this.at('work/app'), { recursive: true })
  }

  /** Puts a `claude` that refreshes into a folder. @returns its path */
  claudeAt(folder: string): string {
    mkdirSync(this.at(folder), { recursive: true })
    symlinkSync(`${smallClaude('refreshes')}/claude`, this.at(folder, 'claude'))
    return this.at(folder, 'claude')
  }

  chooseForUser(program: string): void {
    this.write(this.manager.userFile, choose({ claude: program }))
  }

  /** @param more what follows the shims on PATH, after a colon */
  refreshInProject(more = '', env = {}): Promise<ClrRun> {
    const PATH = `${this.#onPath}${more}:/usr/bin:/bin`
    return this.clr(['refresh', '--json'], { cwd: this.at('work/app'), env: { PATH, ...env } })
  }
}

const refreshedBy = (path: string) => ({ exitCode: 0, report: { reason: 'refreshed', claude: { path } } })

describe.each(VERSION_MANAGERS)('a claude that is a shim of $name', manager => {
  it('runs the version that the user has chosen', async () => {
    using home = new ShimHome(manager)
    home.chooseForUser(home.program)
    expect(await home.refreshInProject()).toMatchObject(refreshedBy(home.program))
    expect(home.leftovers).toEqual([])
  })

  it.each(['work/app', 'work'])('ignores the version that a project in %s chooses, and its code', async place => {
    using home = new ShimHome(manager)
    home.chooseForUser(home.program)
    const other = home.claudeAt('installs/18.0.0')
    home.write(`${place}/${manager.projectFile}`, choose({ claude: other }, `: >${home.at('ran')}`))
    const env = { NODENV_DIR: home.at('work/app'), MISE_CD: home.at('work/app') }
    expect(await home.refreshInProject('', env)).toMatchObject(refreshedBy(home.program))
    expect(existsSync(home.at('ran'))).toBe(false)
  })

  it('is skipped in favour of the next claude on PATH if the user has chosen no version', async () => {
    using home = new ShimHome(manager)
    const next = home.claudeAt('opt/bin')
    expect(await home.refreshInProject(`:${home.at('opt/bin')}`)).toMatchObject(refreshedBy(next))
  })

  it('is reported, with its manager and the remedy, if there is no other claude either', async () => {
    using home = new ShimHome(manager)
    const run = await home.refreshInProject()
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'claude-not-found', claude: null } })
    expect(run.report).toMatchObject({
      message: expect.stringMatching(
        `^/.*shims.*/claude is a shim of ${manager.name}, but .${manager.name} which claude.|^/.*/.volta/bin/claude is a shim of volta, `
      ),
      remedy: expect.stringContaining(`export PATH="$(dirname "$(${manager.name} which claude)"):$PATH"`)
    })
    expectUnchanged(home)
  })
})

describe('a shim', () => {
  it.each(VERSION_MANAGERS.filter(({ name }) => name !== 'mise'))(
    'of mise may lead to a shim of $name',
    async manager => {
      using home = new ShimHome(MISE)
      const [shims = '', ...more] = manager.install(home, ['claude']).split(':')
      home.chooseForUser(`${shims}/claude`)
      home.write(manager.userFile, choose({ claude: home.program }))
      expect(await home.refreshInProject(`:${more.join(':')}`)).toMatchObject(refreshedBy(home.program))
    }
  )

  it('is not followed for ever if it runs itself', async () => {
    using home = new ShimHome(MISE)
    home.chooseForUser(home.at('.local/share/mise/shims/claude'))
    expect(await home.refreshInProject()).toMatchObject({ report: { reason: 'claude-not-found' } })
  })

  it.each(['work/app/volta', 'link', 'work/app/link', 'x/../work/more/volta'])(
    'ignores a variable of the caller that points into the workspace: %s',
    async place => {
      using home = new ShimHome(VOLTA)
      home.chooseForUser(home.program)
      const other = choose({ claude: home.claudeAt('work/app/bin') })
      for (const folder of ['work/app', 'work/more', 'elsewhere'])
        home.write(`${folder}/volta/tools/user/platform.json`, other)
      symlinkSync(home.at('work/app/volta'), home.at('link'))
      symlinkSync(home.at('elsewhere/volta'), home.at('work/app/link'))
      const env = { VOLTA_HOME: `${home.path}/${place}`, GITHUB_WORKSPACE: home.at('work') }
      expect(await home.refreshInProject('', env)).toMatchObject(refreshedBy(home.program))
    }
  )

  it('obeys a variable of the caller if the working directory is the HOME, as for cron', async () => {
    using home = new ShimHome(VOLTA)
    home.write('tools/tools/user/platform.json', choose({ claude: home.program }))
    const PATH = `${home.at('.volta/bin')}:/usr/bin:/bin`
    const run = await home.clr(['refresh', '--json'], { env: { PATH, VOLTA_HOME: home.at('tools') } })
    expect(run).toMatchObject(refreshedBy(home.program))
  })
})

describe('a version manager that gives no answer', () => {
  /** A HOME whose mise creates the file `asked`, and then hangs together with a child process. */
  function homeWhoseMiseHangs(): ShimHome {
    const home = new ShimHome(MISE)
    home.write(MISE.userFile, `: >${home.at('asked')}; sleep 600`)
    return home
  }

  it('is abandoned after 5 s, even if it has many shims on PATH', async () => {
    using home = homeWhoseMiseHangs()
    const more = ['1', '2', '3', '4', '5', '6'].map(name => {
      mkdirSync(home.at(name))
      symlinkSync(home.at('.local/bin/mise'), home.at(name, 'claude'))
      return home.at(name)
    })
    const run = await home.refreshInProject(`:${more.join(':')}`)
    expect(run.report).toMatchObject({
      reason: 'claude-not-found',
      message: expect.stringMatching(/mise which claude`, outside of any project, did not answer within 5 s/)
    })
    expect(run.wallMs).toBeLessThan(20_000)
    await until(() => home.leftovers.length === 0)
  })

  it('does not outlast the deadline of a run, and leaves nothing behind', async () => {
    using home = homeWhoseMiseHangs()
    const run = await home.refreshInProject('', { CLR_TIMEOUT: '1' })
    const message = expect.stringContaining('did not use the refresh token')
    expect(run).toMatchObject({ exitCode: 2, report: { reason: 'timeout', message } })
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
    await until(() => home.leftovers.length === 0)
  })

  it('does not prevent a run from being cancelled', async () => {
    using home = homeWhoseMiseHangs()
    const ended = home.refreshInProject('', { CLR_TIMEOUT: '0' })
    await until(() => existsSync(home.at('asked')))
    const [clr = 0] = processesOf(home.path).filter(pid => readTextOrEmpty(`/proc/${pid}/cmdline`).includes('refresh'))
    process.kill(clr, 'SIGINT')
    expect(await ended).toMatchObject({ exitCode: 1, report: { reason: 'cancelled' } })
    await until(() => home.leftovers.length === 0)
  })

  it('is ended if its output never ends', async () => {
    using home = new ShimHome(MISE)
    home.write(MISE.userFile, 'exec yes')
    const { report } = await home.refreshInProject()
    expect(report).toMatchObject({ message: expect.stringContaining('names no program') })
    await until(() => home.leftovers.length === 0)
  })
})

describe('a trace', () => {
  it('names the shim, without asking its version manager', async () => {
    using home = new ShimHome(MISE)
    home.write(MISE.userFile, `: >${home.at('asked')}`)
    const shim = home.at('.local/share/mise/shims/claude')
    const PATH = `${path.dirname(shim)}:/usr/bin:/bin`
    const { stderr } = await home.clr(['refresh', '--trace', '--creds', 'none'], { env: { PATH } })
    expect(stderr).toContain(`\n# program: ${shim}, a shim of mise\n`)
    expect(existsSync(home.at('asked'))).toBe(false)
  })
})

asRoot.describe('root that refreshes the login of another user, with a shim on PATH', () => {
  const SOMEBODY = 12_345

  /** A HOME of that user, whose settings file lets mise write down the user as whom it runs. */
  function homeOfSomebody(): ShimHome {
    const home = new ShimHome(MISE)
    chmodSync(home.path, 0o755)
    for (const name of ['asked', 'notes']) home.write(name, '', 0o666)
    symlinkSync(`${smallClaude('notes-its-user')}/claude`, home.at('installs/claude'))
    home.write(MISE.userFile, choose({ notes: home.at('asked'), claude: home.at('installs/claude') }), 0o644)
    for (const entry of ['.claude', '.claude/.credentials.json']) chownSync(home.at(entry), SOMEBODY, SOMEBODY)
    return home
  }

  it.each([
    ['a refresh', {}],
    ['its trace', { CLR_TRACE: '1' }]
  ])('runs the version manager only as that user, for %s', async (_what, env) => {
    using home = homeOfSomebody()
    expect(await home.refreshInProject('', env)).toMatchObject(refreshedBy(home.at('installs/claude')))
    expect(new Set(home.text('asked').trim().split('\n'))).toEqual(new Set([String(SOMEBODY)]))
    expect(home.text('notes')).toBe(`${SOMEBODY} ${SOMEBODY}\n`)
  })

  it('ends at its deadline if the version manager hangs', async () => {
    using home = homeOfSomebody()
    home.write(MISE.userFile, 'sleep 600', 0o644)
    expect(await home.refreshInProject('', { CLR_TIMEOUT: '1' })).toMatchObject({ report: { reason: 'timeout' } })
    await until(() => home.leftovers.length === 0)
  })

  it('reports a shim without a program if that user cannot read the settings', async () => {
    using home = homeOfSomebody()
    chmodSync(home.at(MISE.userFile), 0o600)
    const run = await home.refreshInProject()
    const message = expect.stringContaining('is a shim of mise')
    expect(run.report).toMatchObject({ reason: 'claude-not-found', message })
    expect([home.text('asked'), home.text('notes')]).toEqual(['', ''])
  })

  it.each([
    ['shim', '.local/share/mise'],
    ['program of the shim', 'installs']
  ])('is refused before anything is sent if that user cannot reach the %s', async (_what, folder) => {
    using home = homeOfSomebody()
    chmodSync(home.at(folder), 0o700)
    expect(await home.refreshInProject()).toMatchObject({ exitCode: 1, report: { reason: 'creds-not-writable' } })
    expect(home.text('notes')).toBe('')
  })
})

describe('a claude that is a script of the user', () => {
  it.each([
    ['"$HOME/.local/bin/claude"', '/bin/sh'],
    ['${HOME}/.local/bin/claude', '/usr/bin/env bash'],
    ['~/.local/bin/claude', '/bin/bash']
  ])('is followed if it only runs %s', async (program, shell) => {
    using home = new TestHome()
    mkdirSync(home.at('.local/bin'), { recursive: true })
    symlinkSync(`${smallClaude('refreshes')}/claude`, home.at('.local/bin/claude'))
    const run = await home.refreshByScript(`#!${shell}\n# For cron.\nset -e\n\nexec ${program} "$@"\n`)
    expect(run).toMatchObject(refreshedBy(home.at('.local/bin/claude')))
  })

  it.each([
    'tool="$HOME/.local/bin/claude"\nexec "$tool" "$@"',
    'exec "$TOOLS/claude" "$@"',
    'claude-of-mine "$@"',
    '"$HOME/.local/bin/claude" "$@" || exit 1'
  ])('is reported as a script if it cannot find what it runs: %s', async body => {
    using home = new TestHome()
    const run = await home.refreshByScript(`#!/bin/bash\n${body}\n`)
    expect(run.report).toMatchObject({
      reason: 'claude-failed',
      message: expect.stringMatching(
        /^\/.*\/bin\/claude is a script that ended with exit status 1\d* before it began to refresh the login, perhaps because it needs your HOME or other variables/
      ),
      remedy: expect.stringContaining('before the script on PATH')
    })
    expectUnchanged(home)
  })

  it('is not reported to need the user’s HOME if it fails for another reason', async () => {
    using home = new TestHome()
    const run = await home.refreshByScript('#!/bin/sh\necho "no licence" >&2; exit 3\n')
    const message = expect.stringMatching(/^`claude` ended with exit status 3 before it began to refresh the login/)
    expect(run.report).toMatchObject({ reason: 'claude-failed', message })
  })
})
