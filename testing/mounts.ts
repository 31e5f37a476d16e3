import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What is mounted now, in the order of mounting. */
const mounted: string[] = []

/** Whether this process may mount a file system: it must be root, and not in an unprivileged container. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'clr-may-mount-'))
  try {
    mount(folder, '-t', 'tmpfs', 'tmpfs')
    return true
  } catch {
    return false
  } finally {
    unmountAll()
    rmdirSync(folder)
  }
}

/** Mounts a tmpfs of this size (in the format of mount(8)) over the folder of a file, and copies the file into it. */
export function mountTmpfs(folder: string, file: string, size: string): void {
  const text = readFileSync(file, 'utf8')
  mount(folder, '-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs')
  writeFileSync(file, text, { mode: 0o600 })
}

/** Changes the size of a mounted tmpfs. */
export function resizeTmpfs(folder: string, size: string): void {
  execFileSync('mount', ['-o', `remount,size=${size}`, folder])
}

/** Mounts a file or a folder over itself. */
export function mountOverItself(entry: string): void {
  mount(entry, '--bind', entry)
}

/** Mounts a folder over itself, read-only. */
export function mountReadOnly(folder: string): void {
  mountOverItself(folder)
  execFileSync('mount', ['-o', 'remount,ro,bind', folder])
}

/** Unmounts everything that was mounted here, even if a process still uses it. */
export function unmountAll(): void {
  for (let target = mounted.pop(); target !== undefined; target = mounted.pop()) {
    execFileSync('umount', ['--lazy', target])
  }
}

/** Fills a file system completely with one file. @returns its path */
export function fill(folder: string): string {
  const path = join(folder, 'full')
  try {
    for (;;) writeFileSync(path, Buffer.alloc(4096), { flag: 'a' })
  } catch {
    return path
  }
}

function mount(target: string, ...args: readonly string[]): void {
  execFileSync('mount', [...args, target], { stdio: 'ignore' })
  mounted.push(target)
}
