import { chmodSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { TestHome, faultAt } from '../../testing/test-home.js'
import { parseObject } from '../../testing/json-object.js'
import { asOrdinaryUser } from '../../testing/needs.js'
import { NEW_PAIR, sampleLogin } from '../../testing/sample-login.js'

const WORK_FOLDER = '.claude/.credentials.json.clr'

/** The only isolated HOME that a run has left. */
function homeIn(home: TestHome): string {
  const [isolated = ''] = home.isolatedHomes
  return isolated
}

/** Makes the file in an isolated HOME readable again, with the new pair in it. */
function repair(isolated: string): void {
  const file = path.join(isolated, '.claude/.credentials.json')
  rmSync(file)
  const login = sampleLogin({ ...NEW_PAIR, expiresAt: Date.now() + 8 * 3_600_000 })
  writeFileSync(file, JSON.stringify({ claudeAiOauth: login }), { mode: 0o600 })
}

describe('an isolated HOME that cannot be read', () => {
  it('is kept, and named, since the only new pair may be in it', async () => {
    using home = new TestHome()
    const run = await home.refresh('leaves-a-link-loop')
    const isolated = homeIn(home)
    expect(run).toMatchObject({
      exitCode: 1,
      report: { reason: 'not-refreshed', message: expect.stringContaining(isolated) }
    })
    expect(run.report).toMatchObject({ message: expect.stringContaining('ELOOP') })
  })

  it('keeps the next run from sending the old token, until it can be read and is recovered', async () => {
    using home = new TestHome()
    await home.refresh('leaves-a-link-loop')
    const isolated = homeIn(home)
    const refused = await home.refresh('leaves-a-link-loop')
    expect(refused).toMatchObject({
      exitCode: 1,
      report: { reason: 'creds-unreadable', message: expect.stringContaining(isolated) }
    })
    expect(readFileSync(home.notesPath, 'utf8')).toBe('called\n')
    expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
    repair(isolated)
    expect(await home.refresh('leaves-a-link-loop')).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(home.leftovers).toEqual([])
  })

  it.each(['run.json', 'claude.stat'])('is not taken for one in which nothing was spent: %s', async name => {
    using home = new TestHome()
    await home.refresh('leaves-a-link-loop')
    const isolated = homeIn(home)
    repair(isolated)
    const text = readFileSync(path.join(isolated, name), 'utf8')
    rmSync(path.join(isolated, name))
    symlinkSync(name, path.join(isolated, name))
    expect(await home.refresh('refreshes')).toMatchObject({ report: { reason: 'creds-unreadable' } })
    rmSync(path.join(isolated, name))
    writeFileSync(path.join(isolated, name), text, { mode: 0o600 })
    expect(await home.refresh('refreshes')).toMatchObject({ report: { reason: 'recovered' } })
  })
})

describe('what a run reads beside the file', () => {
  asOrdinaryUser.it(
    'is never taken for missing: a rescue file without the right to read it stops the run',
    async () => {
      using home = new TestHome()
      const rescue = home.write(`${WORK_FOLDER}/rescue-20261126T000000Z-${'0'.repeat(64)}.json`, '')
      chmodSync(rescue, 0o000)
      expect(await home.refresh('refreshes')).toMatchObject({ exitCode: 1, report: { reason: 'creds-unreadable' } })
      expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
    }
  )

  it.each(['refresh', 'recover'])('stops %s with a reason if the disk fails at a rescue file', async command => {
    using home = new TestHome()
    const rescue = `rescue-20261126T000000Z-${'0'.repeat(64)}.json`
    home.write(`${WORK_FOLDER}/${rescue}`, '')
    const run = await home.clr([command, '--json'], { claude: 'refreshes', env: faultAt('lstatSync', rescue, 'EIO') })
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-unreadable' } })
    expect(run.report).toMatchObject({
      message: expect.stringMatching(/EIO.*this run did not send the refresh token$/)
    })
    expect(readFileSync(home.creds, 'utf8')).toBe(home.originalText)
  })

  it('is never taken for missing: the file itself at the write-back', async () => {
    using home = new TestHome()
    const run = await home.refresh('refreshes-while-the-file-changes', [], { LC_MEANWHILE: 'LOOP' })
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'write-back-failed' } })
    const rescued = home.names(WORK_FOLDER).filter(name => name.startsWith('rescue-'))
    expect(parseObject(home.text(`${WORK_FOLDER}/${rescued[0] ?? ''}`))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})
