/**
 * A concurrency group of GitHub: one member runs, one waits, and a newer one takes the place of the one that waits
 * (https://docs.github.com/en/actions/using-jobs/using-concurrency).
 */
export class ConcurrencyGroup<Member> {
  #isRunning = false
  #waiting: Member | null = null

  /** @returns who is cancelled, since a newer one waits now; null if nobody is */
  enter(member: Member): { readonly mayStart: boolean; readonly cancelled: Member | null } {
    if (!this.#isRunning) {
      this.#isRunning = true
      return { mayStart: true, cancelled: null }
    }
    const cancelled = this.#waiting
    this.#waiting = member
    return { mayStart: false, cancelled }
  }

  /** The running one has ended. @returns who may start now; null if nobody waits */
  leave(): Member | null {
    const next = this.#waiting
    this.#waiting = null
    this.#isRunning = next !== null
    return next
  }
}
