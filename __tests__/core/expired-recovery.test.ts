import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { NEW_PAIR, OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'

describe('a refresh that finds tokens in a rescue file', () => {
  it.each([
    ['refreshes them if they have expired', -3_600_000, 'refreshed', NEW_PAIR],
    ['refreshes them if they expire within 5 minutes', 240_000, 'refreshed', NEW_PAIR],
    ['only puts them back if they are valid for longer', 3_600_000, 'recovered', OTHER_PAIR]
  ])('%s', async (_what, validForMs, reason, pair) => {
    using home = new TestHome()
    home.writeRescue(sampleText({ ...OTHER_PAIR, expiresAt: Date.now() + validForMs }), fingerprint(OLD_PAIR))
    const { report } = await home.refresh('refreshes')
    expect([report, home.login, home.leftovers]).toMatchObject([{ reason }, pair, []])
  })
})
