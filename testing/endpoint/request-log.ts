/** One request that reached the stand-in. */
export interface LoggedRequest {
  /** Arrival, in milliseconds of `performance.now()`. */
  readonly atMs: number
  /** Arrival, in milliseconds since 1970, to compare with another process. */
  readonly atEpochMs: number
  readonly method: string
  readonly url: string
}

/** One request for an exchange. */
export interface TokenRequest extends LoggedRequest {
  /** The refresh token that was sent; empty if there was none. */
  readonly refreshToken: string
  /** When the answer was sent, in milliseconds of `performance.now()`; undefined until then. */
  answeredAtMs?: number
}

/** A request with a bearer token, to the profile or the model. */
export interface ApiRequest extends LoggedRequest {
  /** The part of `Authorization` after `Bearer`; empty if there was none. */
  readonly bearer: string
}

/** All requests that reached the stand-in, in order of arrival. */
export class RequestLog {
  readonly token: TokenRequest[] = []
  /** Requests for the exchange of a code from a sign-in. */
  readonly signIn: LoggedRequest[] = []
  readonly profile: ApiRequest[] = []
  readonly model: ApiRequest[] = []
  readonly other: LoggedRequest[] = []

  /** Forgets all requests so far. */
  clear(): void {
    for (const list of [this.token, this.signIn, this.profile, this.model, this.other]) list.length = 0
  }
}
