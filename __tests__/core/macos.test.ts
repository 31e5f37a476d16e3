import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { AS_ON_MACOS } from '../../testing/mac.js'

describe('the isolated claude on macOS', () => {
  it('finds no login in the Keychain: the newest CLI makes no exchange after any other answer', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('asks-the-keychain', [], AS_ON_MACOS)
    expect(report).toMatchObject({ reason: 'refreshed' })
    expect(home.text('notes')).toBe('44\n')
  })

  it('gets the room that was put by for its new pair', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('waits-for-room', ['--timeout=20'], AS_ON_MACOS)
    expect(report).toMatchObject({ reason: 'refreshed' })
  })

  it('is not said to have sent nothing if an exchange fits between two looks at its lock', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('exchanges-while-clr-stands-still', [], AS_ON_MACOS)
    const message = expect.stringContaining('the login may be lost')
    expect(report).toMatchObject({ reason: 'not-refreshed', message })
  })
})
