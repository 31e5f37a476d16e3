import { lstatSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { orNull } from '../or-null.js'
import { isOnNetwork } from '../system/file-system.js'

/**
 * A lock that is not renewed for this time counts as abandoned, in milliseconds. Less than the default timeout of 45 s, and
 * enough for four renewals by a session, which renews every 5 s (docs/claude-cli.md#its-own-locks).
 */
const ABANDONED_AFTER_MS = 20_000

/** `ABANDONED_AFTER_MS` for a network file system, where what we see may be a minute old. */
const ABANDONED_ON_NETWORK_AFTER_MS = 120_000

/**
 * After a longer gap between two looks, in milliseconds, watching starts over: this process, or the machine, may have slept.
 */
const MAX_GAP_MS = 5000

/**
 * Watches the locks of others. A live holder renews its lock, so a lock whose modification time does not change while we
 * watch is abandoned. Only our own monotonic clock counts: the modification time itself may come from a clock that is wrong,
 * has jumped, or is another machine's.
 */
export class LockWatch {
  /** The last look at each lock, and since when its modification time has been the same, on the clock of `performance.now()`. */
  readonly #looks = new Map<string, { readonly mtimeNs: bigint; readonly sinceMs: number; readonly lastMs: number }>()

  /** Looks at a lock once more. @returns whether it is abandoned: not renewed for too long */
  isAbandoned(lockPath: string): boolean {
    const unrenewedMs = this.look(lockPath)
    if (unrenewedMs <= ABANDONED_AFTER_MS) return false
    return unrenewedMs > ABANDONED_ON_NETWORK_AFTER_MS || !isOnNetwork(lockPath)
  }

  /** Looks at a lock once more. @returns for how many milliseconds we have not seen it renewed */
  look(lockPath: string): number {
    const nowMs = performance.now()
    const mtimeNs = orNull(() => lstatSync(lockPath, { bigint: true }).mtimeNs)
    const before = this.#looks.get(lockPath)
    if (mtimeNs === null) {
      this.#looks.delete(lockPath)
      return 0
    }
    const isSame = before?.mtimeNs === mtimeNs && nowMs - before.lastMs <= MAX_GAP_MS
    const sinceMs = isSame ? before.sinceMs : nowMs
    this.#looks.set(lockPath, { mtimeNs, sinceMs, lastMs: nowMs })
    return nowMs - sinceMs
  }
}
