import { randomBytes, randomUUID } from 'node:crypto'

/** Access and refresh token of one login, as the server knows them now. */
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

/** A whole credentials file, with keys of other services beside the login. */
export interface CredentialsDocument {
  readonly claudeAiOauth: OauthCredentials
  readonly mcpOAuth: Readonly<Record<string, unknown>>
}

/** What became of a refresh token that was sent. */
export type Rotation = { readonly outcome: 'rotated'; readonly pair: TokenPair } | { readonly outcome: 'invalid' }

interface Login {
  pair: TokenPair
  revoked: boolean
  readonly accountUuid: string
}

const HOUR_MS = 3_600_000

/** The logins of a stand-in server. Strict: a refresh token works once, and its second use revokes the login. */
export class Logins {
  /** How often a used refresh token was sent again. */
  reuses = 0
  readonly #loginOfToken = new Map<string, Login>()

  /** A fresh login as a credentials document, good for an hour unless the overrides say otherwise. */
  create(overrides: Partial<OauthCredentials> = {}): CredentialsDocument {
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

  /** Spends a refresh token. A used one revokes its login; `keepRefreshToken` renews only the access token. */
  spend(refreshToken: string, keepRefreshToken = false): Rotation {
    this.noticeReuse(refreshToken)
    const login = this.#loginOfToken.get(refreshToken)
    if (login?.pair.refreshToken !== refreshToken || login.revoked) return { outcome: 'invalid' }
    login.pair = newPair(keepRefreshToken ? { refreshToken } : {})
    this.#remember(login)
    return { outcome: 'rotated', pair: login.pair }
  }

  /** Counts and punishes a refresh token that was spent before; does nothing to a good or unknown one. */
  noticeReuse(refreshToken: string): void {
    const login = this.#loginOfToken.get(refreshToken)
    if (login === undefined || login.pair.refreshToken === refreshToken) return
    this.reuses += 1
    login.revoked = true
  }

  /** Turns a login off, as its owner can on the web. */
  revoke(login: CredentialsDocument | string): void {
    this.#find(login).revoked = true
  }

  /** The pair that is good now, of the login that a document or any token, old or new, belongs to. */
  currentPair(login: CredentialsDocument | string): TokenPair {
    return this.#find(login).pair
  }

  /** Whether the login of a document, or of any token, is off. */
  isRevoked(login: CredentialsDocument | string): boolean {
    return this.#find(login).revoked
  }

  /** Account of the login that a token belongs to; undefined for a token that was never given out. */
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

/** Visibly fake, and shorter than real tokens are. */
function newPair(given: Partial<TokenPair>): TokenPair {
  return {
    accessToken: given.accessToken ?? `sk-ant-oat01-test-${randomBytes(12).toString('hex')}`,
    refreshToken: given.refreshToken ?? `sk-ant-ort01-test-${randomBytes(12).toString('hex')}`
  }
}
