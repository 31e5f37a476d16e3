import { LOG_IN_AGAIN, NOT_SENT, NOT_SENT_HERE, outcomeOf, RefreshError, type Reason } from './reasons.js'

/**
 * What a run that brought no new pair has done with the refresh token, from harmless to lost. `not-used`: it was sent, and the
 * endpoint said that it did nothing with it. `perhaps-used-before`: a run that was killed may have sent it. `perhaps-used`: it
 * was sent, or nobody can tell that it was not.
 */
const TOKEN_USES = ['not-sent', 'not-used', 'perhaps-used-before', 'perhaps-used', 'rejected'] as const
export type TokenUse = (typeof TOKEN_USES)[number]

/** What a message says of a token of which nobody knows whether it was used up. */
export const MAY_BE_LOST = 'the refresh token may have been sent and used up, so the login may be lost'

/** A warning after a run that was killed: the next refresh proves it harmless, or shows that it is not. */
export const SENT_BEFORE =
  'a run that was killed may have sent the refresh token, and left no new tokens: if the next refresh says `login-rejected`, the login is lost, and you have to log in again'

/** What a message says of it: only of this run, since nobody knows what one before has done; nothing of a rejected login, since the message itself is about that. */
const SENTENCES: Readonly<Record<TokenUse, string>> = {
  'not-sent': `${NOT_SENT_HERE}, and left the login unharmed`,
  'not-used': 'the token endpoint did not use the refresh token up, so this run left the login unharmed',
  'perhaps-used-before': 'a run that was killed may have sent the refresh token, so the login may be lost',
  'perhaps-used': MAY_BE_LOST,
  rejected: ''
}

/** How a run ended without a new pair. */
export interface WithoutPair {
  readonly reason: Reason
  /** One sentence that says what went wrong, without any token, and without what became of the refresh token. */
  readonly message: string
  readonly tokenUse: TokenUse
  /** What a person should do now, if that is not what the reason's outcome says. */
  readonly remedy?: string | undefined
}

/** The error of a run without a new pair: its message says whether the login may be lost, and its remedy fits that. */
export function withoutPair({
  reason,
  message,
  tokenUse,
  remedy = outcomeOf(reason).remedy
}: WithoutPair): RefreshError {
  const use = SENTENCES[tokenUse]
  return new RefreshError(
    reason,
    use === '' ? message : `${message}; ${use}`,
    tokenUse.startsWith('perhaps-used') ? `${remedy} ${IF_LOST}` : remedy
  )
}

/** What to do if a token that may be used up was: only the next run can tell. */
const IF_LOST = `If the next run says \`login-rejected\`, the login is lost. ${LOG_IN_AGAIN}`

/** What to throw for an error of a later try: that it did not send the token is not true of those before. */
export function afterTries(error: unknown, tokenUse: TokenUse): unknown {
  if (!(error instanceof RefreshError) || tokenUse === 'not-sent') return error
  const message = error.message.replace(`; ${NOT_SENT_HERE}`, '')
  const remedy = error.remedy.replace(NOT_SENT, '').trim()
  const isUntrue = message !== error.message || remedy !== error.remedy
  return isUntrue ? withoutPair({ reason: error.reason, message, tokenUse, remedy }) : error
}

/** What became of a token in two calls, the one of which left it in this state, the other in that. */
export function worseOf(one: TokenUse, other: TokenUse): TokenUse {
  return TOKEN_USES[Math.max(TOKEN_USES.indexOf(one), TOKEN_USES.indexOf(other))] ?? one
}
