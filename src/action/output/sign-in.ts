import { link, plainLine, shellBlock } from './markdown.js'
import type { RunLinks } from './run-links.js'

/** Where the line that renews a login works, to be appended to "sign in again": a secret can be written from anywhere. */
export function whereToSignIn(loginCommand: string): string {
  if (loginCommand === '') return ''
  if (/ --creds\b/.test(loginCommand)) return ', on the machine that has the file, as its owner'
  return ', on any computer with `claude` and `gh`'
}

/**
 * The line that renews a login as blocks of code, in Markdown: for an installed `clr`, and for none. Empty if the line is not
 * known, or holds something that can't be shown: a line that is changed for display could name another place.
 */
export function signInBlocks(
  loginCommand: string,
  { npxCommand }: RunLinks,
  secrets: readonly string[] = []
): readonly string[] {
  if (loginCommand === '' || plainLine(loginCommand, secrets) !== loginCommand) return []
  const block = shellBlock(loginCommand)
  if (npxCommand === null || !loginCommand.startsWith('clr login')) return [block]
  return [block, 'Or, if `clr` is not installed:', shellBlock(`${npxCommand}${loginCommand.slice('clr'.length)}`)]
}

/** "run the workflow again", as a link to the page with that button if its address is known. */
export function runAgain({ workflow }: RunLinks, words = 'run the workflow again'): string {
  return workflow === null ? words : link(words, workflow)
}
