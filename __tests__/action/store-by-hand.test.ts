import { describe, expect, it } from '@jest/globals'
import { describeManualWrites } from '../../src/action/store-by-hand.js'

const ORDINARY = { name: 'X', command: "gh api -X PUT '/x'", overtakenAtMs: null }
const OVERTAKEN = { name: 'Y', command: "gh api -X PUT '/y'", overtakenAtMs: Date.UTC(2026, 0, 31, 9, 2) }

describe('describeManualWrites', () => {
  it('puts commands that would replace what somebody else wrote last, each with a warning', () => {
    const markdown = describeManualWrites([OVERTAKEN, ORDINARY])
    const [before = '', between = ''] = markdown.split(/^gh .*$/m)
    expect(
      [before, between].map(text =>
        /would overwrite the secret .*, which somebody else wrote at 2026-01-31 09:02 UTC/.test(text)
      )
    ).toEqual([false, true])
    expect(markdown.match(/^gh .*$/gm)).toEqual([ORDINARY.command, OVERTAKEN.command])
    expect(between).toContain('the secret `Y`')
  })

  it('does not ask the user to run such a command before the next run', () => {
    expect(describeManualWrites([OVERTAKEN])).not.toContain('before the next run')
    expect(describeManualWrites([ORDINARY])).toContain('before the next run')
  })
})
