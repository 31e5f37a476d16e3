import { utcMinute } from '../core/times.js'
import type { ManualWrite } from '../github-secrets/secret-store.js'

/** Markdown with the commands to store texts by hand. Only GitHub can open the texts, so anybody may see it. */
export function describeManualWrites(writes: readonly ManualWrite[]): string {
  const ordinary = writes.filter(({ overtakenAtMs }) => overtakenAtMs === null).map(({ command }) => command)
  const overtaken = writes.flatMap(({ name, command, overtakenAtMs }) =>
    overtakenAtMs === null ? [] : [withCommands(warningOf(name, overtakenAtMs), [command])]
  )
  return [...(ordinary.length === 0 ? [] : [withCommands(TO_BE_STORED, ordinary)]), ...overtaken].join('\n\n')
}

const TO_BE_STORED = [
  '**Store the new credentials by hand**, before the next run, unless this summary says further down that the end of the',
  'job has stored them: on a machine where `gh` is logged in as somebody who may write this secret. The text is sealed:',
  'only GitHub can open it.'
]

function warningOf(name: string, overtakenAtMs: number): readonly string[] {
  return [
    `⚠️ **This line would replace what somebody else wrote at ${utcMinute(overtakenAtMs)} UTC** to the secret \`${name}\`, while this job`,
    'was at work: a new sign-in, or what another job made of the login. Run it only if you know that this is not wanted. The',
    'text is sealed: only GitHub can open it.'
  ]
}

function withCommands(paragraph: readonly string[], commands: readonly string[]): string {
  return [...paragraph, '', '```sh', ...commands, '```'].join('\n')
}
