interface Event {
  readonly atMs: number
  readonly act: () => Promise<void> | void
}

/** What will happen, in the order of time; what happens at the same time, in the order in which it was added. */
export class Agenda {
  readonly #events: Event[] = []

  /** @param nowMs its time at first, in milliseconds since 1970; then the time of the event that `next` has returned */
  constructor(public nowMs: number) {}

  add(atMs: number, act: Event['act']): void {
    const later = this.#events.findIndex(event => event.atMs > atMs)
    this.#events.splice(later === -1 ? this.#events.length : later, 0, { atMs, act })
  }

  /** Removes and returns what happens next; null if nothing happens before that time. */
  next(beforeMs: number): Event | null {
    const [first] = this.#events
    if (first === undefined || first.atMs >= beforeMs) return null
    this.#events.shift()
    this.nowMs = first.atMs
    return first
  }
}
