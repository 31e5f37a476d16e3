import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { IsolatedHome } from '../home/isolated-home.js'
import { notWritable } from '../not-writable.js'
import { orNull } from '../or-null.js'
import { isConnectionOf, type Connection } from '../system/connection-owner.js'
import { signalGroup, signalProcess } from '../system/process-group.js'
import { isAlive, RECORD_IN_SHELL, type ProcessIdentity } from '../system/process-identity.js'
import { errorCode } from '../system/system-error.js'

/** It has no parent folder in which a `.mcp.json` could start programs (docs/claude-cli.md#the-environment). */
export const WORKING_DIRECTORY = '/'

/**
 * The shell records its own pid and start time, then becomes `claude`, so a later run can find every `claude` that ever ran.
 * If the HOME is gone, the record can't be written and `claude` never runs. `$0` is the record, which must be a new file:
 * `set -C` writes through no link (POSIX, Shell Command Language, `noclobber`).
 */
export const RECORD_AND_EXEC = `set -C; ${RECORD_IN_SHELL}; printf "%s\\n" "$stat" >"$0" && exec "$@"`

/**
 * Below normal, as `nice -n 5`: on an overloaded machine `clr` must get the CPU first, to end `claude` within milliseconds,
 * before it sends its token again.
 */
const NICENESS = 5

/** How `claude` ended. */
export interface ClaudeExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Why it could not even be started; null if it could. */
  readonly startError: string | null
}

/** How often to ask whether an adopted process still runs, in milliseconds. It is not our child, so we are not notified. */
const POLL_MS = 20

/** A running `claude` in its own process group, without standard input, with its output in files of its HOME. */
export class ClaudeProcess {
  private constructor(
    private readonly pid: number | undefined,
    readonly exited: Promise<ClaudeExit>,
    /** Whether the pid still belongs to this process. */
    private readonly isOwnPid: () => boolean
  ) {}

  /**
   * @param command the program and its arguments
   * @throws RefreshError `creds-not-writable`: there is no disk space for its output
   */
  static start(
    home: IsolatedHome,
    command: readonly string[],
    environment: Readonly<Record<string, string>>
  ): ClaudeProcess {
    const [stdout, stderr] = [openLog(home.logs.stdout), openLog(home.logs.stderr)]
    // If an earlier record is a folder, it can't be removed, and prevents `claude` from running.
    orNull(() => {
      rmSync(home.claudeRecord, { force: true })
    })
    try {
      const child = spawn('/bin/sh', ['-c', RECORD_AND_EXEC, home.claudeRecord, ...command], {
        cwd: WORKING_DIRECTORY,
        env: environment,
        detached: true,
        // Files, not pipes: if we were killed, a broken pipe would end an exchange under way.
        stdio: ['ignore', stdout, stderr]
      })
      const { pid } = child
      orNull(() => {
        if (pid !== undefined) setPriority(pid, NICENESS) // fails if it has ended, or the system has no priorities
      })
      return new ClaudeProcess(pid, exitOf(child), () => true)
    } finally {
      closeSync(stdout)
      closeSync(stderr)
    }
  }

  /** The `claude` that a killed run left behind. */
  static adopt(identity: ProcessIdentity): ClaudeProcess {
    return new ClaudeProcess(identity.pid, untilDead(identity), () => isAlive(identity) === 'yes')
  }

  /** Whether `claude`, or a process that it started, made a connection; `unknown` if the system doesn't say. */
  hasMade(connection: Connection): 'yes' | 'no' | 'unknown' {
    return this.pid === undefined ? 'no' : isConnectionOf(this.pid, connection)
  }

  /** Asks the whole group to end. */
  terminate(): void {
    signalGroup(this.pid, 'SIGTERM')
  }

  /** Ends the whole group; it is gone when the promise resolves. A `claude` of a sign-in leads no group, and ends by itself. */
  async kill(): Promise<void> {
    if (this.isOwnPid() && !signalGroup(this.pid, 'SIGKILL')) signalProcess(this.pid, 'SIGKILL')
    await this.exited
    await groupGone(this.pid)
  }
}

function openLog(file: string): number {
  try {
    return openSync(file, 'wx', 0o600)
  } catch (error) {
    throw notWritable(`cannot write ${file}`, error)
  }
}

/** Waits for `exit`, not `close`: a grandchild may hold our files open. */
export function exitOf(child: ChildProcess): Promise<ClaudeExit> {
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
  while (isAlive(identity) === 'yes') await sleep(POLL_MS)
  return { code: null, signal: null, startError: null }
}

/**
 * A killed grandchild is gone within a millisecond or two. One that remains after 15 ms is a zombie whose new parent is slow
 * to reap it: it can do no harm, and is not worth waiting for.
 */
async function groupGone(leaderPid: number | undefined): Promise<void> {
  for (let waitMs = 1; waitMs <= 8 && signalGroup(leaderPid, 0); waitMs *= 2) await sleep(waitMs)
}
