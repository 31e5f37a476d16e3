import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CredentialsPath } from '../../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../../src/core/credentials/fingerprint.js'
import { rememberRejection } from '../../../src/core/rejections.js'
import { isReplaceable, readExistingFile } from '../../../src/core/sign-in/existing-login.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { OLD_PAIR, OTHER_PAIR, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

let temp: TempFolder
let file: CredentialsPath
beforeEach(() => {
  temp = new TempFolder()
  file = { given: temp.at('c.json'), real: temp.at('c.json') }
})
afterEach(() => {
  temp[Symbol.dispose]()
})

/** Whether the file may be replaced if it holds the sample login with these changes. */
function isReplaceableWith(changes: object): boolean {
  temp.write('c.json', sampleText(changes))
  const existing = readExistingFile(file)
  return existing !== null && isReplaceable(file, existing)
}

describe('a login in the file of `clr login`', () => {
  it.each([
    ['a good one', {}, false],
    ['one whose end is not known', { refreshTokenExpiresAt: 'soon' }, false],
    ['one with an expired access token', { expiresAt: 1 }, false],
    ['one whose end has passed', { refreshTokenExpiresAt: Date.UTC(2026, 0) }, true],
    [
      'one that was refreshed after its stated end, which proves that date wrong',
      { expiresAt: Date.now() + 3_600_000, refreshTokenExpiresAt: Date.UTC(2026, 0) },
      false
    ],
    ['one that `claude` has blanked', { accessToken: '', refreshToken: '', expiresAt: 0 }, true],
    ['an expired access token without a refresh token', { refreshToken: null, expiresAt: Date.UTC(2026, 0) }, true]
  ])('is replaced without being asked only if it is useless: %s', (_what, changes, expected) => {
    expect(isReplaceableWith(changes)).toBe(expected)
  })

  it.each([
    ['this pair', OLD_PAIR, true],
    ['another pair', OTHER_PAIR, false]
  ])('is useless if a run has seen the endpoint reject %s', (_what, pair, expected) => {
    temp.write('c.json', '{}')
    rememberRejection(WorkFolder.open(file), { pair: fingerprint(pair), message: 'rejected' })
    expect(isReplaceableWith({})).toBe(expected)
  })
})
