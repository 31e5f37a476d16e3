/** What warnings of `clr` are about, by words in them: in a report they are sentences without a title. */
const TITLES: readonly (readonly [words: RegExp, title: string])[] = [
  [/^the run after the next one would fail/, 'The run after the next one would fail'],
  [/still at work/, 'The claude of an interrupted run is still at work'],
  [/could not be recovered/, 'Tokens of an interrupted run were not recovered'],
  [/does not descend from/, 'Tokens of another login are beside the file'],
  [/login-rejected/, 'This login may be lost'],
  [/counts as unknown/, 'The end of this login is not known'],
  [/user:inference/, 'claude does not use this login'],
  [/already replaced with newer ones/, 'Older tokens were not stored'],
  [/\block\b/, 'A lock could not be taken'],
  [/\bmode|permission/, 'The file system keeps no permissions']
]

/** A title for a warning of `clr`, in a few words. */
export function titleOfWarning(sentence: string): string {
  return TITLES.find(([words]) => words.test(sentence))?.[1] ?? 'Something to know about this login'
}
