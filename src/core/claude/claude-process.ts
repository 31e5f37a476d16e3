import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { IsolatedHome } from '../home/isolated-home.js'
import { notWritable } from '../not-writable.js'
import { isConnectionOf, type Connection } from '../system/connection-owner.js'
import { signalGroup } from '../system/process-group.js'
import { isAlive, RECORD_IN_SHELL, type ProcessIdentity } from '../system/process-identity.js'
import { errorCode } from '../system/system-error.js'

/**
 * Puts its own pid and start time on record and becomes `claude`, so that no `claude` ever runs that a later run could
 * not find. If the HOME is gone the record can't be written, and `claude` never runs. `$0` is the record, a new file: `set -C`
 * writes through no link (POSIX, Shell Command Language, `noclobber`).
 */
const RECORD_AND_EXEC = `set -C; ${RECORD_IN_SHELL}; printf "%s\\n" "$stat" >"$0" && exec "$@"`

/** Below normal, as `nice -n 5`. */
const NICENESS = 5

/** How `claude` is started. */
export interface ClaudeCommand {
  /** The program, and its arguments. */
  readonly command: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly workingDirectory: string
}

/** How `claude` ended. */
export interface ClaudeExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Why it could not even be started; null if it could. */
  readonly startError: string | null
}

/** How often to ask whether an adopted process still runs, in milliseconds: it is not our child, so we are not notified. */
const ASK_EVERY_MS = 20

/** A running `claude`, in a process group of its own, with no standard input and its output in files of its HOME. */
export class ClaudeProcess {
  private constructor(
    private readonly pid: number | undefined,
    readonly exited: Promise<ClaudeExit>,
    /** Whether the pid is still this process's own. */
    private readonly isOwnPid: () => boolean
  ) {}

  /** @throws RefreshError `creds-not-writable`: there is no room for what it prints */
  static start(home: IsolatedHome, { command, environment, workingDirectory }: ClaudeCommand): ClaudeProcess {
    const [stdout, stderr] = [openLog(home.logs.stdout), openLog(home.logs.stderr)]
    removeEarlierRecord(home.claudeRecord)
    try {
      const child = spawn('/bin/sh', ['-c', RECORD_AND_EXEC, home.claudeRecord, ...command], {
        cwd: workingDirectory,
        env: environment,
        detached: true,
        // Files, not pipes: a pipe would end an exchange under way if we were killed.
        stdio: ['ignore', stdout, stderr]
      })
      makeNice(child.pid)
      return new ClaudeProcess(child.pid, exitOf(child), () => true)
    } finally {
      closeSync(stdout)
      closeSync(stderr)
    }
  }

  /** The `claude` that a killed run left behind. */
  static adopt(identity: ProcessIdentity): ClaudeProcess {
    return new ClaudeProcess(identity.pid, untilDead(identity), () => isAlive(identity) === 'yes')
  }

  /** Whether this process, or one that it started, made a connection; `unknown` if the system doesn't say. */
  hasMade(connection: Connection): 'yes' | 'no' | 'unknown' {
    return this.pid === undefined ? 'no' : isConnectionOf(this.pid, connection)
  }

  /** Asks the whole group to end. */
  terminate(): void {
    signalGroup(this.pid, 'SIGTERM')
  }

  /** Ends the whole group; it is gone when the promise resolves. */
  async kill(): Promise<void> {
    if (this.isOwnPid()) signalGroup(this.pid, 'SIGKILL')
    await this.exited
    await groupGone(this.pid)
  }
}

/** What is no file stays in the way, and keeps `claude` from running. */
function removeEarlierRecord(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // A folder.
  }
}

function openLog(file: string): number {
  try {
    return openSync(file, 'wx', 0o600)
  } catch (error) {
    throw notWritable(`cannot write ${file}`, error)
  }
}

/**
 * On a machine that is overloaded `clr` has to get the CPU before `claude` does: to end it within milliseconds, before it
 * sends its token again.
 */
function makeNice(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS)
  } catch {
    // It has ended already, or this system has no such thing.
  }
}

/** `exit`, not `close`: nothing here waits for a grandchild that holds our files. */
function exitOf(child: ChildProcess): Promise<ClaudeExit> {
  return new Promise(resolve => {
    child.once('exit', (code, signal) => {
      resolve({ code, signal, startError: null })
    })
    child.once('error', error => {
      resolve({ code: null, signal: null, startError: errorCode(error) })
    })
  })
}

async function untilDead(identity: ProcessIdentity): Promise<ClaudeExit> {
  while (isAlive(identity) === 'yes') await sleep(ASK_EVERY_MS)
  return { code: null, signal: null, startError: null }
}

/**
 * A killed grandchild is gone within a millisecond or two. One that still counts then is a zombie whose new parent takes
 * its time to reap it: it can do no harm, and is not worth waiting for.
 */
async function groupGone(leaderPid: number | undefined): Promise<void> {
  for (let waitMs = 1; waitMs <= 8 && signalGroup(leaderPid, 0); waitMs *= 2) await sleep(waitMs)
}
