import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { orNull } from '../or-null.js'

/** A process as its system shows it. */
export interface SeenProcess {
  /** The time of its start, as the system writes it. Two processes that had the same pid differ in it. */
  readonly start: string
  /** Whether it has ended, but its parent has not reaped it. */
  readonly isZombie: boolean
}

/** The range in which a pid and a start time identify a process. A field is null if the system does not say. */
export interface PidScope {
  readonly bootId: string | null
  readonly pidNamespace: string | null
}

/** How to learn about processes on one system. */
export interface ProcessTable {
  /** The scope of our own pid. */
  readonly scope: () => PidScope
  /** Null if there is no such process, or the system does not show it. */
  readonly see: (pid: number) => SeenProcess | null
  /** Shell commands that set `$stat` to a line with the pid and the start of that shell, for `startInRecord`. */
  readonly recordInShell: string
}

/** The start in a line that `recordInShell` made on either system; null if the line has no complete one. */
export function startInRecord(record: string): string | null {
  return processInStat(record)?.start ?? new RegExp(`^\\d+ (${PS_DATE})\\s*$`).exec(record)?.[1] ?? null
}

/** Linux, by proc(5): `stat`, `random/boot_id`, `ns/pid`. A system without `/proc` shows nothing. */
export const linuxProcesses: ProcessTable = {
  scope: () => ({
    bootId: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: orNull(() => readlinkSync('/proc/self/ns/pid'))
  }),
  see: pid => processInStat(orNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? ''),
  recordInShell: 'if [ -r /proc/$$/stat ]; then read -r stat </proc/$$/stat; else stat=$$; fi'
}

/**
 * The process in a line of `stat`; null if the line is cut short. The start is field 22, in clock ticks since the boot. The
 * second field, the name in brackets, may itself contain blanks and brackets.
 */
function processInStat(stat: string): SeenProcess | null {
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const start = stat.includes(')') ? fields[18]?.trim() : undefined
  return start === undefined ? null : { start, isZombie: state === 'Z' }
}

/**
 * Not looked up on PATH: with two different `ps`, two runs could each conclude that the other is dead. Every Mac has both
 * programs.
 */
const PS = '/bin/ps'
const SYSCTL = '/usr/sbin/sysctl'

/** A date as `ps -o lstart=` prints it: `Thu Nov  5 03:07:36 2026`. */
const PS_DATE = String.raw`\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}`

/**
 * macOS, by `ps` and `sysctl`, as the CLI itself does there (docs/claude-cli.md#the-owners-record). It has no pid namespaces.
 * @param ask runs a program and returns what it prints, null if it fails; for tests on other systems
 */
export function darwinProcesses(ask = outputOf): ProcessTable {
  let bootId: string | null = null
  return {
    scope: () => {
      bootId ??= ask(SYSCTL, ['-n', 'kern.bootsessionuuid'])
      return { bootId, pidNamespace: 'darwin' }
    },
    see: pid => processInPs(ask(PS, ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)]) ?? ''),
    recordInShell: `stat="$$ $(LC_ALL=C TZ=UTC ${PS} -o lstart= -p $$)"`
  }
}

function processInPs(line: string): SeenProcess | null {
  const [, state, start] = new RegExp(`^(\\S+) +(${PS_DATE})$`).exec(line) ?? []
  return state === undefined || start === undefined ? null : { start, isZombie: state.startsWith('Z') }
}

/** How long one answer may take, in milliseconds; 10 is usual. */
const TIMEOUT_MS = 5000

/** What a program prints; null if that is nothing, or it fails. The environment makes `ps` write dates the same for every caller. */
function outputOf(program: string, args: readonly string[]): string | null {
  const env = { LC_ALL: 'C', TZ: 'UTC' }
  const { status, stdout } = spawnSync(program, args, { env, encoding: 'utf8', timeout: TIMEOUT_MS })
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null
}
