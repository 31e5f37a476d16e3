import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint } from '../../__tests__/stand-in/endpoint.js'
import { Arena, type Ended } from './arena.js'

/** A disk that fails, how the run ended, and what it did to the file and to the token. */
export interface DiskResult {
  readonly disk: string
  readonly ended: Ended
  readonly isFileAsItWas: boolean
  readonly exchanges: number
}

/** An unprivileged user (`nobody`), for whom modes count. */
const NOBODY = 65534

interface Disk {
  readonly name: string
  readonly break: (arena: Arena) => void
  readonly mend: (arena: Arena) => void
  readonly uid?: number
}

const DISKS: readonly Disk[] = [
  {
    name: 'ENOSPC: a tmpfs with no space left',
    break: arena => {
      mount(arena, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs')
      fill(folderOf(arena))
    },
    mend: unmount
  },
  {
    name: 'EROFS: a read-only mount',
    break: arena => {
      const folder = folderOf(arena)
      execFileSync('mount', ['--bind', folder, folder])
      execFileSync('mount', ['-o', 'remount,ro,bind', folder])
    },
    mend: arena => {
      execFileSync('umount', [folderOf(arena)])
    }
  },
  {
    name: 'EACCES: a folder of another user',
    break: arena => {
      chmodSync(arena.scratch.folder, 0o755)
      chownSync(arena.scratch.home, NOBODY, NOBODY)
      chownSync(arena.credsPath, NOBODY, NOBODY)
      chmodSync(folderOf(arena), 0o555)
    },
    mend: arena => {
      chmodSync(folderOf(arena), 0o700)
    },
    uid: NOBODY
  }
]

/** Whether this process may mount, as the disks need it: as root, outside an unprivileged container. */
export function mayMount(): boolean {
  try {
    const folder = join(process.env.TMPDIR ?? '/tmp', `clr-may-mount-${process.pid}`)
    mkdirSync(folder)
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    execFileSync('rmdir', [folder])
    return true
  } catch {
    return false
  }
}

/** Runs once on each disk that fails. */
export async function tryDisks(endpoint: Endpoint): Promise<readonly DiskResult[]> {
  const results: DiskResult[] = []
  for (const disk of DISKS) results.push(await tryDisk(endpoint, disk))
  return results
}

async function tryDisk(endpoint: Endpoint, disk: Disk): Promise<DiskResult> {
  const arena = await Arena.create(endpoint)
  const exchangesBefore = endpoint.requests.token.length
  disk.break(arena)
  try {
    const before = readFileSync(arena.credsPath, 'utf8')
    const ended = await arena.start(disk.uid === undefined ? {} : { uid: disk.uid }).ended
    return {
      disk: disk.name,
      ended,
      isFileAsItWas: readFileSync(arena.credsPath, 'utf8') === before,
      exchanges: endpoint.requests.token.length - exchangesBefore
    }
  } finally {
    disk.mend(arena)
    await arena.scratch.remove()
  }
}

/** Mounts something over the file's folder, and puts the file there again. */
function mount(arena: Arena, ...args: readonly string[]): void {
  const text = readFileSync(arena.credsPath, 'utf8')
  execFileSync('mount', [...args, folderOf(arena)])
  writeFileSync(arena.credsPath, text, { mode: 0o600 })
}

function unmount(arena: Arena): void {
  execFileSync('umount', [folderOf(arena)])
}

function folderOf(arena: Arena): string {
  return join(arena.credsPath, '..')
}

function fill(folder: string): void {
  try {
    for (;;) writeFileSync(join(folder, 'full'), Buffer.alloc(4096), { flag: 'a' })
  } catch {
    // As full as it gets.
  }
}
