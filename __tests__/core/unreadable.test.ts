import { chmodSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseObject } from '../../testing/json-object.js'
import { asOrdinaryUser } from '../../testing/needs.js'
import { NEW_PAIR, sampleLogin } from '../../testing/sample-login.js'
import { CREDENTIALS, faultAt, TestHome, WORK_FOLDER } from '../../testing/test-home.js'

const unreadable = (message: unknown = expect.any(String)) => ({
  exitCode: 1,
  report: { reason: 'creds-unreadable', message }
})
const RECOVERED = { exitCode: 0, report: { reason: 'recovered' } }

/** Refreshes by a `claude` that leaves an isolated HOME which cannot be read: its credentials file is a link to itself. */
async function refreshLeavingLoop(home: TestHome) {
  const run = await home.refresh('leaves-a-link-loop')
  const [isolated = 'no isolated HOME'] = home.isolatedHomes
  return { run, isolated }
}

/** Makes the credentials file in an isolated HOME readable again, with the new pair in it. */
function repair(isolated: string): void {
  const file = path.join(isolated, CREDENTIALS)
  rmSync(file)
  const login = sampleLogin({ ...NEW_PAIR, expiresAt: Date.now() + 8 * 3_600_000 })
  writeFileSync(file, JSON.stringify({ claudeAiOauth: login }), { mode: 0o600 })
}

describe('an isolated HOME that cannot be read', () => {
  it('is kept and named in the message, since it may hold the only copy of the new pair', async () => {
    using home = new TestHome()
    const { run, isolated } = await refreshLeavingLoop(home)
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'not-refreshed' } })
    for (const part of [isolated, 'ELOOP']) {
      expect(run.report).toMatchObject({ message: expect.stringContaining(part) })
    }
  })

  it('stops the next run from sending the old token, until it is readable and recovered', async () => {
    using home = new TestHome()
    const { isolated } = await refreshLeavingLoop(home)
    expect(await home.refresh('leaves-a-link-loop')).toMatchObject(unreadable(expect.stringContaining(isolated)))
    expect([home.text('notes'), home.text(CREDENTIALS)]).toEqual(['called\n', home.originalText])
    repair(isolated)
    expect(await home.refresh('leaves-a-link-loop')).toMatchObject(RECOVERED)
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it.each(['run.json', 'claude.stat'])('is not treated as one without an exchange: %s', async name => {
    using home = new TestHome()
    const { isolated } = await refreshLeavingLoop(home)
    repair(isolated)
    const file = path.join(isolated, name)
    const text = readFileSync(file, 'utf8')
    rmSync(file)
    symlinkSync(name, file)
    expect(await home.refresh('refreshes')).toMatchObject(unreadable())
    rmSync(file)
    writeFileSync(file, text, { mode: 0o600 })
    expect(await home.refresh('refreshes')).toMatchObject(RECOVERED)
  })
})

describe('a file that cannot be read', () => {
  asOrdinaryUser.it('is not treated as missing: a rescue file that this user may not read', async () => {
    using home = new TestHome()
    chmodSync(home.writeRescue(''), 0o000)
    expect(await home.refresh('refreshes')).toMatchObject(unreadable())
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
  })

  it.each(['refresh', 'recover'])('stops clr %s if the disk fails at a rescue file', async command => {
    using home = new TestHome()
    const env = faultAt('lstatSync', path.basename(home.writeRescue('')), 'EIO')
    const run = await home.clr([command, '--json'], { claude: 'refreshes', env })
    expect(run).toMatchObject(unreadable(expect.stringMatching(/EIO.*this run did not use the refresh token$/)))
    const remedy = 'Check the disk, or the network file system (`dmesg`).'
    expect(run.report).toMatchObject({ remedy })
    expect(home.text(CREDENTIALS)).toBe(home.originalText)
  })

  it('is not treated as missing: the credentials file at the write-back', async () => {
    using home = new TestHome()
    const run = await home.refresh('refreshes-while-the-file-changes', [], { LC_MEANWHILE: 'LOOP' })
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'write-back-failed' } })
    const rescued = home.names(WORK_FOLDER).filter(name => name.startsWith('rescue-'))
    expect(parseObject(home.text(`${WORK_FOLDER}/${rescued[0] ?? ''}`))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})
