import { writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/refresh/credentials/credentials-path.js'
import { Deadline } from '../../src/refresh/deadline.js'
import { whileLocked } from '../../src/refresh/locks/locks.js'
import { refresh } from '../../src/refresh/refresh.js'
import type { RefreshReport } from '../../src/refresh/report.js'
import { ClrScene } from '../fixtures/clr.js'
import { objectFrom, parseObject } from '../fixtures/json-object.js'
import { NEW_PAIR, sampleText } from '../fixtures/sample-login.js'

const NEVER = new AbortController().signal
const OTHER_PAIR = { accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' }

/** Begins a refresh while another run is at work, which then puts a pair into the file that is good for so long. */
async function refreshBehindAnother(scene: ClrScene, claude: string, goodForMs: number): Promise<RefreshReport> {
  const forever = { deadline: Deadline.after(0), cancel: NEVER }
  const environment = { PATH: `${scene.binOf(claude)}:/usr/bin:/bin`, LC_NOTES: scene.notesPath }
  const options = {
    credsPath: scene.creds,
    timeoutSeconds: 0,
    minValidityMs: 0,
    cancel: NEVER,
    insist: NEVER,
    environment
  }
  const { waiting } = await whileLocked(findCredentialsFile(scene.creds), forever, () => {
    // By the time this returns the file has been read, and the lock was not free.
    const waiting = refresh(options, { trace: () => undefined, claudeOutput: () => undefined })
    writeFileSync(scene.creds, sampleText({ ...OTHER_PAIR, expiresAt: Date.now() + goodForMs }))
    return Promise.resolve({ waiting })
  })
  return waiting
}

describe('a run that waited for another', () => {
  it('takes the pair that the other one has got for its own, and starts no claude', async () => {
    using scene = new ClrScene()
    const report = await refreshBehindAnother(scene, 'no-claude-at-all', 3_600_000)
    expect(report).toMatchObject({ reason: 'refreshed', exitCode: 0, claude: null })
    expect([scene.login, scene.leftovers]).toMatchObject([OTHER_PAIR, []])
  })

  it('refreshes that pair if it has expired', async () => {
    using scene = new ClrScene()
    const report = await refreshBehindAnother(scene, 'refreshes', -3_600_000)
    expect(report).toMatchObject({ reason: 'refreshed', exitCode: 0, claude: expect.anything() })
    expect([scene.login, scene.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('refreshes that pair, not the one that it saw first, if it is good for less than 5 minutes', async () => {
    using scene = new ClrScene()
    const report = await refreshBehindAnother(scene, 'takes-notes', 240_000)
    expect(report).toMatchObject({ reason: 'refreshed', exitCode: 0 })
    expect(objectFrom(parseObject(scene.text('notes')).login)).toMatchObject({ claudeAiOauth: OTHER_PAIR })
    expect([scene.login, scene.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})
