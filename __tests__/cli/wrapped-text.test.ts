import { describe, expect, it } from '@jest/globals'
import { wrapped } from '../../src/cli/wrapped-text.js'

const byLength = (text: string): number => text.length

describe('wrapped', () => {
  it('breaks a text only at its blanks', () => {
    expect(wrapped('the tokens are in /srv/a/very/long/path now', 12, byLength)).toEqual([
      'the tokens',
      'are in',
      '/srv/a/very/long/path',
      'now'
    ])
  })
})
