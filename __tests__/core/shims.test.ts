import { chmodSync, chownSync, existsSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readTextOrEmpty } from '../../src/core/system/read.js'
import { smallClaude } from '../../testing/paths.js'
import { TestHome, type ClrRun } from '../../testing/test-home.js'
import { until } from '../../testing/waiting.js'
import { asRoot } from '../../testing/needs.js'
import { processesOf } from '../../testing/processes.js'
import { choose, MISE, VERSION_MANAGERS, VOLTA, type VersionManager } from '../../testing/version-managers.js'

/** A HOME with a version manager, a shim `claude` on PATH, and a project in which to stand. */
class ShimHome extends TestHome {
  readonly #onPath: string
  /** What the user has chosen. */
  readonly program = this.claudeAt('installs/20.0.0')

  constructor(readonly manager: VersionManager) {
    super()
    this.#onPath = manager.install(this, ['claude'])
    this.write('work/app/README', '')
  }

  /** A small `claude` that refreshes, in a folder of its own. */
  claudeAt(folder: string): string {
    this.write(`${folder}/LICENSE`, '')
    symlinkSync(`${smallClaude('refreshes')}/claude`, this.at(folder, 'claude'))
    return this.at(folder, 'claude')
  }

  chooseForUser(program: string): void {
    this.write(this.manager.userFile, choose({ claude: program }))
  }

  refreshInProject(more = '', env = {}): Promise<ClrRun> {
    const PATH = `${this.#onPath}${more}:/usr/bin:/bin`
    return this.clr(['refresh', '--json'], { cwd: this.at('work/app'), env: { PATH, ...env } })
  }
}

const refreshedBy = (path: string) => ({ exitCode: 0, report: { reason: 'refreshed', claude: { path } } })

describe.each(VERSION_MANAGERS)('a claude that is a shim of $name', manager => {
  it('is followed to the program that the user has chosen there', async () => {
    using home = new ShimHome(manager)
    home.chooseForUser(home.program)
    expect(await home.refreshInProject()).toMatchObject(refreshedBy(home.program))
    expect(home.leftovers).toEqual([])
  })

  it.each(['work/app', 'work'])(
    'is not followed to what a project in %s chooses, and nothing of it runs',
    async place => {
      using home = new ShimHome(manager)
      home.chooseForUser(home.program)
      const other = home.claudeAt('installs/18.0.0')
      home.write(`${place}/${manager.projectFile}`, choose({ claude: other }, `: >${home.at('ran')}`))
      const env = { NODENV_DIR: home.at('work/app'), MISE_CD: home.at('work/app') }
      expect(await home.refreshInProject('', env)).toMatchObject(refreshedBy(home.program))
      expect(existsSync(home.at('ran'))).toBe(false)
    }
  )

  it('is passed over for the next claude on PATH if the user has chosen none', async () => {
    using home = new ShimHome(manager)
    const next = home.claudeAt('opt/bin')
    expect(await home.refreshInProject(`:${home.at('opt/bin')}`)).toMatchObject(refreshedBy(next))
  })

  it('is named, with its manager and what to put on PATH, if it leads to no program', async () => {
    using home = new ShimHome(manager)
    const run = await home.refreshInProject()
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'claude-not-found', claude: null } })
    expect(run.report).toMatchObject({
      message: expect.stringMatching(
        `^/.*shims.*/claude is a shim of ${manager.name}, and .${manager.name} which claude.|^/.*/.volta/bin/claude is a shim of volta, `
      ),
      remedy: expect.stringContaining(`export PATH="$(dirname "$(${manager.name} which claude)"):$PATH"`)
    })
    expect([home.text('.claude/.credentials.json'), home.leftovers]).toEqual([home.originalText, []])
  })
})

describe('a shim', () => {
  it.each(VERSION_MANAGERS.filter(({ name }) => name !== 'mise'))('of mise may lead to one of $name', async manager => {
    using home = new ShimHome(MISE)
    const [shims = '', ...more] = manager.install(home, ['claude']).split(':')
    home.chooseForUser(`${shims}/claude`)
    home.write(manager.userFile, choose({ claude: home.program }))
    expect(await home.refreshInProject(`:${more.join(':')}`)).toMatchObject(refreshedBy(home.program))
  })

  it('is not followed for ever in a circle', async () => {
    using home = new ShimHome(MISE)
    home.chooseForUser(home.at('.local/share/mise/shims/claude'))
    expect(await home.refreshInProject()).toMatchObject({ report: { reason: 'claude-not-found' } })
  })

  it.each(['work/app/volta', 'link', 'work/app/link', 'x/../work/more/volta'])(
    'is not followed to where a variable of the caller leads into the workspace: %s',
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

  it('is followed to where such a variable leads if the caller stands in his home folder, as cron does', async () => {
    using home = new ShimHome(VOLTA)
    home.write('tools/tools/user/platform.json', choose({ claude: home.program }))
    const PATH = `${home.at('.volta/bin')}:/usr/bin:/bin`
    const run = await home.clr(['refresh', '--json'], { env: { PATH, VOLTA_HOME: home.at('tools') } })
    expect(run).toMatchObject(refreshedBy(home.program))
  })
})

describe('a version manager that does not answer', () => {
  /** A HOME in which mise says that it was asked, and hangs with a child of its own. */
  function homeWhoseMiseHangs(): ShimHome {
    const home = new ShimHome(MISE)
    home.write(MISE.userFile, `: >${home.at('asked')}; sleep 600`)
    return home
  }

  it('is given up after 5 s, however many shims it has on PATH', async () => {
    using home = homeWhoseMiseHangs()
    const more = ['1', '2', '3', '4', '5', '6'].map(name => {
      home.write(`${name}/README`, '')
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

  it('does not keep a run from ending at its deadline, and leaves nothing', async () => {
    using home = homeWhoseMiseHangs()
    const run = await home.refreshInProject('', { CLR_TIMEOUT: '1' })
    expect(run).toMatchObject({ exitCode: 2, report: { reason: 'timeout' } })
    expect(run.report).toMatchObject({ message: expect.stringContaining('did not send the refresh token') })
    expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
    await until(() => home.leftovers.length === 0)
  })

  it('does not keep a run from being cancelled', async () => {
    using home = homeWhoseMiseHangs()
    const ended = home.refreshInProject('', { CLR_TIMEOUT: '0' })
    await until(() => existsSync(home.at('asked')))
    const [clr = 0] = processesOf(home.path).filter(pid => readTextOrEmpty(`/proc/${pid}/cmdline`).includes('refresh'))
    process.kill(clr, 'SIGINT')
    expect(await ended).toMatchObject({ exitCode: 1, report: { reason: 'cancelled' } })
    await until(() => home.leftovers.length === 0)
  })

  it('is ended if it says too much', async () => {
    using home = new ShimHome(MISE)
    home.write(MISE.userFile, 'exec yes')
    const { report } = await home.refreshInProject()
    expect(report).toMatchObject({ message: expect.stringContaining('names no program') })
    await until(() => home.leftovers.length === 0)
  })
})

describe('a version manager, while a run is traced', () => {
  it('is not asked: the trace shows its shim', async () => {
    using home = new ShimHome(MISE)
    home.write(MISE.userFile, `: >${home.at('asked')}`)
    const shim = home.at('.local/share/mise/shims/claude')
    const PATH = `${path.dirname(shim)}:/usr/bin:/bin`
    const { stderr } = await home.clr(['refresh', '--trace', '--creds', 'none'], { env: { PATH } })
    expect(stderr).toContain(`\n# program: ${shim}, a shim of mise\n`)
    expect(existsSync(home.at('asked'))).toBe(false)
  })
})

asRoot.describe('root in another user’s folder, with a shim on PATH', () => {
  const SOMEBODY = 12_345

  /** A HOME of that user's, with a settings file of mise in which that manager notes as whom it was asked. */
  function homeOfSomebody(): ShimHome {
    const home = new ShimHome(MISE)
    chmodSync(home.path, 0o755)
    for (const name of ['asked', 'notes']) home.write(name, '', 0o666)
    symlinkSync(`${smallClaude('says-who-it-is')}/claude`, home.at('installs/claude'))
    home.write(MISE.userFile, choose({ notes: home.at('asked'), claude: home.at('installs/claude') }), 0o644)
    for (const entry of ['.claude', '.claude/.credentials.json']) chownSync(home.at(entry), SOMEBODY, SOMEBODY)
    return home
  }

  it('asks its manager as that user, never as root', async () => {
    using home = homeOfSomebody()
    expect(await home.refreshInProject()).toMatchObject(refreshedBy(home.at('installs/claude')))
    expect(new Set(home.text('asked').trim().split('\n'))).toEqual(new Set([String(SOMEBODY)]))
    expect(home.text('notes')).toBe(`${SOMEBODY} ${SOMEBODY}\n`)
  })

  it('ends at its deadline if that manager does not answer', async () => {
    using home = homeOfSomebody()
    home.write(MISE.userFile, 'sleep 600', 0o644)
    expect(await home.refreshInProject('', { CLR_TIMEOUT: '1' })).toMatchObject({ report: { reason: 'timeout' } })
    await until(() => home.leftovers.length === 0)
  })

  it('asks it as that user only, also while the run is traced', async () => {
    using home = homeOfSomebody()
    expect(await home.refreshInProject('', { CLR_TRACE: '1' })).toMatchObject(refreshedBy(home.at('installs/claude')))
    expect(new Set(home.text('asked').trim().split('\n'))).toEqual(new Set([String(SOMEBODY)]))
  })

  it('says so if that user can’t read the settings of the manager', async () => {
    using home = homeOfSomebody()
    chmodSync(home.at(MISE.userFile), 0o600)
    const run = await home.refreshInProject()
    expect(run.report).toMatchObject({
      reason: 'claude-not-found',
      message: expect.stringContaining('is a shim of mise')
    })
    expect([home.text('asked'), home.text('notes')]).toEqual(['', ''])
  })

  it('is refused before anything is sent if that user can’t reach the shim, or the program', async () => {
    for (const place of ['.local/share/mise', 'installs']) {
      using home = homeOfSomebody()
      chmodSync(home.at(place), 0o700)
      expect(await home.refreshInProject()).toMatchObject({ exitCode: 1, report: { reason: 'creds-not-writable' } })
      expect(home.text('notes')).toBe('')
    }
  })
})

describe('a claude that is a script in the user’s own folder', () => {
  const refreshBy = (home: TestHome, script: string) => {
    home.write('bin/claude', script, 0o755)
    return home.clr(['refresh', '--json'], { env: { PATH: `${home.at('bin')}:/usr/bin:/bin` } })
  }

  it.each([
    ['"$HOME/.local/bin/claude"', '/bin/sh'],
    ['${HOME}/.local/bin/claude', '/usr/bin/env bash'],
    ['~/.local/bin/claude', '/bin/bash']
  ])('is followed if all it does is to run %s', async (program, shell) => {
    using home = new TestHome()
    home.write('.local/bin/README', '')
    symlinkSync(`${smallClaude('refreshes')}/claude`, home.at('.local/bin/claude'))
    const run = await refreshBy(home, `#!${shell}\n# For cron.\nset -e\n\nexec ${program} "$@"\n`)
    expect(run).toMatchObject(refreshedBy(home.at('.local/bin/claude')))
  })

  it.each([
    'tool="$HOME/.local/bin/claude"\nexec "$tool" "$@"',
    'exec "$TOOLS/claude" "$@"',
    'claude-of-mine "$@"',
    '"$HOME/.local/bin/claude" "$@" || exit 1'
  ])('is said to be one if it does not find what it runs: %s', async body => {
    using home = new TestHome()
    const run = await refreshBy(home, `#!/bin/bash\n${body}\n`)
    expect(run.report).toMatchObject({
      reason: 'claude-failed',
      message: expect.stringMatching(
        /^\/.*\/bin\/claude is a script that ended with exit status 1\d* before any exchange, perhaps because it needs your HOME or variables/
      ),
      remedy: expect.stringContaining('first on PATH')
    })
    expect([home.text('.claude/.credentials.json'), home.leftovers]).toEqual([home.originalText, []])
  })

  it('is not said to need a HOME if it fails for another reason', async () => {
    using home = new TestHome()
    const run = await refreshBy(home, '#!/bin/sh\necho "no licence" >&2; exit 3\n')
    expect(run.report).toMatchObject({
      reason: 'claude-failed',
      message: expect.stringMatching(/^`claude` ended with exit status 3 before any exchange/)
    })
  })
})
