import { NOTHING_KNOWN } from '../core/empty-report.js'
import type { RefreshReport } from '../core/report.js'
import { OLDEST_NODE } from './node-version.js'

const REMEDY = `Install Node ${OLDEST_NODE} or newer (https://nodejs.org), and put its folder first on PATH. This run did not use the refresh token.`

/**
 * Reports, for every command of `clr`, that this Node is too old: as one JSON object on stdout if the arguments include
 * `--json`, else on stderr.
 * @returns the exit status
 */
export function refuseCall(why: string, args: readonly string[]): 1 {
  const outcome = { refreshed: false, reason: 'usage', exitCode: 1 } as const
  const report: RefreshReport = { ...outcome, ...NOTHING_KNOWN, message: why, remedy: REMEDY }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`)
  else process.stderr.write(`clr: usage: ${why}\n     ${REMEDY}\n`)
  return 1
}
