import { withCommand } from '../../core/login-command.js'
import { PROJECT } from '../../core/project.js'
import { WITH_CLR_LOGIN } from '../../core/reasons.js'
import { inTime, utcMinute } from '../../core/times.js'
import { plainLine, visible } from './markdown.js'

/**
 * A text as one line of the log. It has no control or invisible characters, so no part of it can start a new line and act as a workflow
 * command. Commands of the old form, `##[name]`, are broken up: a runner accepts them anywhere in a line (actions/runner,
 * `ActionCommand.TryParse`).
 */
export function asLogLine(text: string): string {
  return visible(text).replaceAll('##[', '## [').trim()
}

/** Escapes a text for both the Markdown and the HTML of a job summary: a path may hold `|`, `<` or backticks. */
export function escapeForSummary(text: string): string {
  return escapeMarkup(asLogLine(text))
}

/** An underscore inside a word has no meaning there (GitHub Flavored Markdown, 6.2), and names of secrets have many. */
function escapeMarkup(text: string): string {
  return text.replace(/[&<>"'`|*~[\]\\#$@]|(?<![a-z\d])_|_(?![a-z\d])/gi, character => `&#${character.charCodeAt(0)};`)
}

/** A report's time for people, `2026-01-31 09:05 UTC (in 8 h)`; null if it is not a time. */
export function describeTime(iso: string | null, nowMs: number): string | null {
  const ms = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(ms) ? null : `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`
}

/** Words with which a message may begin that are names, and stay as they are. */
const NAMES = /^(?:clr|claude|creds|timeout|trace)\b/

/** A message, which has no capital and no full stop, as a sentence of its own; no full stop after a path, which people copy. */
export function asSentence(message: string): string {
  const capital = NAMES.test(message)
    ? message
    : message.replace(/^[a-z]+(?=,? )/, word => word.charAt(0).toUpperCase() + word.slice(1))
  return /(?:[.!?:]|\/\S*)$/.test(capital) ? capital : `${capital}.`
}

/**
 * A sentence for the Markdown of a summary: all is escaped, except that what is between two backticks is code, and that the
 * addresses of our documents become links.
 */
export function proseForSummary(text: string): string {
  return asLogLine(text)
    .split(KEPT)
    .map((part, at) => (at % 2 === 1 ? part : escapeMarkup(part)))
    .join('')
}

const KEPT = new RegExp(`(\`[^\`]+\`|${PROJECT.replaceAll('.', '\\.')}/[\\w./#-]*\\w)`)

/** A text as code, in HTML. */
export function asHtmlCode(text: string): string {
  return `<code>${escapeForSummary(text)}</code>`
}

/**
 * Whether log, summary, annotations and issues show a command as it is. A command that they would have to change could name
 * another place. `***` is there in place of a secret.
 */
export function canBeShown(command: string, secrets: readonly string[] = []): boolean {
  return asLogLine(plainLine(command, secrets)) === command && !command.includes('***')
}

/** Where a `clr login` line that can't be shown puts the login, in words; null if it is no line of ours. */
export function placeInWords(command: string): string | null {
  if (command.startsWith('clr login --creds ')) {
    return 'for the credentials file that this workflow reads: its path has characters that cannot be shown here'
  }
  const parts = /^(?:GH_HOST=\S+ )?clr login --secret (\w+) --(?:repo|org) ([\w.:/-]+)( --env )?/.exec(command)
  if (parts === null) return null
  const [, name = '', owner = '', env] = parts
  const place = `for the secret \`${name}\` of \`${owner}\``
  if (env === undefined) return place
  return `${place}, in the environment that this workflow names: its name has characters that cannot be shown here`
}

/** How a person signs in again, to be appended to "sign in again". @param command empty if it is not known */
export function howToSignIn(command: string): string {
  if (command !== '' && canBeShown(command)) return withCommand(command)
  const place = placeInWords(command)
  if (place !== null) return `${WITH_CLR_LOGIN} ${place}`
  return `${WITH_CLR_LOGIN}, and store the new login where this workflow reads it`
}

/** What a remedy says about a lost login. */
export function signInSentence(command: string): string {
  return `Sign in again ${howToSignIn(command)}.`
}
