import fs from 'node:fs'
import { performance } from 'node:perf_hooks'
import { orNull } from '../or-null.js'
import { removeLock } from './cli-lock-record.js'

/** A lock is stale after 10 s for 2.1.30, after 60 s for newer versions (docs/claude-cli.md#two-locks-around-a-refresh). */
const RENEW_EVERY_MS = 2000

/**
 * How often to check whether a renewal is due, in milliseconds: if the wall clock jumps, a session would consider a fresh
 * lock stale.
 */
const LOOK_EVERY_MS = 50
const JUMP_MS = 1000

/** Our lock folders; their modification time is renewed until they are released. */
export class RenewedLocks {
  /** When each lock was last renewed, in milliseconds since 1970. */
  readonly #renewedAtMs = new Map<string, number>()
  #lastRoundMs = performance.now()
  #driftMs = driftMs()
  #isLost = false
  #renewal: NodeJS.Timeout | undefined

  /** Starts renewing a lock that was just made. */
  add(lockPath: string): void {
    this.#renewedAtMs.set(lockPath, Date.now())
    this.#renew(lockPath) // mkdir may have set the time by the clock of a file server
    this.#renewal ??= setInterval(() => {
      this.#renewWhenDue()
    }, LOOK_EVERY_MS).unref()
  }

  has(lockPath: string): boolean {
    return this.#renewedAtMs.has(lockPath)
  }

  /** Whether another process has taken over one of our locks; only possible if the machine, or this process, slept for long. */
  isLost(): boolean {
    this.#renewAll()
    return this.#isLost
  }

  /** Removes the locks that are still ours, the last one first. */
  release(): void {
    clearInterval(this.#renewal)
    for (const lockPath of [...this.#renewedAtMs.keys()].reverse()) if (this.#isOurs(lockPath)) removeLock(lockPath)
  }

  #renewWhenDue(): void {
    const isDue = performance.now() - this.#lastRoundMs > RENEW_EVERY_MS
    if (isDue || Math.abs(driftMs() - this.#driftMs) > JUMP_MS) this.#renewAll()
  }

  #renewAll(): void {
    this.#lastRoundMs = performance.now()
    this.#driftMs = driftMs()
    for (const lockPath of this.#renewedAtMs.keys()) {
      if (this.#isOurs(lockPath)) this.#renew(lockPath)
      else this.#isLost = true
    }
  }

  /** If the lock was just taken over, the next check finds out. If renewing keeps failing, it becomes stale and is taken over. */
  #renew(lockPath: string): void {
    orNull(() => {
      // The time must never go back, or the lock would look stale to others. Nor may it be earlier than the lock's
      // birth time: macOS (APFS, HFS+) would then change the birth time.
      const nowMs = Date.now() + 1 - Math.min(0, driftMs())
      fs.utimesSync(lockPath, nowMs / 1000, nowMs / 1000)
      this.#renewedAtMs.set(lockPath, nowMs)
    })
  }

  /** A takeover comes long after our last renewal, so the new lock has a different time. */
  #isOurs(lockPath: string): boolean {
    const mtimeMs = orNull(() => fs.lstatSync(lockPath, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (mtimeMs === null) return true // the lock cannot be read now, which does not mean that it was taken over
    return Math.abs(mtimeMs - (this.#renewedAtMs.get(lockPath) ?? 0)) < RENEW_EVERY_MS
  }
}

/** By how many milliseconds the wall clock has jumped since this process started. */
function driftMs(): number {
  return Date.now() - (performance.timeOrigin + performance.now())
}
