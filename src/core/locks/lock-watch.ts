import { lstatSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { isOnNetwork } from '../system/file-system.js'

/**
 * Less than the default timeout of 45 s, and four renewals of a session, which renews every 5 s
 * (docs/claude-cli.md#its-own-locks). In milliseconds.
 */
const ABANDONED_AFTER_MS = 20_000

/** Where what we see may be a minute old. */
const ABANDONED_ON_NETWORK_AFTER_MS = 120_000

/** Two looks with more than this between them, in milliseconds, tell nothing: this process, or the machine, may have slept. */
const MAX_GAP_MS = 5000

interface Sighting {
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
  readonly #sightings = new Map<string, Sighting>()

  /** One more look at a lock. @returns whether it has gone without a renewal for so long that nobody holds it any more */
  isAbandoned(lockPath: string): boolean {
    const unrenewedMs = this.look(lockPath)
    if (unrenewedMs <= ABANDONED_AFTER_MS) return false
    return unrenewedMs > ABANDONED_ON_NETWORK_AFTER_MS || !isOnNetwork(lockPath)
  }

  /** One more look at a lock. @returns for how long it has not been renewed, in milliseconds, as far as we saw it */
  look(lockPath: string): number {
    const nowMs = performance.now()
    const mtimeNs = mtimeOf(lockPath)
    const before = this.#sightings.get(lockPath)
    if (mtimeNs === null) {
      this.#sightings.delete(lockPath)
      return 0
    }
    const isSame = before?.mtimeNs === mtimeNs && nowMs - before.lastMs <= MAX_GAP_MS
    const sinceMs = isSame ? before.sinceMs : nowMs
    this.#sightings.set(lockPath, { mtimeNs, sinceMs, lastMs: nowMs })
    return nowMs - sinceMs
  }
}

/** Null where there is no lock, or none that we may see. */
function mtimeOf(lockPath: string): bigint | null {
  try {
    return lstatSync(lockPath, { bigint: true }).mtimeNs
  } catch {
    return null
  }
}
