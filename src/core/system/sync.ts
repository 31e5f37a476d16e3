import nodeFs from 'node:fs'
import { removeIfPossible } from './remove.js'

/**
 * Puts a file's content, or a folder's names, on the disk. Never throws: some file systems cannot sync a folder, and need
 * not; whoever needs a proof takes one elsewhere.
 */
export function syncToDisk(
  entry: string,
  fs: Pick<typeof nodeFs, 'openSync' | 'fsyncSync' | 'closeSync'> = nodeFs
): void {
  try {
    const fd = fs.openSync(entry, 'r')
    try {
      fs.fsyncSync(fd)
    } finally {
      fs.closeSync(fd)
    }
  } catch {
    // Only a crash of the machine right now could tell the difference.
  }
}

/** Makes a new file, mode 600, on the disk: whole or not at all. @throws the failed system call's error */
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
