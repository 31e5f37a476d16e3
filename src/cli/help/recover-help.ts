import { DEFAULTS } from '../../core/options.js'
import { JSON_FIELDS, VARIABLES, WHICH_FILE } from './parts.js'

/** The help of `clr recover`. */
export const RECOVER_HELP = `Save the new tokens of an interrupted \`clr refresh\`: put them into the
credentials file, and remove what that run left behind. Nothing is refreshed.
The next \`clr refresh\` does this too; use \`clr recover\` if no refresh may
follow, for example at the end of a job.

Usage: clr recover [--creds <FILE>] [--timeout <SECS>] [--json]

Options:
      --creds <FILE>    credentials file (default: that of the current account,
                        see below)
      --timeout <SECS>  seconds to wait for a run that is still in progress; 0
                        means no limit (default: ${DEFAULTS.timeout})
      --json            print the result as one JSON object
  -h, --help            show this help

${VARIABLES}
  CLR_CREDS    as --creds
  CLR_TIMEOUT  as --timeout

${WHICH_FILE}

Exit status:
  0  the tokens were saved, or there were none
  1  there was an error
  2  timed out, or another run or session was using the login

${JSON_FIELDS}
`
