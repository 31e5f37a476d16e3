import { NOT_SENT_HERE, outcomeOf, RefreshError, WITH_CLR_LOGIN, withoutTokenNote, type Reason } from './reasons.js'

/**
 * What happened to the refresh token in a run without a new pair, from harmless to lost. `not-used`: it was sent, and the
 * endpoint's answer shows that it did not use it up. `perhaps-used-before`: an earlier run that was killed may have sent it.
 * `perhaps-used`: it was sent, or there is no proof that it was not. `refused`: the login was rejected, but perhaps only by a
 * proxy, or not for good. `rejected`: the CLI itself says that the endpoint rejected it.
 */
const TOKEN_USES = ['not-sent', 'not-used', 'perhaps-used-before', 'perhaps-used', 'refused', 'rejected'] as const
export type TokenUse = (typeof TOKEN_USES)[number]

/** What a message says if it is not known whether the token was used up. */
export const MAY_BE_LOST = 'the refresh token may have been used up, so the login may be lost'

/** A warning after a killed run: only the next refresh shows whether the login is lost. */
export const SENT_BEFORE =
  'a killed run may have used up the refresh token without leaving new tokens: if the next refresh ends with `login-rejected`, sign in again'

/**
 * What a message says about the token. It is only about this run: what an earlier one did is not known. Empty for a refused or
 * rejected login, because the message itself says so.
 */
const SENTENCES: Readonly<Record<TokenUse, string>> = {
  'not-sent': NOT_SENT_HERE,
  'not-used': 'the refresh token was not used up',
  'perhaps-used-before': 'a run that was killed may have used up the refresh token, so the login may be lost',
  'perhaps-used': MAY_BE_LOST,
  refused: '',
  rejected: ''
}

/** How a run ended without a new pair. */
export interface WithoutPair {
  readonly reason: Reason
  /** One sentence that says what went wrong: not what happened to the refresh token, and without any token in it. */
  readonly message: string
  readonly tokenUse: TokenUse
  /** What a person should do now; by default what the table says for the reason. */
  readonly remedy?: string | undefined
}

/** The error of a run whose token the CLI itself calls rejected: sending it again soon would be useless. */
export class LoginRejected extends RefreshError {}

/** The error of a run without a new pair, a `LoginRejected` if it is one. Message and remedy say whether the login may be lost. */
export function withoutPair({
  reason,
  message,
  tokenUse,
  remedy = outcomeOf(reason).remedy
}: WithoutPair): RefreshError {
  const use = SENTENCES[tokenUse]
  return new (tokenUse === 'rejected' ? LoginRejected : RefreshError)(
    reason,
    use === '' ? message : `${message}; ${use}`,
    tokenUse.startsWith('perhaps-used') ? `${remedy} ${IF_LOST}` : remedy
  )
}

/** What to do if the token was used up, which only the next run can show. */
const IF_LOST = `If the next run ends with \`login-rejected\`, the login is lost: sign in again ${WITH_CLR_LOGIN}.`

/**
 * The error to throw if a later try failed with `error`. Its message may say that this run did not send the token, which is
 * not true if an earlier try did.
 */
export function afterTries(error: unknown, tokenUse: TokenUse): unknown {
  if (!(error instanceof RefreshError) || tokenUse === 'not-sent') return error
  const message = error.message.replace(`; ${NOT_SENT_HERE}`, '')
  const remedy = withoutTokenNote(error.remedy)
  const isUntrue = message !== error.message || remedy !== error.remedy
  return isUntrue ? withoutPair({ reason: error.reason, message, tokenUse, remedy }) : error
}

/** What happened to the token in two calls: the worse of the two. */
export function worseOf(one: TokenUse, other: TokenUse): TokenUse {
  return TOKEN_USES[Math.max(TOKEN_USES.indexOf(one), TOKEN_USES.indexOf(other))] ?? one
}
