/** Ways to answer that have nothing to do with what was asked. */
export type Misbehaviour =
  /** An HTTP status with a JSON body; 401 and 403 get an authentication error unless a body is given. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly retryAfter?: number
      readonly delayMs?: number
      /** The answer is held back until then. */
      readonly after?: Promise<unknown>
    }
  /** No answer, and the connection stays open. */
  | { readonly kind: 'hang' }
  /** The connection is lost after the request was received. */
  | { readonly kind: 'drop'; readonly delayMs?: number }
  /** Status 200 with any text: empty, HTML, half a JSON, … */
  | { readonly kind: 'nonsense'; readonly body: string; readonly delayMs?: number }

/** A field of the token answer that can be left out. */
export type TokenField = 'access_token' | 'refresh_token' | 'expires_in' | 'scope' | 'token_type'

/** How the token endpoint answers. `rotate` on a misbehaviour: the token is spent all the same, and the pair lost. */
export type TokenReply =
  | {
      readonly kind: 'ok'
      /** Until the answer; the token is spent as the answer leaves, or on arrival with `rotateOn: 'arrival'`. */
      readonly delayMs?: number
      readonly rotateOn?: 'arrival' | 'answer'
      /** The answer is held back until then. */
      readonly after?: Promise<unknown>
      /** Seconds; 28,800 unless given. Null is what the answer then says. */
      readonly expiresIn?: number | null
      /** Seconds; left out unless given. */
      readonly refreshTokenExpiresIn?: number
      /** Fields to leave out. Without `refresh_token` the old one stays good. */
      readonly omit?: readonly TokenField[]
    }
  | (Misbehaviour & { readonly rotate?: boolean })

/** How the profile and the model API answer. */
export type ApiReply = { readonly kind: 'ok'; readonly delayMs?: number } | Misbehaviour

/** The replies that one route gives: one for good, or one after the other, the last of them from then on. */
export class ReplyScript<Reply> {
  #reply: Reply
  #first: Reply[] = []

  constructor(reply: Reply) {
    this.#reply = reply
  }

  /** The reply once the list of `inTurn` has run out. */
  get reply(): Reply {
    return this.#reply
  }

  /** Answers every request from now on. */
  set reply(reply: Reply) {
    this.#reply = reply
    this.#first = []
  }

  /** Answers the next requests one by one, then goes on with the last one. */
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
