import { describe, expect, it } from '@jest/globals'
import { titleOfWarning } from '../../../src/action/output/warning-titles.js'
import { whyNotUsed } from '../../../src/core/credentials/validity.js'
import { laterFailure } from '../../../src/core/dry-run.js'
import { warningIfNotWritable } from '../../../src/core/locks/cli-locks.js'
import { noModesWarning } from '../../../src/core/locks/locks.js'
import { RefreshError } from '../../../src/core/reasons.js'
import { ReportDraft } from '../../../src/core/report-draft.js'
import { SENT_BEFORE } from '../../../src/core/token-use.js'
import { parseLogin } from '../../../src/core/credentials/credentials.js'
import { sampleText } from '../../../testing/sample-login.js'

const FILE = { given: '/h/c.json', real: '/h/c.json' }
const LOCK = { path: '/h/.claude.lock', isLegacy: false, configFolder: '/h' }
const READ_ONLY = Object.assign(new Error('EROFS'), { code: 'EROFS' })

/** The warning of a refresh that succeeds after the end that its sign-in stated. */
function wrongEndWarning(): string | undefined {
  const draft = new ReportDraft()
  const login = parseLogin(sampleText({ refreshTokenExpiresAt: Date.now() - 60_000 }))
  if (login.refreshToken === null) return undefined
  return draft.refreshed({ ...login, expiresAtMs: Date.now() + 8 * 3_600_000 }).warnings[0]
}

describe('titleOfWarning', () => {
  it.each([
    [SENT_BEFORE, 'This login may be lost'],
    [noModesWarning(FILE), 'The file system keeps no permissions'],
    [warningIfNotWritable(LOCK, READ_ONLY), 'A lock could not be taken'],
    [whyNotUsed(parseLogin(sampleText({ scopes: [] }))), 'claude does not use this login'],
    [
      laterFailure(new RefreshError('claude-not-found', 'there is none'), true),
      'The run after the next one would fail'
    ],
    [wrongEndWarning(), 'The end of this login is not known']
  ])('says what a warning of the core is about: %s', (sentence, title) => {
    expect(titleOfWarning(sentence ?? '')).toBe(title)
  })

  it('has words for any other warning', () => {
    expect(titleOfWarning('something new')).toBe('Something to know about this login')
  })
})
