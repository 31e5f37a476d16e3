import { describe, expect, it } from '@jest/globals'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'

const OTHER_PAIR = { accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' }

describe('a refresh that recovers a pair of an earlier run', () => {
  it.each([
    ['goes on to refresh that pair if it has expired', -3_600_000, 'refreshed', NEW_PAIR],
    ['goes on to refresh that pair if it is good for less than 5 minutes', 240_000, 'refreshed', NEW_PAIR],
    ['is done if that pair is good for longer', 3_600_000, 'recovered', OTHER_PAIR]
  ])('%s', async (_what, goodForMs, reason, pair) => {
    using home = new TestHome()
    const rescue = `.claude/.credentials.json.clr/rescue-20261126T000000Z-${fingerprint(OLD_PAIR)}.json`
    home.write(rescue, sampleText({ ...OTHER_PAIR, expiresAt: Date.now() + goodForMs }))
    const { report } = await home.refresh('refreshes')
    expect([report, home.login, home.leftovers]).toMatchObject([{ reason }, pair, []])
  })
})
