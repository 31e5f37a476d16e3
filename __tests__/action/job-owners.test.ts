import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { asRoot } from '../../testing/needs.js'
import { sampleText } from '../../testing/sample-login.js'
import { Job } from '../../testing/job.js'

const GIVEN = { 'creds-json': sampleText() }
const RUNNER = 1001
const SOMEBODY = 12_345

/** A job on a runner of uid 1001 whose steps run as root in a container: `/__w/_temp` is the runner's. */
class ContainerJob extends Job {
  readonly runnerTemp = this.at('_temp')

  constructor() {
    super('notes-its-user')
    chmodSync(this.path, 0o777)
    mkdirSync(this.runnerTemp, { mode: 0o755 })
    chownSync(this.runnerTemp, RUNNER, RUNNER)
  }

  get variables(): NodeJS.ProcessEnv {
    return { RUNNER_TEMP: this.runnerTemp }
  }

  /** The user as whom `claude` ran, and the owner of its HOME. */
  get ranAs(): string | null {
    return existsSync(this.at('notes')) ? this.text('notes').trim() : null
  }
}

asRoot.describe('creds-json, for root in a container', () => {
  it('becomes root’s file in a new folder in the runner’s folder', async () => {
    using job = new ContainerJob()
    const creds = `${job.runnerTemp}/claude/.credentials.json`
    const { outputs } = await job.main({ ...GIVEN, creds }, job.variables)
    expect(outputs).toMatchObject({ reason: 'refreshed' })
    expect(statSync(creds)).toMatchObject({ uid: 0 })
    expect(job.ranAs).toBe('0 0')
    expect(await job.post({ ...GIVEN, creds }, job.variables)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(existsSync(creds)).toBe(false)
  })

  it('becomes the runner’s file in the runner’s own folder, since the runner already has the login', async () => {
    using job = new ContainerJob()
    const creds = `${job.runnerTemp}/c.json`
    const { outputs } = await job.main({ ...GIVEN, creds }, job.variables)
    expect(outputs).toMatchObject({ reason: 'refreshed' })
    expect(statSync(creds)).toMatchObject({ uid: RUNNER })
    expect(job.ranAs).toBe(`${RUNNER} ${RUNNER}`)
    expect(await job.post({ ...GIVEN, creds }, job.variables)).toMatchObject({ exitCode: 0, stdout: '' })
    expect([existsSync(creds), existsSync(`${creds}.clr`)]).toEqual([false, false])
  })

  it('is not reported as a bug if a later step puts a loop of links in its place, in the runner’s folder', async () => {
    using job = new ContainerJob()
    const creds = `${job.runnerTemp}/c.json`
    await job.main({ ...GIVEN, creds }, job.variables)
    rmSync(creds)
    symlinkSync('c.json', creds)
    const post = await job.post({ ...GIVEN, creds }, job.variables)
    expect(post.stdout).not.toContain('internal')
  })

  it.each([
    ['in a folder of that user', SOMEBODY, 0o700, `belongs to another user (uid ${SOMEBODY})`],
    ['in a folder of root that everybody may write to', 0, 0o1777, `belongs to uid ${SOMEBODY}`]
  ])('is never given to another user, who has left an empty file %s', async (_where, owner, mode, why) => {
    using job = new ContainerJob()
    job.writeCredentials('')
    chownSync(job.creds, SOMEBODY, SOMEBODY)
    chownSync(job.at('.claude'), owner, owner)
    chmodSync(job.at('.claude'), mode)
    const { exitCode, outputs, stdout } = await job.main(GIVEN, job.variables)
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 1, outputs: { reason: 'creds-not-writable' } })
    expect(stdout).toContain(why)
    expect(readFileSync(job.creds, 'utf8')).toBe('')
    expect(job.ranAs).toBeNull()
    expect(await job.post(GIVEN, job.variables)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(job.leftovers).toEqual([])
  })

  it('is never given to another user, who has an empty file in a folder of root', async () => {
    using job = new ContainerJob()
    job.writeCredentials('')
    chmodSync(job.at('.claude'), 0o755)
    chownSync(job.creds, SOMEBODY, SOMEBODY)
    const { outputs } = await job.main(GIVEN, job.variables)
    expect(outputs).toMatchObject({ reason: 'creds-not-writable' })
    expect([readFileSync(job.creds, 'utf8'), job.ranAs]).toEqual(['', null])
  })
})
