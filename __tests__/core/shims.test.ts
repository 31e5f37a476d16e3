import { chmodSync, chownSync, existsSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readTextIfAny } from '../../src/core/system/read.js'
import { ClrScene, type ClrRun } from '../../testing/clr.js'
import { until } from '../../testing/waiting.js'
import { asRoot } from '../../testing/needs.js'
import { processesOf } from '../../testing/processes.js'
import { choose, MISE, VERSION_MANAGERS, VOLTA, type VersionManager } from '../../testing/version-managers.js'

/** A HOME with a version manager, a shim `claude` on PATH, and a project in which to stand. */
class ShimScene extends ClrScene {
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
    symlinkSync(`${this.binOf('refreshes')}/claude`, this.at(folder, 'claude'))
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
    using scene = new ShimScene(manager)
    scene.chooseForUser(scene.program)
    expect(await scene.refreshInProject()).toMatchObject(refreshedBy(scene.program))
    expect(scene.leftovers).toEqual([])
  })

  it.each(['work/app', 'work'])(
    'is not followed to what a project in %s chooses, and nothing of it runs',
    async place => {
      using scene = new ShimScene(manager)
      scene.chooseForUser(scene.program)
      const other = scene.claudeAt('installs/18.0.0')
      scene.write(`${place}/${manager.projectFile}`, choose({ claude: other }, `: >${scene.at('ran')}`))
      const env = { NODENV_DIR: scene.at('work/app'), MISE_CD: scene.at('work/app') }
      expect(await scene.refreshInProject('', env)).toMatchObject(refreshedBy(scene.program))
      expect(existsSync(scene.at('ran'))).toBe(false)
    }
  )

  it('is passed over for the next claude on PATH if the user has chosen none', async () => {
    using scene = new ShimScene(manager)
    const next = scene.claudeAt('opt/bin')
    expect(await scene.refreshInProject(`:${scene.at('opt/bin')}`)).toMatchObject(refreshedBy(next))
  })

  it('is named, with its manager and what to put on PATH, if it leads to no program', async () => {
    using scene = new ShimScene(manager)
    const run = await scene.refreshInProject()
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'claude-not-found', claude: null } })
    expect(run.report).toMatchObject({
      message: expect.stringMatching(
        `^/.*shims.*/claude is a shim of ${manager.name}, and .${manager.name} which claude.|^/.*/.volta/bin/claude is a shim of volta, `
      ),
      remedy: expect.stringContaining(`export PATH="$(dirname "$(${manager.name} which claude)"):$PATH"`)
    })
    expect([scene.text('.claude/.credentials.json'), scene.leftovers]).toEqual([scene.originalText, []])
  })
})

describe('a shim', () => {
  it.each(VERSION_MANAGERS.filter(({ name }) => name !== 'mise'))('of mise may lead to one of $name', async manager => {
    using scene = new ShimScene(MISE)
    const [shims = '', ...more] = manager.install(scene, ['claude']).split(':')
    scene.chooseForUser(`${shims}/claude`)
    scene.write(manager.userFile, choose({ claude: scene.program }))
    expect(await scene.refreshInProject(`:${more.join(':')}`)).toMatchObject(refreshedBy(scene.program))
  })

  it('is not followed for ever in a circle', async () => {
    using scene = new ShimScene(MISE)
    scene.chooseForUser(scene.at('.local/share/mise/shims/claude'))
    expect(await scene.refreshInProject()).toMatchObject({ report: { reason: 'claude-not-found' } })
  })

  it.each(['work/app/volta', 'link', 'work/app/link', 'x/../work/more/volta'])(
    'is not followed to where a variable of the caller leads into the workspace: %s',
    async place => {
      using scene = new ShimScene(VOLTA)
      scene.chooseForUser(scene.program)
      const other = choose({ claude: scene.claudeAt('work/app/bin') })
      for (const folder of ['work/app', 'work/more', 'elsewhere'])
        scene.write(`${folder}/volta/tools/user/platform.json`, other)
      symlinkSync(scene.at('work/app/volta'), scene.at('link'))
      symlinkSync(scene.at('elsewhere/volta'), scene.at('work/app/link'))
      const env = { VOLTA_HOME: `${scene.path}/${place}`, GITHUB_WORKSPACE: scene.at('work') }
      expect(await scene.refreshInProject('', env)).toMatchObject(refreshedBy(scene.program))
    }
  )

  it('is followed to where such a variable leads if the caller stands in his home folder, as cron does', async () => {
    using scene = new ShimScene(VOLTA)
    scene.write('tools/tools/user/platform.json', choose({ claude: scene.program }))
    const PATH = `${scene.at('.volta/bin')}:/usr/bin:/bin`
    const run = await scene.clr(['refresh', '--json'], { env: { PATH, VOLTA_HOME: scene.at('tools') } })
    expect(run).toMatchObject(refreshedBy(scene.program))
  })
})

describe('a version manager that does not answer', () => {
  /** A scene in which mise says that it was asked, and hangs with a child of its own. */
  function sceneThatHangs(): ShimScene {
    const scene = new ShimScene(MISE)
    scene.write(MISE.userFile, `: >${scene.at('asked')}; sleep 600`)
    return scene
  }

  it('is given up after 5 s, however many shims it has on PATH', async () => {
    using scene = sceneThatHangs()
    const more = ['1', '2', '3', '4', '5', '6'].map(name => {
      scene.write(`${name}/README`, '')
      symlinkSync(scene.at('.local/bin/mise'), scene.at(name, 'claude'))
      return scene.at(name)
    })
    const run = await scene.refreshInProject(`:${more.join(':')}`)
    expect(run.report).toMatchObject({
      reason: 'claude-not-found',
      message: expect.stringMatching(/mise which claude`, outside of any project, did not answer within 5 s/)
    })
    expect(run.elapsedMs).toBeLessThan(20_000)
    await until(() => scene.leftovers.length === 0)
  })

  it('does not keep a run from ending at its deadline, and leaves nothing', async () => {
    using scene = sceneThatHangs()
    const run = await scene.refreshInProject('', { CLR_TIMEOUT: '1' })
    expect(run).toMatchObject({ exitCode: 2, report: { reason: 'timeout' } })
    expect(run.report).toMatchObject({ message: expect.stringContaining('did not send the refresh token') })
    expect(scene.text('.claude/.credentials.json')).toBe(scene.originalText)
    await until(() => scene.leftovers.length === 0)
  })

  it('does not keep a run from being cancelled', async () => {
    using scene = sceneThatHangs()
    const ended = scene.refreshInProject('', { CLR_TIMEOUT: '0' })
    await until(() => existsSync(scene.at('asked')))
    const [clr = 0] = processesOf(scene.path).filter(pid => readTextIfAny(`/proc/${pid}/cmdline`).includes('refresh'))
    process.kill(clr, 'SIGINT')
    expect(await ended).toMatchObject({ exitCode: 1, report: { reason: 'cancelled' } })
    await until(() => scene.leftovers.length === 0)
  })

  it('is ended if it says too much', async () => {
    using scene = new ShimScene(MISE)
    scene.write(MISE.userFile, 'exec yes')
    const { report } = await scene.refreshInProject()
    expect(report).toMatchObject({ message: expect.stringContaining('names no program') })
    await until(() => scene.leftovers.length === 0)
  })
})

describe('a version manager, while a run is traced', () => {
  it('is not asked: the trace shows its shim', async () => {
    using scene = new ShimScene(MISE)
    scene.write(MISE.userFile, `: >${scene.at('asked')}`)
    const shim = scene.at('.local/share/mise/shims/claude')
    const PATH = `${path.dirname(shim)}:/usr/bin:/bin`
    const { stderr } = await scene.clr(['refresh', '--trace', '--creds', 'none'], { env: { PATH } })
    expect(stderr).toContain(`\n# program: ${shim}, a shim of mise\n`)
    expect(existsSync(scene.at('asked'))).toBe(false)
  })
})

asRoot.describe('root in another user’s folder, with a shim on PATH', () => {
  const SOMEBODY = 12_345

  /** A scene of that user's, with a settings file of mise in which that manager notes as whom it was asked. */
  function sceneOfSomebody(): ShimScene {
    const scene = new ShimScene(MISE)
    chmodSync(scene.path, 0o755)
    for (const name of ['asked', 'notes']) scene.write(name, '', 0o666)
    symlinkSync(`${scene.binOf('says-who-it-is')}/claude`, scene.at('installs/claude'))
    scene.write(MISE.userFile, choose({ notes: scene.at('asked'), claude: scene.at('installs/claude') }), 0o644)
    for (const entry of ['.claude', '.claude/.credentials.json']) chownSync(scene.at(entry), SOMEBODY, SOMEBODY)
    return scene
  }

  it('asks its manager as that user, never as root', async () => {
    using scene = sceneOfSomebody()
    expect(await scene.refreshInProject()).toMatchObject(refreshedBy(scene.at('installs/claude')))
    expect(new Set(scene.text('asked').trim().split('\n'))).toEqual(new Set([String(SOMEBODY)]))
    expect(scene.text('notes')).toBe(`${SOMEBODY} ${SOMEBODY}\n`)
  })

  it('ends at its deadline if that manager does not answer', async () => {
    using scene = sceneOfSomebody()
    scene.write(MISE.userFile, 'sleep 600', 0o644)
    expect(await scene.refreshInProject('', { CLR_TIMEOUT: '1' })).toMatchObject({ report: { reason: 'timeout' } })
    await until(() => scene.leftovers.length === 0)
  })

  it('asks it as that user only, also while the run is traced', async () => {
    using scene = sceneOfSomebody()
    expect(await scene.refreshInProject('', { CLR_TRACE: '1' })).toMatchObject(refreshedBy(scene.at('installs/claude')))
    expect(new Set(scene.text('asked').trim().split('\n'))).toEqual(new Set([String(SOMEBODY)]))
  })

  it('says so if that user can’t read the settings of the manager', async () => {
    using scene = sceneOfSomebody()
    chmodSync(scene.at(MISE.userFile), 0o600)
    const run = await scene.refreshInProject()
    expect(run.report).toMatchObject({
      reason: 'claude-not-found',
      message: expect.stringContaining('is a shim of mise')
    })
    expect([scene.text('asked'), scene.text('notes')]).toEqual(['', ''])
  })

  it('is refused before anything is sent if that user can’t reach the shim, or the program', async () => {
    for (const place of ['.local/share/mise', 'installs']) {
      using scene = sceneOfSomebody()
      chmodSync(scene.at(place), 0o700)
      expect(await scene.refreshInProject()).toMatchObject({ exitCode: 1, report: { reason: 'creds-not-writable' } })
      expect(scene.text('notes')).toBe('')
    }
  })
})

describe('a claude that is a script in the user’s own folder', () => {
  const refreshBy = (scene: ClrScene, script: string) => {
    scene.write('bin/claude', script, 0o755)
    return scene.clr(['refresh', '--json'], { env: { PATH: `${scene.at('bin')}:/usr/bin:/bin` } })
  }

  it.each([
    ['"$HOME/.local/bin/claude"', '/bin/sh'],
    ['${HOME}/.local/bin/claude', '/usr/bin/env bash'],
    ['~/.local/bin/claude', '/bin/bash']
  ])('is followed if all it does is to run %s', async (program, shell) => {
    using scene = new ClrScene()
    scene.write('.local/bin/README', '')
    symlinkSync(`${scene.binOf('refreshes')}/claude`, scene.at('.local/bin/claude'))
    const run = await refreshBy(scene, `#!${shell}\n# For cron.\nset -e\n\nexec ${program} "$@"\n`)
    expect(run).toMatchObject(refreshedBy(scene.at('.local/bin/claude')))
  })

  it.each([
    'tool="$HOME/.local/bin/claude"\nexec "$tool" "$@"',
    'exec "$TOOLS/claude" "$@"',
    'claude-of-mine "$@"',
    '"$HOME/.local/bin/claude" "$@" || exit 1'
  ])('is said to be one if it does not find what it runs: %s', async body => {
    using scene = new ClrScene()
    const run = await refreshBy(scene, `#!/bin/bash\n${body}\n`)
    expect(run.report).toMatchObject({
      reason: 'claude-failed',
      message: expect.stringMatching(
        /^\/.*\/bin\/claude is a script that ended with exit status 1\d* before any exchange, perhaps because it needs your HOME or variables/
      ),
      remedy: expect.stringContaining('first on PATH')
    })
    expect([scene.text('.claude/.credentials.json'), scene.leftovers]).toEqual([scene.originalText, []])
  })

  it('is not said to need a HOME if it fails for another reason', async () => {
    using scene = new ClrScene()
    const run = await refreshBy(scene, '#!/bin/sh\necho "no licence" >&2; exit 3\n')
    expect(run.report).toMatchObject({
      reason: 'claude-failed',
      message: expect.stringMatching(/^`claude` ended with exit status 3 before any exchange/)
    })
  })
})
