/**
 * A text on one line without control characters, so that no part of it can begin a line, and with it a workflow command;
 * those of the old form, `##[name]`, a runner takes wherever they stand in a line (actions/runner, `ActionCommand.TryParse`).
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('##[', '## [')
    .trim()
}

/** A text as nothing but text, in the Markdown and the HTML of a job summary alike: paths may hold `|`, `<`, backticks. */
export function escapeForSummary(text: string): string {
  return oneLine(text).replace(/[&<>"'`|*_~[\]\\#$@]/g, character => `&#${character.charCodeAt(0)};`)
}
