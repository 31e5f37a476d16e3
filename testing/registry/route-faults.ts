/** What the stand-in does in place of its usual answer. */
export type RouteFault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }
  /** Closes the connection after this many bytes of the body, or before the answer. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'drop' }
  /** Sends no more after this many bytes of the body; by default never answers. */
  | { readonly kind: 'hang'; readonly afterBytes?: number }
  /** Sends the body with one wrong byte, in its middle. */
  | { readonly kind: 'wrong-byte' }
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** Redirects to the same path below this address. */
  | { readonly kind: 'redirect'; readonly to: string }

/** The kinds of requests that the stand-in answers. */
export type Route = 'metadata' | 'tarball' | 'keys'

/** Which requests meet a fault. */
export interface RouteFaultRule {
  readonly fault: RouteFault
  readonly route: Route
  /** Only requests for this package; any by default. */
  readonly package?: string
  /** How many requests; all by default. */
  readonly times?: number
}

/** The faults that later requests will meet. */
export class RouteFaults {
  readonly #rules: { readonly rule: RouteFaultRule; left: number }[] = []

  /** Adds a rule after the existing ones. */
  add(rule: RouteFaultRule): void {
    this.#rules.push({ rule, left: rule.times ?? Infinity })
  }

  /** The fault that a request meets, counted as used; null if it meets none. */
  take(route: Route, packageName: string): RouteFault | null {
    const found = this.#rules.find(
      ({ rule, left }) => left > 0 && rule.route === route && (rule.package ?? packageName) === packageName
    )
    if (found === undefined) return null
    found.left -= 1
    return found.rule.fault
  }
}
