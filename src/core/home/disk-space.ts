import { mkdirSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { removeIfPossible } from '../system/remove.js'
import { writeToDisk } from '../system/sync.js'
import { errorCode } from '../system/system-error.js'

/** Many times what `claude` needs for its logs and caches at start-up, so that it can still store the pair. */
const MIN_FREE_BYTES = 1024 * 1024
const MIN_FREE_INODES = 256

/** Many times what the CLI needs to store a login, in bytes. */
const BALLAST_BYTES = 256 * 1024

const ballastIn = (home: string): string => path.join(home, 'ballast')

/**
 * Makes the folder of a HOME, mode 700, and checks that `claude` has enough space there.
 * @throws an error with the code `ENOSPC`, or the failed system call's error
 */
export function makeFolderWithSpace(home: string): void {
  mkdirSync(home, { mode: 0o700 })
  requireSpace(home)
}

/** Checks that `claude` has enough space. @throws an error with the code `ENOSPC`, or the failed system call's error */
function requireSpace(home: string): void {
  const { bavail, bsize, files, ffree } = statfsSync(home)
  const isShort = bavail * bsize < MIN_FREE_BYTES || (files > 0 && ffree < MIN_FREE_INODES)
  if (isShort) throw Object.assign(new Error('too little space'), { code: 'ENOSPC' })
}

/**
 * Reserves space on the disk until the CLI starts to store the new pair, in case the disk fills up during the exchange. The CLI
 * tries to store the pair three times within 0.3 s (docs/claude-cli.md#storing-the-new-pair).
 * @throws the failed system call's error
 */
export function writeBallast(home: string): void {
  try {
    writeToDisk(ballastIn(home), Buffer.alloc(BALLAST_BYTES))
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** Frees the reserved space. Never throws. */
export function removeBallast(home: string): void {
  removeIfPossible(ballastIn(home))
}
