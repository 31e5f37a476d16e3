import type { AnyLogin } from './credentials/credentials.js'
import type { Log, RefreshOptions } from './options.js'
import type { RefreshReport } from './report.js'

/** The options of a dry run. `min-validity` has no meaning for it. */
export interface DryRunOptions extends Omit<RefreshOptions, 'minValidityMs' | 'insist'> {
  /** The login that a real run would first put into the file, which need not exist; null: the login is in the file. */
  readonly incoming: AnyLogin | null
  /** Whether a real run would find `claude` on PATH; else it would install one first, and none is looked for. */
  readonly findsClaude: boolean
}

/**
 * Checks, in the order of `refresh`, everything that can be proven without sending the refresh token. Takes no lock, waits for
 * nothing, and leaves every file as it is. The report says `ready`, or how a refresh would end.
 */
export function dryRun(_options: DryRunOptions, _log: Log): Promise<RefreshReport> {
  throw new Error('not written yet')
}
