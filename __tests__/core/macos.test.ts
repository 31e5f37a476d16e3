import { describe, expect, it } from '@jest/globals'
import { AS_ON_MACOS } from '../../testing/mac.js'
import { TestHome } from '../../testing/test-home.js'

describe('the isolated claude on macOS', () => {
  it('finds no login in the Keychain, since with any other answer the newest CLI makes no exchange', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('asks-the-keychain', [], AS_ON_MACOS)
    expect(report).toMatchObject({ reason: 'refreshed' })
    expect(home.text('notes')).toBe('44\n')
  })

  it('gets the disk space that was reserved for its new tokens', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('waits-for-disk-space', ['--timeout=20'], AS_ON_MACOS)
    expect(report).toMatchObject({ reason: 'refreshed' })
  })

  it('is said to have perhaps used the token up even if no check of its locks saw an exchange', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('exchanges-while-clr-is-stopped', [], AS_ON_MACOS)
    const message = expect.stringContaining('the login may be lost')
    expect(report).toMatchObject({ reason: 'not-refreshed', message })
  })
})
