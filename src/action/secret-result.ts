import { describeSecret, type Marker, type SecretLocation } from '../github-secrets/location.js'

/** What a step did with one of the secrets that its inputs name. */
export interface SecretResult {
  readonly name: string
  readonly location: SecretLocation
  readonly content: 'credentials' | 'access token'
  /** `unchanged`: it holds these tokens already, or newer ones of another job. */
  readonly state: 'stored' | 'unchanged' | 'not-stored'
}

/** What was done with a secret, in a clause. @param mark how names are shown */
export function describeResult({ name, location, state }: SecretResult, mark: Marker): string {
  const secret = describeSecret(name, location, mark)
  switch (state) {
    case 'stored':
      return `stored in ${secret}`
    case 'unchanged':
      return `not changed: ${secret} already has these tokens`
    case 'not-stored':
      return `not stored in ${secret}`
  }
}

/** The same for the log: `stored in CLAUDE_CREDENTIALS of environment claude of octo/demo`. */
export function logLineOf(result: SecretResult): string {
  const clause = describeResult(result, plainName)
  return result.content === 'credentials' ? clause : `access token ${clause}`
}

/** A name as it is, or in quotes if it is not one plain word. */
function plainName(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name)
}
