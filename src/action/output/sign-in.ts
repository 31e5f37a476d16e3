import { OLDEST_NODE } from '../../entry/node-version.js'
import { link, shellBlock } from './markdown.js'
import type { RunLinks } from './run-links.js'
import { canBeShown } from './text.js'

/** The line that renews a login, and what is needed to show it. */
export interface SignInLine {
  /** Empty if it is not known. */
  readonly loginCommand: string
  readonly links: RunLinks
  /** Texts that must not be shown. */
  readonly secrets?: readonly string[]
}

/**
 * A sentence that asks for a sign-in, with the line for it as blocks of code, in Markdown: for a computer without `clr`, and for
 * one with it. Null if the line is not known, or holds something that can't be shown.
 * @param words the beginning of the sentence: `Sign in again`
 */
export function signInBlocks(
  words: string,
  { loginCommand, links: { npxCommand }, secrets }: SignInLine
): readonly string[] | null {
  if (loginCommand === '' || !canBeShown(loginCommand, secrets)) return null
  const block = shellBlock(loginCommand)
  const where = whereToSignIn(loginCommand)
  if (npxCommand === null || !loginCommand.startsWith('clr login')) return [`${words}${where}:`, block]
  return [
    `${words}${where} (needs Node ${OLDEST_NODE} or newer; no installation):`,
    shellBlock(`${npxCommand}${loginCommand.slice('clr'.length)}`),
    'Or, if `clr` is installed:',
    block
  ]
}

/** Where the line works: a secret can be written from anywhere. */
function whereToSignIn(loginCommand: string): string {
  if (/ --creds\b/.test(loginCommand)) return ', on the machine that has the file, as its owner'
  return ', on any computer with `claude` and `gh`'
}

/** "run the workflow again", as a link to the page with that button if its address is known. */
export function runAgain({ workflow }: RunLinks, words = 'run the workflow again'): string {
  return workflow === null ? words : link(words, workflow)
}
