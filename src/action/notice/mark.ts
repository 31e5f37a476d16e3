import { momentOf } from '../../core/credentials/plausible-date.js'
import { isJsonObject, parseJson } from '../../core/json.js'
import type { Trouble } from './situation.js'

/** What the notice remembers in an issue or a comment, in an HTML comment that GitHub does not show. */
export interface Mark {
  /** What a person was told; null if all was well then. */
  readonly trouble: Trouble | null
  /** In an issue: the newest of our comments that it takes into account, 0 for none. A later one belongs to a killed run. */
  readonly commentId: number
}

const START = '<!-- clr-refresh: '
const END = '<!-- /clr-refresh -->'
const MARK = /<!-- clr-refresh: (\{.*?\}) -->/
const BLOCK = /<!-- clr-refresh: \{.*?\} -->[^]*?<!-- \/clr-refresh -->/

/** The mark in the body of an issue or a comment; null if there is none, as in an issue that another program opened. */
export function readMark(body: string): Mark | null {
  const fields = parseJson(MARK.exec(body)?.[1] ?? '')
  if (!isJsonObject(fields)) return null
  const { reason, loginExpiresAt, endsSoon, comment } = fields
  const end = { loginExpiresAtMs: momentOf(loginExpiresAt), isEndingSoon: endsSoon === true }
  const trouble = typeof reason === 'string' ? { reason, ...end } : null
  return { trouble, commentId: typeof comment === 'number' ? comment : 0 }
}

/** A text of ours that starts with a mark: the body of a comment. */
export function marked(mark: Mark, text: string): string {
  return `${lineOf(mark)}\n${text}`
}

/** The body of an issue with a new block of ours in place of the old one, or else above what people wrote. */
export function withBlock(body: string, mark: Mark, text: string): string {
  const block = `${marked(mark, text)}\n${END}`
  if (BLOCK.test(body)) return body.replace(BLOCK, () => block)
  const rest = body.replace(MARK, '').trim()
  return rest === '' ? block : `${block}\n\n${rest}`
}

/** The body of an issue with another mark, and every other character as it was. */
export function withMark(body: string, mark: Mark): string {
  return MARK.test(body) ? body.replace(MARK, () => lineOf(mark)) : `${lineOf(mark)}\n${END}\n\n${body}`
}

function lineOf({ trouble, commentId }: Mark): string {
  const at = trouble?.loginExpiresAtMs ?? null
  const fields = {
    reason: trouble?.reason ?? null,
    loginExpiresAt: at === null ? null : new Date(at).toISOString(),
    endsSoon: trouble?.isEndingSoon ?? false,
    comment: commentId
  }
  return `${START}${JSON.stringify(fields)} -->`
}
