import { NOT_FOUND, refusalFor, type ApiAnswer } from './secrets.js'

/** One request for an environment itself. */
export interface EnvironmentRequest {
  readonly method: string
  readonly token: string
  /** The body as it was sent; empty for none. */
  readonly sent: string
  /** Whether the token may create, change and remove environments ("Administration: write"). */
  readonly mayAdminister: boolean
}

/** The environments of all repositories, by their path in the API. */
export class Environments {
  readonly #rules = new Map<string, readonly string[]>()

  /** Adds an environment, unless it exists. */
  add(path: string): void {
    if (!this.#rules.has(path)) this.#rules.set(path, [])
  }

  /** Sets the protection rules of an environment, by their types: `required_reviewers`. */
  protect(path: string, ...rules: readonly string[]): void {
    this.#rules.set(path, rules)
  }

  /** The protection rules of an environment; undefined if it does not exist. */
  rulesOf(path: string): readonly string[] | undefined {
    return this.#rules.get(path)
  }

  /**
   * Answers as GitHub does: https://docs.github.com/en/rest/deployments/environments. A PUT creates or updates, so without a
   * body it removes all protection rules; with one, this stand-in does not know what it does.
   */
  answer(path: string, { method, token, sent, mayAdminister }: EnvironmentRequest): ApiAnswer {
    if (method === 'PUT') {
      if (!mayAdminister) return refusalFor(token)
      if (sent !== '') return { status: 422, body: { message: 'The stand-in takes no body here' } }
      this.#rules.set(path, [])
    }
    const rules = this.#rules.get(path)
    if (rules === undefined) return NOT_FOUND
    return {
      status: 200,
      body: { name: path.split('/').slice(5).join('/'), protection_rules: rules.map(type => ({ type })) }
    }
  }
}
