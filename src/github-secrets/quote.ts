import { redact } from '../core/redact.js'

/** Longer texts are cut: what an input holds by mistake may be long. */
const LONGEST_QUOTE = 40

/** What somebody wrote, in quotes, cut, and without a token that they put there by mistake. */
export function quote(text: string): string {
  return JSON.stringify(redact(text).slice(0, LONGEST_QUOTE))
}
