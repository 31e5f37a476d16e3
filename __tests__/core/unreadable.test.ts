import { chmodSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ClrScene, faultAt } from '../../testing/clr.js'
import { parseObject } from '../../testing/json-object.js'
import { asOrdinaryUser } from '../../testing/needs.js'
import { NEW_PAIR, sampleLogin } from '../../testing/sample-login.js'

const WORK_FOLDER = '.claude/.credentials.json.clr'

/** The only isolated HOME that a run has left. */
function homeIn(scene: ClrScene): string {
  const [home = ''] = scene.names(WORK_FOLDER).filter(name => name.startsWith('home-'))
  return scene.at(WORK_FOLDER, home)
}

/** Makes the file in an isolated HOME readable again, with the new pair in it. */
function repair(home: string): void {
  const file = path.join(home, '.claude/.credentials.json')
  rmSync(file)
  const login = sampleLogin({ ...NEW_PAIR, expiresAt: Date.now() + 8 * 3_600_000 })
  writeFileSync(file, JSON.stringify({ claudeAiOauth: login }), { mode: 0o600 })
}

describe('an isolated HOME that cannot be read', () => {
  it('is kept, and named, since the only new pair may be in it', async () => {
    using scene = new ClrScene()
    const run = await scene.refresh('leaves-a-link-loop')
    const home = homeIn(scene)
    expect(run).toMatchObject({
      exitCode: 1,
      report: { reason: 'not-refreshed', message: expect.stringContaining(home) }
    })
    expect(run.report).toMatchObject({ message: expect.stringContaining('ELOOP') })
  })

  it('keeps the next run from sending the old token, until it can be read and is recovered', async () => {
    using scene = new ClrScene()
    await scene.refresh('leaves-a-link-loop')
    const home = homeIn(scene)
    const refused = await scene.refresh('leaves-a-link-loop')
    expect(refused).toMatchObject({
      exitCode: 1,
      report: { reason: 'creds-unreadable', message: expect.stringContaining(home) }
    })
    expect(readFileSync(scene.notesPath, 'utf8')).toBe('called\n')
    expect(readFileSync(scene.creds, 'utf8')).toBe(scene.originalText)
    repair(home)
    expect(await scene.refresh('leaves-a-link-loop')).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect(scene.login).toMatchObject(NEW_PAIR)
    expect(scene.leftovers).toEqual([])
  })

  it.each(['run.json', 'claude.stat'])('is not taken for one in which nothing was spent: %s', async name => {
    using scene = new ClrScene()
    await scene.refresh('leaves-a-link-loop')
    const home = homeIn(scene)
    repair(home)
    const text = readFileSync(path.join(home, name), 'utf8')
    rmSync(path.join(home, name))
    symlinkSync(name, path.join(home, name))
    expect(await scene.refresh('refreshes')).toMatchObject({ report: { reason: 'creds-unreadable' } })
    rmSync(path.join(home, name))
    writeFileSync(path.join(home, name), text, { mode: 0o600 })
    expect(await scene.refresh('refreshes')).toMatchObject({ report: { reason: 'recovered' } })
  })
})

describe('what a run reads beside the file', () => {
  asOrdinaryUser.it(
    'is never taken for missing: a rescue file without the right to read it stops the run',
    async () => {
      using scene = new ClrScene()
      const rescue = scene.write(`${WORK_FOLDER}/rescue-20261126T000000Z-${'0'.repeat(64)}.json`, '')
      chmodSync(rescue, 0o000)
      expect(await scene.refresh('refreshes')).toMatchObject({ exitCode: 1, report: { reason: 'creds-unreadable' } })
      expect(readFileSync(scene.creds, 'utf8')).toBe(scene.originalText)
    }
  )

  it.each(['refresh', 'recover'])('stops %s with a reason if the disk fails at a rescue file', async command => {
    using scene = new ClrScene()
    const rescue = `rescue-20261126T000000Z-${'0'.repeat(64)}.json`
    scene.write(`${WORK_FOLDER}/${rescue}`, '')
    const run = await scene.clr([command, '--json'], { claude: 'refreshes', env: faultAt('lstatSync', rescue, 'EIO') })
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-unreadable' } })
    expect(run.report).toMatchObject({
      message: expect.stringMatching(/EIO.*this run did not send the refresh token$/)
    })
    expect(readFileSync(scene.creds, 'utf8')).toBe(scene.originalText)
  })

  it('is never taken for missing: the file itself at the write-back', async () => {
    using scene = new ClrScene()
    const run = await scene.refresh('refreshes-while-the-file-changes', [], { LC_MEANWHILE: 'LOOP' })
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'write-back-failed' } })
    const rescued = scene.names(WORK_FOLDER).filter(name => name.startsWith('rescue-'))
    expect(parseObject(scene.text(`${WORK_FOLDER}/${rescued[0] ?? ''}`))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})
