/** What the stand-in does in place of, or after, its work. */
export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Record<string, string>
      readonly body?: unknown
    }
  /** Ends the connection without an answer, before the work. */
  | { readonly kind: 'drop' }
  /** Does the work, then ends the connection without an answer. */
  | { readonly kind: 'drop-after' }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Does the work, then never answers. */
  | { readonly kind: 'hang-after' }
  /** Lets something happen first (somebody else writes, the key is rotated), then works as ever. */
  | { readonly kind: 'meanwhile'; readonly act: () => void }

/** Which requests a fault meets. */
export interface FaultRule {
  readonly fault: Fault
  /** GET, PUT, DELETE; every one unless given. */
  readonly method?: string
  /** A part of the path; every one unless given. */
  readonly path?: RegExp
  /** How often; once unless given. */
  readonly times?: number
}

/** Faults that wait for their requests. */
export class Faults {
  #rules: { readonly rule: FaultRule; left: number }[] = []

  /** Adds a rule after those that are there. */
  add(rule: FaultRule): void {
    this.#rules.push({ rule, left: rule.times ?? 1 })
  }

  /** Forgets them all. */
  clear(): void {
    this.#rules = []
  }

  /** The fault that a request meets, spent once; null if it meets none. */
  take(method: string, path: string): Fault | null {
    const found = this.#rules.find(
      ({ rule, left }) => left > 0 && (rule.method ?? method) === method && (rule.path?.test(path) ?? true)
    )
    if (found === undefined) return null
    found.left -= 1
    return found.rule.fault
  }
}
