import path from 'node:path'
import { removeIfPossible } from './remove.js'
import { writeToDisk } from './sync.js'
import { errorCode } from './system-error.js'

/** Many times what the CLI needs to store a login, in bytes. */
const BALLAST_BYTES = 256 * 1024

const ballastIn = (home: string): string => path.join(home, 'ballast')

/**
 * Takes room on the disk that is let go when the CLI begins to store the new pair: a disk that fills up while the exchange
 * is under way would keep it from that. The CLI tries three times within 0.3 s (measured: 2.1.330).
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
