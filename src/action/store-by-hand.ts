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
  '**What to do:** Store the new credentials by hand before the next run, unless this summary says below that they were stored at the end of the job. Run this command on a machine where `gh` is logged in to an account that may write the secret. It contains the credentials in a form that only GitHub can decrypt.'

function warningOf(name: string, overtakenAtMs: number): string {
  return `⚠️ **This command would overwrite the secret \`${name}\`, which somebody else wrote at ${utcMinute(overtakenAtMs)} UTC** while this job was running: a new sign-in, or another job's newer tokens. Run it only if you are sure that you do not need those. It contains the credentials in a form that only GitHub can decrypt.`
}

function withCommands(paragraph: string, commands: readonly string[]): string {
  return [paragraph, '', '```sh', ...commands, '```'].join('\n')
}
