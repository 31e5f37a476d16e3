import { lstatSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { orNull } from '../or-null.js'
import { isOnNetwork } from '../system/file-system.js'

/**
 * Less than the default timeout of 45 s, and four renewals of a session, which renews every 5 s
 * (docs/claude-cli.md#its-own-locks). In milliseconds.
 */
const ABANDONED_AFTER_MS = 20_000

/** On a file system on which what we see may be a minute old. */
const ABANDONED_ON_NETWORK_AFTER_MS = 120_000

/** Two looks with more than this between them, in milliseconds, prove nothing: this process, or the machine, may have slept. */
const MAX_GAP_MS = 5000

interface Look {
  readonly mtimeNs: bigint
  readonly sinceMs: number
  readonly lastMs: number
}

/**
 * Watches the locks of others. A holder that is alive renews its lock, so one whose time does not change before our eyes
 * is abandoned. Only our own monotonic clock counts: what the time of a lock says may come from a clock that is wrong, has
 * jumped, or is another machine's.
 */
export class LockWatch {
  readonly #looks = new Map<string, Look>()

  /** One more look at a lock. @returns whether it has gone without a renewal for so long that it is abandoned */
  isAbandoned(lockPath: string): boolean {
    const unrenewedMs = this.look(lockPath)
    if (unrenewedMs <= ABANDONED_AFTER_MS) return false
    return unrenewedMs > ABANDONED_ON_NETWORK_AFTER_MS || !isOnNetwork(lockPath)
  }

  /** One more look at a lock. @returns for how long it has not been renewed, in milliseconds, as far as we saw it */
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
