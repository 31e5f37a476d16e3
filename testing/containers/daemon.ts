import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../../src/core/or-null.js'
import { startProgram, type Ended, type Running } from '../program.js'
import { until } from '../waiting.js'

/** PATH of programs for administrators, such as `dockerd`. */
export const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin'

/** A `dockerd` of our own, which keeps everything in one folder, and changes no network. */
export class Daemon implements AsyncDisposable {
  private constructor(
    private readonly folder: string,
    private readonly running: Running
  ) {}

  /**
   * Starts it in the namespaces of this process, and waits until it answers.
   *
   * @param folder an empty folder with a short path, because it gets the socket
   * @throws Error if it ends instead, with the end of its log
   */
  static async start(folder: string): Promise<Daemon> {
    const at = (name: string): string => path.join(folder, name)
    const command = [
      ...['dockerd', '--data-root', at('data'), '--exec-root', at('exec'), '--pidfile', at('pid')],
      ...['--host', `unix://${at('docker.sock')}`, '--iptables=false', '--ip6tables=false', '--bridge=none'],
      ...['--exec-opt', 'native.cgroupdriver=cgroupfs', '--cgroup-parent', cgroupOf(folder)]
    ]
    // Ctrl-C reaches the whole process group, but the engine must outlive the clean-up. Its namespaces end it in any case.
    const running = startProgram(command, { env: { PATH: SYSTEM_PATH, HOME: folder }, detached: true })
    let ended: Ended | Error | undefined
    running.ended.then(
      end => (ended = end),
      (error: unknown) => (ended = error instanceof Error ? error : new Error(String(error)))
    )
    const daemon = new Daemon(folder, running)
    await until(() => ended !== undefined || existsSync(at('docker.sock')))
    if (ended instanceof Error) throw ended
    if (ended !== undefined) throw new Error(`dockerd ended: ${ended.stderr.trim().split('\n').slice(-3).join('; ')}`)
    return daemon
  }

  /** Its address. */
  get host(): string {
    return `unix://${path.join(this.folder, 'docker.sock')}`
  }

  /** Ends it, and waits until it has ended. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.running.signal('SIGTERM')
    await this.running.ended
  }
}

/** The name of the cgroups of its containers. */
function cgroupOf(folder: string): string {
  return path.basename(folder)
}

/** Removes the empty control groups that an engine with this folder has left, also those of containers that were killed with it. */
export function removeCgroups(folder: string): void {
  const root = '/sys/fs/cgroup'
  for (const hierarchy of ['.', ...foldersIn(root)]) removeGroup(path.join(root, hierarchy, cgroupOf(folder)))
}

/** Removes a group after those in it; the files in a group go with it. */
function removeGroup(group: string): void {
  for (const name of foldersIn(group)) removeGroup(path.join(group, name))
  orNull(() => {
    rmdirSync(group)
  })
}

function foldersIn(folder: string): readonly string[] {
  const entries = orNull(() => readdirSync(folder, { withFileTypes: true })) ?? []
  return entries.filter(entry => entry.isDirectory()).map(({ name }) => name)
}
