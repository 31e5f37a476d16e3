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

const TO_BE_STORED =
  '**What to do:** Store the new credentials by hand before the next run, unless this summary says further down that the end of the job has stored them. Run this line on a machine where `gh` is logged in as somebody who may write the secret. Only GitHub can open the sealed text in it.'

function warningOf(name: string, overtakenAtMs: number): string {
  return `⚠️ **This line would replace what somebody else wrote at ${utcMinute(overtakenAtMs)} UTC** to the secret \`${name}\` while this job was running: a new sign-in, or newer tokens of another job. Run it only if you know that what they wrote is not wanted. Only GitHub can open the sealed text in it.`
}

function withCommands(paragraph: string, commands: readonly string[]): string {
  return [paragraph, '', '```sh', ...commands, '```'].join('\n')
}
