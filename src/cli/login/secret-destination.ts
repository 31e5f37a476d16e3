import type { LoginDestination } from '../../core/login-destination.js'
import { RefreshError } from '../../core/reasons.js'
import type { SecretDestination } from '../login-options.js'

/** What the destination needs of the program. */
export interface DestinationContext {
  readonly environment: NodeJS.ProcessEnv
  /** Aborted when the user cancels. */
  readonly cancel: AbortSignal
  /** Prints a line for people while `clr` is at work. */
  readonly say: (line: string) => void
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
}

/** @throws RefreshError */
export function openSecretDestination(
  { kind }: SecretDestination,
  { environment }: DestinationContext
): Promise<LoginDestination> {
  const where = environment.GITHUB_API_URL ?? 'GitHub'
  throw new RefreshError('internal', `\`clr login --${kind}\` is not built yet, for ${where}`)
}
