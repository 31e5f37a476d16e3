/** What the stand-in does to a request. Some faults do the work first: they store or delete the secret. */
export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Record<string, string>
      readonly body?: unknown
    }
  /** Closes the connection without an answer, or never answers; with `-after`, only after the work. */
  | { readonly kind: 'drop' | 'drop-after' | 'hang' | 'hang-after' }
  /** Does something else first (another client writes a secret, the key is rotated), then answers as usual. */
  | { readonly kind: 'meanwhile'; readonly act: () => void }

/** Which requests meet a fault. */
export interface FaultRule {
  readonly fault: Fault
  /** GET, PUT, DELETE; any by default. */
  readonly method?: string
  /** Matches a part of the path; any path by default. */
  readonly path?: RegExp
  /** How many requests; one by default. */
  readonly times?: number
  /** Asked at each request: once it is true, no request meets this fault any more. */
  readonly isOver?: () => boolean
}

/** The faults that later requests will meet. */
export class Faults {
  #rules: { readonly rule: FaultRule; left: number }[] = []

  /** Adds a rule after the existing ones. */
  add(rule: FaultRule): void {
    this.#rules.push({ rule, left: rule.times ?? 1 })
  }

  /** Removes all rules. */
  clear(): void {
    this.#rules = []
  }

  /** The fault that a request meets, counted as used; null if it meets none. */
  take(method: string, path: string): Fault | null {
    const found = this.#rules.find(
      ({ rule, left }) =>
        left > 0 && (rule.method ?? method) === method && (rule.path?.test(path) ?? true) && !(rule.isOver?.() ?? false)
    )
    if (found === undefined) return null
    found.left -= 1
    return found.rule.fault
  }
}
