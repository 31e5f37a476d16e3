import { NOTHING_KNOWN } from '../core/nothing-known.js'
import type { RefreshReport } from '../core/report.js'
import { OLDEST_NODE } from './node-version.js'

const REMEDY = `Install Node ${OLDEST_NODE} or newer (https://nodejs.org), and put its folder first on PATH. This run did not send the refresh token.`

/**
 * Tells the caller of `clr` that this Node is too old, whatever was asked for: as one JSON object on stdout if the
 * arguments have `--json`, else on stderr.
 * @returns the exit status
 */
export function refuseCall(why: string, args: readonly string[]): 1 {
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(reportOf(why))}\n`)
  else process.stderr.write(`clr: usage: ${why}\n     ${REMEDY}\n`)
  return 1
}

/** As `clr` reports every run; its own function for that would bring the whole table of reasons with it. */
function reportOf(message: string): RefreshReport {
  return {
    refreshed: false,
    reason: 'usage',
    exitCode: 1,
    ...NOTHING_KNOWN,
    message,
    remedy: REMEDY
  }
}
