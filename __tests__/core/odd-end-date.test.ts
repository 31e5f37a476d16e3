import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'

const END_MS = Date.UTC(2027, 5, 1)

describe('a new pair with an end date that makes no sense', () => {
  it.each([1e20, -1, 'soon'])('is kept, and so is the end date of the file: %j', async refreshTokenExpiresAt => {
    using home = new TestHome(sampleText({ refreshTokenExpiresAt: END_MS }))
    const stores = { LC_STORES: JSON.stringify({ refreshTokenExpiresAt }) }
    const { report } = await home.refresh('stores-what-is-asked', [], stores)
    expect(report).toMatchObject({ reason: 'refreshed', loginExpiresAt: '2027-06-01T00:00:00.000Z' })
    expect(home.login).toMatchObject({ ...NEW_PAIR, refreshTokenExpiresAt: END_MS })
    const next = await home.refresh('no-claude-at-all', ['--min-validity', '1h'])
    expect(next.report).toMatchObject({ reason: 'still-valid' })
  })
})
