import { DEFAULTS } from '../refresh/options.js'

const CLR_HELP = `Keep a Claude subscription login fresh.

Usage: clr refresh [options]

Commands:
  refresh          refresh the login in a credentials file

Options:
  -h, --help       show this help; \`clr refresh --help\` shows the options of refresh
      --version    show the version
`

const REFRESH_HELP = `Refresh the login in a credentials file: the official \`claude\` does it, in a HOME of its own.

Usage: clr refresh [--creds <FILE>] [--timeout <SECS>] [--min-validity <DURATION>] [--trace] [--json]

Options:
      --creds <FILE>             credentials file (default: ${DEFAULTS.creds})
      --timeout <SECS>           seconds for the whole refresh, 0 = no limit (default: ${DEFAULTS.timeout})
      --min-validity <DURATION>  do nothing while the token is good for longer than this, for example 90m, 2h or
                                 3600 (seconds); 0 = always refresh (default: ${DEFAULTS.minValidity})
      --trace                    show the underlying call on stderr, then make it
      --json                     print the result as one JSON object
  -h, --help                     show this help

Exit status:
  0  refreshed and written back (or nothing to do)
  1  error, or no refresh occurred
  2  the deadline passed

Examples:
  clr refresh
  clr refresh --creds ~/ci/.credentials.json --min-validity 2h
`

/** The help of the program, or of one command. */
export function helpText(of: 'clr' | 'refresh'): string {
  return of === 'clr' ? CLR_HELP : REFRESH_HELP
}
