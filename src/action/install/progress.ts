import { performance } from 'node:perf_hooks'

/** How often a slow download shows how far it is, in milliseconds. */
const PROGRESS_EVERY_MS = 10_000

/** Shows now and then how far a download is, beginning with the first time that it is slow. */
export class Progress {
  #received = 0
  #shownAtMs = performance.now()

  /** @param size in bytes; null if it is not known */
  constructor(
    private readonly size: number | null,
    private readonly show: (line: string) => void,
    private readonly everyMs = PROGRESS_EVERY_MS
  ) {}

  /** How many bytes have come. */
  get received(): number {
    return this.#received
  }

  /** Counts what has come. */
  add(bytes: number): void {
    this.#received += bytes
    if (performance.now() - this.#shownAtMs < this.everyMs) return
    this.#shownAtMs = performance.now()
    this.show(`downloaded ${megabytes(this.#received, this.size)}`)
  }
}

/** `62 of 186 MB`, or `62 MB` if the size is not known; with one decimal if it is small. */
export function megabytes(bytes: number, size: number | null = null): string {
  const digits = (size ?? bytes) < 10_000_000 ? 1 : 0
  const [done, all] = [bytes, size].map(count => ((count ?? 0) / 1_000_000).toFixed(digits))
  return size === null ? `${done} MB` : `${done} of ${all} MB`
}
