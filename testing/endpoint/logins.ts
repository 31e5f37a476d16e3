import { randomBytes, randomUUID } from 'node:crypto'

/** Access token and refresh token of one login. */
export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string
}

/** The part of a credentials file that belongs to the subscription login. */
export interface OauthCredentials extends TokenPair {
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** Milliseconds since 1970; some versions of the CLI store it. */
  readonly refreshTokenExpiresAt?: number
  readonly scopes: readonly string[]
  readonly subscriptionType: string | null
  readonly rateLimitTier: string | null
}

/** A whole credentials file, with tokens of other services beside the login. */
export interface CredentialsDocument {
  readonly claudeAiOauth: OauthCredentials
  readonly mcpOAuth: Readonly<Record<string, unknown>>
}

interface Login {
  pair: TokenPair
  revoked: boolean
  readonly accountUuid: string
}

const HOUR_MS = 3_600_000

/** The logins of a stand-in server. Strict: a refresh token works once, and its second use revokes the login. */
export class Logins {
  /** How often a spent refresh token was sent again. */
  reuses = 0
  readonly #loginOfToken = new Map<string, Login>()

  /** The credentials document of a new login, valid for an hour unless the overrides say otherwise. */
  newLogin(overrides: Partial<OauthCredentials> = {}): CredentialsDocument {
    const login = { pair: newPair(overrides), revoked: false, accountUuid: randomUUID() }
    this.#remember(login)
    return {
      claudeAiOauth: {
        expiresAt: Date.now() + HOUR_MS,
        scopes: ['user:inference', 'user:profile'],
        subscriptionType: 'max',
        rateLimitTier: 'default_claude_max_20x',
        ...overrides,
        ...login.pair
      },
      mcpOAuth: { 'stand-in|0000': { serverName: 'stand-in', accessToken: 'mcp-test-of-another-service' } }
    }
  }

  /**
   * The new pair for a refresh token, which is spent from now on; null if the token is invalid. A token that was spent before
   * revokes its login.
   *
   * @param keepRefreshToken renews only the access token
   */
  spend(refreshToken: string, keepRefreshToken = false): TokenPair | null {
    this.noticeReuse(refreshToken)
    const login = this.#loginOfToken.get(refreshToken)
    if (login?.pair.refreshToken !== refreshToken || login.revoked) return null
    login.pair = newPair(keepRefreshToken ? { refreshToken } : {})
    this.#remember(login)
    return login.pair
  }

  /** Counts a refresh token that was spent before and revokes its login; ignores a valid or unknown token. */
  noticeReuse(refreshToken: string): void {
    const login = this.#loginOfToken.get(refreshToken)
    if (login === undefined || login.pair.refreshToken === refreshToken) return
    this.reuses += 1
    login.revoked = true
  }

  /** Revokes a login, as its owner can on the web. */
  revoke(login: CredentialsDocument | string): void {
    this.#find(login).revoked = true
  }

  /** The valid pair of the login that a document, or any old or new token, belongs to. */
  currentPair(login: CredentialsDocument | string): TokenPair {
    return this.#find(login).pair
  }

  /** Whether the login of a document, or of any token, is revoked. */
  isRevoked(login: CredentialsDocument | string): boolean {
    return this.#find(login).revoked
  }

  /** The account of the login that a token belongs to; undefined for a token that was never issued. */
  accountOf(token: string): string | undefined {
    return this.#loginOfToken.get(token)?.accountUuid
  }

  #find(login: CredentialsDocument | string): Login {
    const token = typeof login === 'string' ? login : login.claudeAiOauth.refreshToken
    const found = this.#loginOfToken.get(token)
    if (found === undefined) throw new Error('no login of this stand-in has that token')
    return found
  }

  #remember(login: Login): void {
    this.#loginOfToken.set(login.pair.accessToken, login)
    this.#loginOfToken.set(login.pair.refreshToken, login)
  }
}

/** Tokens that are visibly fake, and shorter than real ones. */
function newPair(given: Partial<TokenPair>): TokenPair {
  return {
    accessToken: given.accessToken ?? `sk-ant-oat01-test-${randomBytes(12).toString('hex')}`,
    refreshToken: given.refreshToken ?? `sk-ant-ort01-test-${randomBytes(12).toString('hex')}`
  }
}
