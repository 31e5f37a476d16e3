import { DEFAULTS } from '../../core/options.js'
import { JSON_FIELDS, VARIABLES, WHICH_FILE } from './parts.js'

/** The help of `clr refresh`. */
export const REFRESH_HELP = `Refresh the login in a credentials file. This runs the official \`claude\` in a
temporary HOME.

Usage: clr refresh [--creds <FILE>] [--timeout <SECS>]
                   [--min-validity <DURATION>] [--dry-run] [--trace] [--json]

Options:
      --creds <FILE>             credentials file (default: that of the current
                                 account, see below)
      --timeout <SECS>           seconds for the whole refresh; 0 means no limit
                                 (default: ${DEFAULTS.timeout})
      --min-validity <DURATION>  do nothing if the access token is valid for
                                 longer than this: 30s, 90m, 2h or 1d, or a
                                 number of seconds; 0 means always refresh
                                 (default: ${DEFAULTS.minValidity})
      --dry-run                  only check what a refresh needs: the file,
                                 \`claude\`, free locks, disk space and
                                 permissions. Sends nothing, changes no file and
                                 does not wait; ignores --min-validity
      --trace                    show on stderr how \`claude\` is called, what it
                                 prints, and the log line that explains a
                                 failure; never a token
      --json                     print the result as one JSON object
  -h, --help                     show this help

${VARIABLES}
  CLR_CREDS         as --creds
  CLR_TIMEOUT       as --timeout
  CLR_MIN_VALIDITY  as --min-validity
  CLR_TRACE         as --trace: true or 1, false or 0

${WHICH_FILE}

Exit status:
  0  the login was refreshed, or there was nothing to do
  1  there was an error
  2  timed out, or another run or session was using the login
  With --dry-run: 0 ready, 1 a refresh would fail, 2 a lock is held (or a
  version manager took too long to answer)

Examples:
  clr refresh --dry-run && clr refresh
  clr refresh --creds ~/ci/.credentials.json --min-validity 2h

In cron, \`clr refresh >/dev/null\` mails you only failures and warnings. During
the last 7 days of a login, each run warns you that it ends soon.

${JSON_FIELDS}
`
