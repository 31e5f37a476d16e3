import type { StandInIssue } from '../github/issues.js'
import { countsOf } from './request-tally.js'

/** Prints one step: its title, some texts, and its requests, each kind with its count. */
export function printStep(title: string, texts: readonly string[], requests: readonly string[]): void {
  const lines = texts.flatMap(text => text.trimEnd().split('\n')).map(line => `  | ${line}`)
  console.log([`\n• ${title}`, ...lines, ...countsOf(requests).map(line => `  ${line}`)].join('\n'))
}

/** What a reader sees in the issues since an earlier look: new issues, changed lines, comments, and another state. */
export function newsOf(before: readonly StandInIssue[], after: readonly StandInIssue[]): readonly string[] {
  return after.flatMap((issue, index) => {
    const old = before[index]
    const { number, state, labels, title, comments } = issue
    const oldLines = linesOf(old?.body)
    const lines = linesOf(issue.body).filter(line => !oldLines.includes(line))
    const newComments = comments.slice(old?.comments.length ?? 0)
    return [
      ...(old?.state === state && old.title === title
        ? []
        : [`issue #${number}, ${state}, label ${labels.join()}: ${title}`]),
      ...lines,
      ...newComments.flatMap(({ body }) => ['a comment:', ...linesOf(body).map(line => `  ${line}`)])
    ]
  })
}

/** The visible lines of a text in Markdown. */
function linesOf(text: string | null | undefined): readonly string[] {
  return (text ?? '').split('\n').filter(line => line !== '' && !line.startsWith('<!--'))
}
