import nodeFs from 'node:fs'

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
