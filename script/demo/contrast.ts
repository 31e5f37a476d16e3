import type { Ended } from '../../testing/program.js'
import { printTitle } from '../terminal.js'
import type { Fact } from './facts.js'
import { killBareClaude, killClr, type KilledRefresh } from './killed-refreshes.js'

/** Shows what a kill does to a refresh by the CLI itself and to one by `clr`. @returns what they have proven */
export async function showContrast(): Promise<readonly Fact[]> {
  printTitle('Killed between the answer of the endpoint and the file')
  console.log(`The bare CLI and \`clr\` each refresh a login of their own. Both are killed (SIGKILL,
as at the end of a cancelled job) when the endpoint has answered and the file still
has the old tokens. Then each runs again.
`)
  const [claude, clr] = await Promise.all([killBareClaude(), killClr()])
  show('claude --print .', claude)
  console.log()
  show('clr refresh', clr)
  console.log(`
\`clr\` makes the CLI store the answer next to the file at once. If the answer had not reached
this disk, \`clr\` could not recover it either.`)
  const lost = claude.isKilledBetween && claude.next.exitCode === 1 && !claude.isLoginKept
  const recovered = clr.isKilledBetween && clr.next.exitCode === 0 && clr.isLoginKept
  return [
    { text: 'killed between answer and file, the bare CLI lost its login', isTrue: lost },
    { text: 'killed between answer and file, `clr` recovered its login in the next run', isTrue: recovered }
  ]
}

function show(call: string, { isKilledBetween, next, changes }: KilledRefresh): void {
  console.log(
    `$ ${call}\n${isKilledBetween ? 'Killed' : '(not killed in time)'}\n$ ${call}\n${textOf(next)}\n${changes}`
  )
}

function textOf({ stdout, stderr }: Ended): string {
  return `${stdout}${stderr}`.trimEnd()
}
