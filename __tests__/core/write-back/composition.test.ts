import { describe, expect, it } from '@jest/globals'
import { MAX_CREDENTIALS_BYTES, readLogin } from '../../../src/core/credentials/credentials-file.js'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../../src/core/credentials/fingerprint.js'
import { composerFor, refuseTooLarge } from '../../../src/core/write-back/composition.js'
import { refusalOf } from '../../../testing/refusal.js'
import { NEW_PAIR, OLD_PAIR, sampleCredentials, sampleLogin, sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const NEW_LOGIN = { ...NEW_PAIR, fields: NEW_PAIR, from: fingerprint(OLD_PAIR) }

describe('composerFor', () => {
  it('returns the same content while the file is unchanged, and new content once it has changed', () => {
    using temp = new TempFolder()
    const compose = composerFor(
      findCredentialsFile(temp.write('c.json', sampleText())),
      NEW_LOGIN,
      sampleCredentials().document
    )
    const first = compose()
    expect(first.credentials).toMatchObject(NEW_PAIR)
    expect(compose()).toBe(first)
    temp.write('c.json', sampleText({ note: 'x' }))
    expect(JSON.parse(compose().text)).toMatchObject({ claudeAiOauth: { ...NEW_PAIR, note: 'x' } })
  })
})

describe('refuseTooLarge', () => {
  /** Throws if a file with this text is refused. */
  function refuse(text: string): void {
    using temp = new TempFolder()
    const file = findCredentialsFile(temp.write('c.json', text))
    const login = readLogin(file)
    if (login.refreshToken === null) throw new Error('this login cannot be refreshed')
    refuseTooLarge(file, login)
  }

  it('measures the file by its JSON on one line, not by its size', () => {
    const text = sampleText({ x: 'y'.repeat(MAX_CREDENTIALS_BYTES - 20_000) })
    refuse(text)
    refuse(text.replace('{', `{${' '.repeat(MAX_CREDENTIALS_BYTES - text.length - 1)}`))
    expect(
      refusalOf(() => {
        refuse(text.replace('yyy', 'y'.repeat(10_000)))
      })
    ).toMatchObject({ reason: 'creds-invalid' })
  })

  it('refuses a file that is too large only because its numbers are written out', () => {
    const numbers = `[${Array.from({ length: 50_000 }, () => '1e20').join()}]`
    const text = `{"claudeAiOauth":${JSON.stringify(sampleLogin())},"x":${numbers}}`
    expect(text.length).toBeLessThan(MAX_CREDENTIALS_BYTES / 4)
    expect(
      refusalOf(() => {
        refuse(text)
      })
    ).toMatchObject({ reason: 'creds-invalid' })
  })
})
