import nodeFs from 'node:fs'
import { orNull } from '../or-null.js'
import { removeIfPossible } from './remove.js'

/**
 * Flushes a file's content, or a folder's names, to the disk. Never throws, so it proves nothing: some file systems cannot
 * sync a folder, and need not. A failure matters only if the machine crashes right now.
 */
export function syncToDisk(
  entry: string,
  fs: Pick<typeof nodeFs, 'openSync' | 'fsyncSync' | 'closeSync'> = nodeFs
): void {
  orNull(() => {
    const fd = fs.openSync(entry, 'r')
    try {
      fs.fsyncSync(fd)
    } finally {
      fs.closeSync(fd)
    }
  })
}

/** Writes a new file, mode 600, through to the disk: whole or not at all. @throws the failed system call's error */
export function writeToDisk(file: string, content: string | Buffer): void {
  const fd = nodeFs.openSync(file, 'wx', 0o600)
  try {
    nodeFs.writeFileSync(fd, content)
    nodeFs.fsyncSync(fd)
  } catch (error) {
    removeIfPossible(file)
    throw error
  } finally {
    nodeFs.closeSync(fd)
  }
}
