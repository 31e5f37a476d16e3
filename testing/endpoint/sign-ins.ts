import { createHash, randomBytes } from 'node:crypto'

/** A sign-in that a person has allowed on the page of the authorize address. */
export interface AllowedSignIn {
  /** The text that the page shows, to be pasted. */
  readonly pasted: string
  /** The address to which the page sends the browser. */
  readonly callBack: string
}

/** The authorize page of the stand-in, and the codes that it has shown. A code works once (RFC 6749, 4.1.2). */
export class SignIns {
  /** The PKCE challenge of each unused code. */
  readonly #challenges = new Map<string, string>()

  /**
   * Allows the sign-in of an authorize address, as a person does in the browser. In the short form of the address
   * (docs/claude-cli.md#signing-in), the PKCE challenge is the end of the first parameter, and there is no state.
   */
  allow(authorizeUrl: string): AllowedSignIn {
    const { search, searchParams } = new URL(authorizeUrl)
    const get = (name: string): string => searchParams.get(name) ?? ''
    const code = `code-test-${randomBytes(12).toString('hex')}`
    const short = /^\?[\w-]*?([\w-]{43})(?:&|$)/.exec(search)?.[1]
    this.#challenges.set(code, short ?? get('code_challenge'))
    const state = short === undefined ? get('state') : 'state-of-the-page'
    const callBack = short === undefined ? new URL(get('redirect_uri')) : null
    callBack?.searchParams.set('code', code)
    callBack?.searchParams.set('state', state)
    return { pasted: `${code}#${state}`, callBack: callBack?.href ?? '' }
  }

  /** Whether a code is valid for this PKCE verifier; it is used up then. */
  use(code: string, verifier: string): boolean {
    const challenge = this.#challenges.get(code)
    if (challenge !== createHash('sha256').update(verifier).digest('base64url')) return false
    return this.#challenges.delete(code)
  }
}
