import { DOCS } from '../../core/project.js'
import { WHICH_FILE } from './parts.js'

/** The help of `clr status`. */
export const STATUS_HELP = `Show the state of a login: how long its access token is valid, when the login
itself ends, whether it was rejected, who is using it, and what to do. It only
reads: it changes and sends nothing, does not wait, and needs no \`claude\`.

Usage: clr status [<FILE>...] [--within <DURATION>] [--json]

Arguments:
  <FILE>...                credentials files; if one is missing, the others are
                           still shown (default: CLR_CREDS, else the file of the
                           current account, see below)

Options:
      --within <DURATION>  exit with 1 if a login ends within this time: 30s,
                           90m, 2h or 1d, or a number of seconds (default: 0)
      --json               print one JSON object, with times in ISO 8601
  -h, --help               show this help

${WHICH_FILE.replace('--creds', 'a <FILE>')}

Environment variables (empty means not set):
  CLR_CREDS    the file, if no argument names one
  NO_COLOR     print no colours, even on a terminal
  FORCE_COLOR  print colours, even in a pipe; 0 or false: none

Exit status:
  0  no login needs your attention. An expired access token is fine: the next
     refresh replaces it
  1  a login needs your attention: it is missing, unreadable, blanked,
     rejected, ended, not a login, or ends within --within; or you have to
     decide about saved tokens; or an argument is wrong

Examples:
  clr status
  clr status ~/ci/*/.credentials.json
  clr status --within 5d >/dev/null || echo 'sign in again soon'

Fields of --json: ${DOCS}/status.md
`
