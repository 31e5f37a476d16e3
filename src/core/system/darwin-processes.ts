import { spawnSync } from 'node:child_process'
import type { ProcessTable, SeenProcess } from './process-table.js'

/** Not looked up on PATH: two runs that ask two different `ps` could take each other for dead. Every Mac has both. */
const PS = '/bin/ps'
const SYSCTL = '/usr/sbin/sysctl'

/** What makes a date of `ps` read the same for every caller. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' }

/** How long one answer may take, in milliseconds; it usually takes 10. */
const PATIENCE_MS = 5000

/** A date as `ps -o lstart=` prints it: `Thu Nov  5 03:07:36 2026`. */
const LSTART = String.raw`\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}`

/** Asks a program; null if it does not say, or fails. */
type Ask = (program: string, args: readonly string[]) => string | null

/**
 * macOS, by `ps` and `sysctl`, as the CLI itself does there (docs/claude-cli.md#the-owners-record). It has no pid namespaces.
 * @param ask for tests on other systems
 */
export function darwinProcesses(ask: Ask = askProgram): ProcessTable {
  let bootId: string | null = null
  return {
    world: () => {
      bootId ??= ask(SYSCTL, ['-n', 'kern.bootsessionuuid'])
      return { bootId, pidNamespace: 'darwin' }
    },
    see: pid => processInPs(ask(PS, ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)]) ?? ''),
    recordInShell: `stat="$$ $(LC_ALL=C TZ=UTC ${PS} -o lstart= -p $$)"`
  }
}

/** The start in a record that `recordInShell` made: a pid and a date; null if there is no whole one. */
export function startInRecord(record: string): string | null {
  return new RegExp(`^\\d+ (${LSTART})\\s*$`).exec(record)?.[1] ?? null
}

function processInPs(line: string): SeenProcess | null {
  const [, state, start] = new RegExp(`^(\\S+) +(${LSTART})$`).exec(line) ?? []
  return state === undefined || start === undefined ? null : { start, isZombie: state.startsWith('Z') }
}

function askProgram(program: string, args: readonly string[]): string | null {
  const options = { env: ENVIRONMENT, encoding: 'utf8', timeout: PATIENCE_MS } as const
  const { status, stdout } = spawnSync(program, args, options)
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null
}
