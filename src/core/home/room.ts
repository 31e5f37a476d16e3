import { statfsSync } from 'node:fs'
import path from 'node:path'
import { removeIfPossible } from '../system/remove.js'
import { writeToDisk } from '../system/sync.js'
import { errorCode } from '../system/system-error.js'

/** What `claude` may need at its start for its logs and caches, many times over: it has to be able to store the pair. */
const MIN_FREE_BYTES = 1024 * 1024
const MIN_FREE_INODES = 256

/** Many times what the CLI needs to store a login, in bytes. */
const BALLAST_BYTES = 256 * 1024

const ballastIn = (home: string): string => path.join(home, 'ballast')

/** @throws an error with the code `ENOSPC` where `claude` would be short of room, else the failed system call's */
export function requireRoom(home: string): void {
  const { bavail, bsize, files, ffree } = statfsSync(home)
  const isShort = bavail * bsize < MIN_FREE_BYTES || (files > 0 && ffree < MIN_FREE_INODES)
  if (isShort) throw Object.assign(new Error('too little space'), { code: 'ENOSPC' })
}

/**
 * Takes room on the disk that is let go when the CLI begins to store the new pair: a disk that fills up while the exchange
 * is under way would keep it from that. The CLI tries three times within 0.3 s
 * (docs/claude-cli.md#storing-the-new-pair).
 * @throws the failed system call's error
 */
export function layBallast(home: string): void {
  try {
    writeToDisk(ballastIn(home), Buffer.alloc(BALLAST_BYTES))
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** Lets the room go. Never throws. */
export function dropBallast(home: string): void {
  removeIfPossible(ballastIn(home))
}
