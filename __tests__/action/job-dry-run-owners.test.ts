import { chmodSync, chownSync, cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { DryJob, failureOf } from '../../testing/dry-job.js'
import { asRoot } from '../../testing/needs.js'
import { NODE24, smallClaude } from '../../testing/paths.js'
import type { Inputs } from '../../testing/runner-files.js'
import { OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'

const RUNNER = 1001
const SOMEBODY = 12_345

/** A job on a runner of uid 1001 whose steps run as root in a container. */
class ContainerJob extends DryJob {
  constructor(inputs: Inputs = {}, PATH?: string) {
    super(inputs, PATH === undefined ? {} : { PATH })
    chmodSync(this.path, 0o777)
    this.write('notes', '', 0o666)
  }

  /** A folder of another user, with a login in its file unless it is left out. */
  folderOf(uid: number, mode = 0o700, text: string | null = sampleText()): string {
    const folder = this.at('theirs')
    mkdirSync(folder)
    const creds = path.join(folder, '.credentials.json')
    if (text !== null) chownSync(this.write('theirs/.credentials.json', text), uid, uid)
    chmodSync(folder, mode)
    chownSync(folder, uid, uid)
    return creds
  }

  override get isClaudeStarted(): boolean {
    return this.text('notes') !== ''
  }
}

asRoot.describe('a dry run of root in a folder of another user', () => {
  it('is ready, names claude, and leaves every file and owner as it is', async () => {
    using job = new ContainerJob()
    const creds = job.folderOf(SOMEBODY)
    const before = job.files
    const { outputs, stdout } = await job.dry({ creds })
    expect(outputs).toMatchObject({ reason: 'ready', creds })
    expect(stdout).toMatch(/^checked: claude is \/.*notes-its-user\/claude$/m)
    expect([job.files, job.isClaudeStarted]).toEqual([before, false])
    expect((await job.real({ creds })).outputs.reason).toBe('refreshed')
    expect(job.text('notes').trim()).toBe(`${SOMEBODY} ${SOMEBODY}`)
  })

  it.each([
    ['that this user may not write to', 0o500],
    ['that everybody may write to', 0o777]
  ])('fails like the real run that follows, in a folder %s', async (_what, mode) => {
    using job = new ContainerJob()
    const creds = job.folderOf(SOMEBODY, mode)
    const before = job.files
    const dry = await job.dry({ creds })
    expect(job.files).toEqual(before)
    expect(dry.outputs.reason).toBe('creds-not-writable')
    expect(failureOf(dry)).toEqual(failureOf(await job.real({ creds })))
  })

  it('fails like the real run that follows, if that user may not run claude', async () => {
    using job = new ContainerJob()
    const creds = job.folderOf(SOMEBODY)
    cpSync(smallClaude('refreshes'), job.at('bin'), { recursive: true })
    chmodSync(job.at('bin'), 0o700)
    const PATH = [job.at('bin'), path.dirname(NODE24), '/usr/bin', '/bin'].join(':')
    const dry = await job.main({ creds, 'dry-run': 'true' }, { PATH })
    expect(dry.outputs.reason).toBe('creds-not-writable')
    expect(failureOf(dry)).toEqual(failureOf(await job.main({ creds }, { PATH })))
  })

  it('is ready without claude if a pair waits that is still valid, like the real run that follows', async () => {
    using job = new ContainerJob({}, '/usr/bin:/bin')
    const creds = job.folderOf(SOMEBODY)
    const name = `theirs/.credentials.json.clr/rescue-20261126T000000Z-${fingerprint(OLD_PAIR)}.json`
    for (const entry of [job.write(name, sampleText(OTHER_PAIR)), path.dirname(job.at(name))]) {
      chownSync(entry, SOMEBODY, SOMEBODY)
    }
    const { outputs, stdout } = await job.dry({ creds })
    expect(outputs.reason).toBe('ready')
    expect(stdout).toContain('the run after it would fail: there is no `claude` on PATH')
    expect((await job.real({ creds })).outputs.reason).toBe('recovered')
  })

  it('fails like the real run that follows, if there is no claude', async () => {
    using job = new ContainerJob({}, '/usr/bin:/bin')
    const creds = job.folderOf(SOMEBODY)
    const dry = await job.dry({ creds })
    expect(dry.outputs.reason).toBe('claude-not-found')
    expect(failureOf(dry)).toEqual(failureOf(await job.real({ creds })))
  })
})

asRoot.describe('a dry run of root with creds-json', () => {
  it('is ready for the runner’s own folder, and for a new folder in it', async () => {
    using job = new ContainerJob({ 'creds-json': sampleText() })
    chownSync(job.path, RUNNER, RUNNER) // RUNNER_TEMP is the runner's
    const inFolder = job.folderOf(RUNNER, 0o755, null)
    const before = job.files
    for (const creds of [inFolder, job.at('theirs/new/.credentials.json')]) {
      expect((await job.dry({ creds })).outputs).toMatchObject({ reason: 'ready', creds })
    }
    expect([job.files, job.isClaudeStarted]).toEqual([before, false])
  })

  it.each([
    ['an empty file in a folder of that user', ''],
    ['a folder of that user', null]
  ])(
    'is refused like the real step that follows, if it would give the login to another user: %s',
    async (_what, text) => {
      using job = new ContainerJob({ 'creds-json': sampleText() })
      const creds = job.folderOf(SOMEBODY, 0o700, text)
      const before = job.files
      const dry = await job.dry({ creds })
      expect(dry.outputs.reason).toBe('creds-not-writable')
      expect(job.files).toEqual(before)
      expect(failureOf(dry)).toEqual(failureOf(await job.real({ creds })))
    }
  )
})
