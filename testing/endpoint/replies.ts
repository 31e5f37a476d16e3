/** Replies that do not depend on the request. */
export type Misbehaviour =
  /** An HTTP status with a JSON body; 401 and 403 get an authentication error unless a body is given. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly retryAfter?: number
      readonly delayMs?: number
      /** The reply waits for this. */
      readonly after?: Promise<unknown>
    }
  /** No answer, and the connection stays open. */
  | { readonly kind: 'hang' }
  /** The connection is closed after the request was received. */
  | { readonly kind: 'drop'; readonly delayMs?: number }
  /** Status 200 with any text: empty, HTML, incomplete JSON, … */
  | { readonly kind: 'nonsense'; readonly body: string; readonly delayMs?: number }

/** A field of the token answer that can be omitted. */
export type TokenField = 'access_token' | 'refresh_token' | 'expires_in' | 'scope' | 'token_type'

/** How the token endpoint answers. `rotate` on a misbehaviour: the token is spent nevertheless, and the new pair is lost. */
export type TokenReply =
  | {
      readonly kind: 'ok'
      /** Time until the answer. The token is spent when the answer is sent, or on arrival with `rotateOn: 'arrival'`. */
      readonly delayMs?: number
      readonly rotateOn?: 'arrival' | 'answer'
      /** The reply waits for this. */
      readonly after?: Promise<unknown>
      /** Seconds; 28,800 by default. With null, the answer has null. */
      readonly expiresIn?: number | null
      /** Seconds; omitted by default. */
      readonly refreshTokenExpiresIn?: number
      /** Fields to omit. Without `refresh_token` the old one stays valid. */
      readonly omit?: readonly TokenField[]
    }
  | (Misbehaviour & { readonly rotate?: boolean })

/** How the profile and the model API answer. */
export type ApiReply = { readonly kind: 'ok'; readonly delayMs?: number } | Misbehaviour

/** The replies of one route: always the same one, or several in turn, of which the last is then repeated. */
export class ReplyScript<Reply> {
  #reply: Reply
  #first: Reply[] = []

  constructor(reply: Reply) {
    this.#reply = reply
  }

  /** The reply after those of `inTurn` are used up. */
  get reply(): Reply {
    return this.#reply
  }

  /** Sets the reply to every request from now on. */
  set reply(reply: Reply) {
    this.#reply = reply
    this.#first = []
  }

  /** Sets the replies to the next requests; the last one is then repeated. */
  inTurn(...replies: readonly [...Reply[], Reply]): void {
    const last = replies.at(-1)
    if (last === undefined) return
    this.#reply = last
    this.#first = replies.slice(0, -1)
  }

  /** The reply to the request that just arrived. */
  take(): Reply {
    return this.#first.shift() ?? this.#reply
  }
}
