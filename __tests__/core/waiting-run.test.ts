import { writeFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { Deadline } from '../../src/core/deadline.js'
import { whileLocked } from '../../src/core/locks/locks.js'
import { expectRefreshed } from '../../testing/expectations.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { refreshInProcess } from '../../testing/refresh-in-process.js'
import { OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'

const inMs = (ms: number): number => Date.now() + ms

/** Starts a refresh while another run holds the lock, which then writes a pair with these fields into the file. */
async function refreshBehindAnother(
  home: TestHome,
  claude: string,
  {
    minValidityMs = 0,
    ...fields
  }: { readonly expiresAt: unknown; readonly minValidityMs?: number; readonly refreshToken?: null }
) {
  const forever = { deadline: Deadline.after(0), cancel: new AbortController().signal }
  const { waiting } = await whileLocked(findCredentialsFile(home.creds), forever, async () => {
    const waiting = refreshInProcess(home, claude, { minValidityMs })
    await setImmediate() // until it has read the file, and waits for the lock
    writeFileSync(home.creds, sampleText({ ...OTHER_PAIR, ...fields }))
    return { waiting }
  })
  return waiting
}

describe('a run that waited for another', () => {
  it('reports the new pair of the other run as its own, without starting claude', async () => {
    using home = new TestHome()
    const { report } = await refreshBehindAnother(home, 'no-claude-at-all', { expiresAt: inMs(3_600_000) })
    expect(report).toMatchObject({ reason: 'refreshed', exitCode: 0, claude: null })
    expect([home.login, home.leftovers]).toMatchObject([OTHER_PAIR, []])
  })

  it.each([0, 7_200_000])(
    'reports a new pair of unknown expiry as its own, and sends nothing again (minimum validity: %i ms)',
    async minValidityMs => {
      using home = new TestHome(sampleText({ expiresAt: null }))
      const { report } = await refreshBehindAnother(home, 'no-claude-at-all', { expiresAt: 0, minValidityMs })
      expect(report).toMatchObject({ reason: 'refreshed', claude: null, expiresAt: null })
      expect(report.message).toMatch(/by another run .*not known/)
    }
  )

  it('does not report a login without a refresh token as refreshed', async () => {
    using home = new TestHome(sampleText({ expiresAt: 0 }))
    const setupToken = { expiresAt: inMs(90_000_000), refreshToken: null, minValidityMs: 3_600_000 }
    const { report } = await refreshBehindAnother(home, 'no-claude-at-all', setupToken)
    expect(report).toMatchObject({ reason: 'still-valid' })
  })

  it.each([
    ['expires within 5 minutes', 240_000],
    ['has expired', -60_000]
  ])('refreshes the pair of the other run, not the one before it, if it %s', async (_how, validForMs) => {
    using home = new TestHome()
    expectRefreshed(home, await refreshBehindAnother(home, 'notes-its-environment', { expiresAt: inMs(validForMs) }))
    expect(objectFrom(parseObject(home.text('notes')).login)).toMatchObject({ claudeAiOauth: OTHER_PAIR })
  })
})
