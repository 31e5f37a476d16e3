import fs from 'node:fs'
import { performance } from 'node:perf_hooks'
import { removeLock } from './cli-lock-record.js'

/** 2.1.30 takes a lock for stale after 10 s, newer versions after 60 s (docs/claude-cli.md#two-locks-around-a-refresh). */
const RENEW_EVERY_MS = 2000

/** How often to see whether it is time to renew: a wall clock that has jumped makes a fresh lock look stale to a session. */
const LOOK_EVERY_MS = 50
const JUMP_MS = 1000

/** Lock folders of ours, whose modification time is renewed until they are let go. */
export class RenewedLocks {
  /** When each was renewed last, in milliseconds since 1970. */
  readonly #renewedAtMs = new Map<string, number>()
  #lastRoundMs = performance.now()
  #driftMs = driftMs()
  #isLost = false
  #renewal: NodeJS.Timeout | undefined

  /** Begins to renew a lock that was just made. */
  add(lockPath: string): void {
    this.#renewedAtMs.set(lockPath, Date.now())
    this.#renew(lockPath) // by our own clock, which a file server may not have
    this.#renewal ??= setInterval(() => {
      this.#renewWhenDue()
    }, LOOK_EVERY_MS).unref()
  }

  has(lockPath: string): boolean {
    return this.#renewedAtMs.has(lockPath)
  }

  /** Whether another has taken over a lock of ours: it can only if the machine, or this process, slept for long. */
  isLost(): boolean {
    this.#renewAll()
    return this.#isLost
  }

  /** Lets go of those that are still ours, the last one first. */
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

  #renew(lockPath: string): void {
    try {
      // Never back in time: it would look stale to others. Nor before its birth, which macOS would then move (APFS, HFS+).
      const nowMs = Date.now() + 1 - Math.min(0, driftMs())
      fs.utimesSync(lockPath, nowMs / 1000, nowMs / 1000)
      this.#renewedAtMs.set(lockPath, nowMs)
    } catch {
      // Just taken away: the next look tells. If it can't be renewed for long, it gets stale, and then another's.
    }
  }

  /** Whoever takes over does so long after our last renewal, and the folder has another time then. */
  #isOurs(lockPath: string): boolean {
    try {
      const stats = fs.lstatSync(lockPath, { throwIfNoEntry: false })
      return Math.abs((stats?.mtimeMs ?? 0) - (this.#renewedAtMs.get(lockPath) ?? 0)) < RENEW_EVERY_MS
    } catch {
      return true // it can't be seen now, and nothing says that it is another's
    }
  }
}

/** By how much the wall clock has jumped since this process began, in milliseconds. */
function driftMs(): number {
  return Date.now() - (performance.timeOrigin + performance.now())
}
