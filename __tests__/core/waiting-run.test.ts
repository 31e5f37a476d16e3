import { writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { Deadline } from '../../src/core/deadline.js'
import { whileLocked } from '../../src/core/locks/locks.js'
import { refresh } from '../../src/core/refresh.js'
import type { RefreshReport } from '../../src/core/report.js'
import { smallClaude } from '../../testing/paths.js'
import { TestHome } from '../../testing/test-home.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'

const NEVER = new AbortController().signal
const OTHER_PAIR = { accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' }

const inMs = (ms: number): number => Date.now() + ms

/** Begins a refresh while another run is at work, which then puts a pair with this expiry into the file. */
async function refreshBehindAnother(
  home: TestHome,
  claude: string,
  {
    minValidityMs = 0,
    ...fields
  }: { readonly expiresAt: unknown; readonly minValidityMs?: number; readonly refreshToken?: null }
): Promise<RefreshReport> {
  const forever = { deadline: Deadline.after(0), cancel: NEVER }
  const environment = { PATH: `${smallClaude(claude)}:/usr/bin:/bin`, LC_NOTES: home.notesPath }
  const options = {
    credsPath: home.creds,
    timeoutSeconds: 0,
    minValidityMs,
    cancel: NEVER,
    insist: NEVER,
    environment
  }
  const { waiting } = await whileLocked(findCredentialsFile(home.creds), forever, () => {
    // By the time this returns the file has been read, and the lock was not free.
    const waiting = refresh(options, { trace: () => undefined, claudeOutput: () => undefined })
    writeFileSync(home.creds, sampleText({ ...OTHER_PAIR, ...fields }))
    return Promise.resolve({ waiting })
  })
  return waiting
}

describe('a run that waited for another', () => {
  it('takes the pair that the other one has got for its own, and starts no claude', async () => {
    using home = new TestHome()
    const report = await refreshBehindAnother(home, 'no-claude-at-all', { expiresAt: inMs(3_600_000) })
    expect(report).toMatchObject({ reason: 'refreshed', exitCode: 0, claude: null })
    expect([home.login, home.leftovers]).toMatchObject([OTHER_PAIR, []])
  })

  it.each([0, 7_200_000])(
    'takes it too if nothing tells when it expires, and sends nothing again: min-validity %i',
    async minValidityMs => {
      using home = new TestHome(sampleText({ expiresAt: null }))
      const report = await refreshBehindAnother(home, 'no-claude-at-all', { expiresAt: 0, minValidityMs })
      expect(report).toMatchObject({ reason: 'refreshed', claude: null, expiresAt: null })
      expect(report.message).toMatch(/by another run .*not known/)
    }
  )

  it('takes a login without a refresh token for what it is, not for one that another has refreshed', async () => {
    using home = new TestHome(sampleText({ expiresAt: 0 }))
    const setupToken = { expiresAt: inMs(90_000_000), refreshToken: null }
    const report = await refreshBehindAnother(home, 'no-claude-at-all', { ...setupToken, minValidityMs: 3_600_000 })
    expect(report).toMatchObject({ reason: 'still-valid' })
  })

  it.each([
    ['is good for less than 5 minutes', 240_000],
    ['has expired', -60_000]
  ])('refreshes that pair, not the one that it saw first, if it %s', async (_how, goodForMs) => {
    using home = new TestHome()
    const report = await refreshBehindAnother(home, 'takes-notes', { expiresAt: inMs(goodForMs) })
    expect(report).toMatchObject({ reason: 'refreshed', exitCode: 0 })
    expect(objectFrom(parseObject(home.text('notes')).login)).toMatchObject({ claudeAiOauth: OTHER_PAIR })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })
})
