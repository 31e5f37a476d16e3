import { writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { Deadline } from '../../src/core/deadline.js'
import { whileLocked } from '../../src/core/locks/locks.js'
import { refresh } from '../../src/core/refresh.js'
import type { RefreshReport } from '../../src/core/report.js'
import { ClrScene } from '../../testing/clr.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'

const NEVER = new AbortController().signal
const OTHER_PAIR = { accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' }

const inMs = (ms: number): number => Date.now() + ms

/** Begins a refresh while another run is at work, which then puts a pair with this expiry into the file. */
async function refreshBehindAnother(
  scene: ClrScene,
  claude: string,
  {
    minValidityMs = 0,
    ...fields
  }: { readonly expiresAt: unknown; readonly minValidityMs?: number; readonly refreshToken?: null }
): Promise<RefreshReport> {
  const forever = { deadline: Deadline.after(0), cancel: NEVER }
  const environment = { PATH: `${scene.binOf(claude)}:/usr/bin:/bin`, LC_NOTES: scene.notesPath }
  const options = {
    credsPath: scene.creds,
    timeoutSeconds: 0,
    minValidityMs,
    cancel: NEVER,
    insist: NEVER,
    environment
  }
  const { waiting } = await whileLocked(findCredentialsFile(scene.creds), forever, () => {
    // By the time this returns the file has been read, and the lock was not free.
    const waiting = refresh(options, { trace: () => undefined, claudeOutput: () => undefined })
    writeFileSync(scene.creds, sampleText({ ...OTHER_PAIR, ...fields }))
    return Promise.resolve({ waiting })
  })
  return waiting
}

describe('a run that waited for another', () => {
  it('takes the pair that the other one has got for its own, and starts no claude', async () => {
    using scene = new ClrScene()
    const report = await refreshBehindAnother(scene, 'no-claude-at-all', { expiresAt: inMs(3_600_000) })
    expect(report).toMatchObject({ reason: 'refreshed', exitCode: 0, claude: null })
    expect([scene.login, scene.leftovers]).toMatchObject([OTHER_PAIR, []])
  })

  it.each([0, 7_200_000])(
    'takes it too if nothing tells when it expires, and sends nothing again: min-validity %i',
    async minValidityMs => {
      using scene = new ClrScene(sampleText({ expiresAt: null }))
      const report = await refreshBehindAnother(scene, 'no-claude-at-all', { expiresAt: 0, minValidityMs })
      expect(report).toMatchObject({ reason: 'refreshed', claude: null, expiresAt: null })
      expect(report.message).toMatch(/by another run .*not known/)
    }
  )

  it('takes a login without a refresh token for what it is, not for one that another has refreshed', async () => {
    using scene = new ClrScene(sampleText({ expiresAt: 0 }))
    const setupToken = { expiresAt: inMs(90_000_000), refreshToken: null }
    const report = await refreshBehindAnother(scene, 'no-claude-at-all', { ...setupToken, minValidityMs: 3_600_000 })
    expect(report).toMatchObject({ reason: 'still-valid' })
  })

  it.each([
    ['is good for less than 5 minutes', 240_000],
    ['has expired', -60_000]
  ])('refreshes that pair, not the one that it saw first, if it %s', async (_how, goodForMs) => {
    using scene = new ClrScene()
    const report = await refreshBehindAnother(scene, 'takes-notes', { expiresAt: inMs(goodForMs) })
    expect(report).toMatchObject({ reason: 'refreshed', exitCode: 0 })
    expect(objectFrom(parseObject(scene.text('notes')).login)).toMatchObject({ claudeAiOauth: OTHER_PAIR })
    expect([scene.login, scene.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})
