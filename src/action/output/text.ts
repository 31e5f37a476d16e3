import { inTime, utcMinute } from '../../core/times.js'

/**
 * A text as one line of the log. It has no control characters, so no part of it can start a new line and act as a workflow
 * command. Commands of the old form, `##[name]`, are broken up: a runner accepts them anywhere in a line (actions/runner,
 * `ActionCommand.TryParse`).
 */
export function asLogLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('##[', '## [')
    .trim()
}

/** Escapes a text for both the Markdown and the HTML of a job summary: a path may hold `|`, `<` or backticks. */
export function escapeForSummary(text: string): string {
  return asLogLine(text).replace(/[&<>"'`|*_~[\]\\#$@]/g, character => `&#${character.charCodeAt(0)};`)
}

/** A report's time for people, `2026-01-31 09:05 UTC (in 8 h)`; null if it is not a time. */
export function describeTime(iso: string | null, nowMs: number): string | null {
  const ms = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(ms) ? null : `${utcMinute(ms)} UTC (${inTime(ms - nowMs)})`
}

/** How a person signs in again, to be appended to "Sign in again" and the like. @param command empty if it is not known */
export function howToSignIn(command: string): string {
  if (command !== '') return `: \`${command}\``
  return ' with `clr login`, and store the new login where this job takes it from, which these inputs do not name'
}
