import { DEFAULTS } from '../core/options.js'

const CLR_HELP = `Keep a Claude subscription login fresh.

Usage: clr <command> [options]

Commands:
  refresh        refresh the login in a credentials file
  login          sign in, and put the new login into a file or a secret
  status         show how the login in a file is: read-only
  recover        only put back what a killed run had got, and clear away
                 what it left

Options:
  -h, --help     show this help; \`clr refresh --help\` shows the options of
                 a command
      --version  show the version
`

const WHICH_FILE = `Without --creds and CLR_CREDS the file is the current account's:
$CLAUDE_CONFIG_DIR/.credentials.json if that variable is set, else
~/.claude/.credentials.json.`

const REFRESH_HELP = `Refresh the login in a credentials file: the official \`claude\` does it, in a
HOME of its own.

Usage: clr refresh [--creds <FILE>] [--timeout <SECS>]
                   [--min-validity <DURATION>] [--dry-run] [--trace] [--json]

Options:
      --creds <FILE>             credentials file (default: the current
                                 account's, see below)
      --timeout <SECS>           seconds for the whole refresh, 0 = no limit
                                 (default: ${DEFAULTS.timeout})
      --min-validity <DURATION>  do nothing while the token is good for longer
                                 than this, for example 90m, 2h or 3600
                                 (seconds); 0 = always refresh (default: ${DEFAULTS.minValidity})
      --dry-run                  only check what a refresh needs: the file,
                                 \`claude\`, free locks, disk space and rights.
                                 Send nothing, change no file, wait for no lock;
                                 --min-validity is ignored
      --trace                    show the whole call of \`claude\` on stderr
                                 before anything else, then make it
      --json                     print the result as one JSON object
  -h, --help                     show this help

Environment, for options that are not given; an empty one counts as not set:
  CLR_CREDS         as --creds
  CLR_TIMEOUT       as --timeout
  CLR_MIN_VALIDITY  as --min-validity
  CLR_TRACE         as --trace: true or 1; false or 0

${WHICH_FILE}

Exit status:
  0  refreshed and written back (or nothing to do)
  1  error, or no refresh occurred
  2  the deadline passed
  With --dry-run: 0 ready, 1 a refresh would fail, 2 a lock is held (or a
  version manager did not answer before the deadline)

Examples:
  clr refresh --dry-run && clr refresh
  clr refresh --creds ~/ci/.credentials.json --min-validity 2h
`

const RECOVER_HELP = `Put back the login that a killed run of \`clr refresh\` had got, and clear away
what it left; refresh nothing. The next \`clr refresh\` does this by itself: this
is for the end of a job.

Usage: clr recover [--creds <FILE>] [--timeout <SECS>] [--json]

Options:
      --creds <FILE>    credentials file (default: the current account's, see
                        below)
      --timeout <SECS>  seconds to wait for a run that is still at work,
                        0 = no limit (default: ${DEFAULTS.timeout})
      --json            print the result as one JSON object
  -h, --help            show this help

Environment, for options that are not given; an empty one counts as not set:
  CLR_CREDS    as --creds
  CLR_TIMEOUT  as --timeout

${WHICH_FILE}

Exit status:
  0  recovered, or nothing to recover
  1  error
  2  the deadline passed
`

const LOGIN_HELP = `Sign in, and put the new login into a credentials file or a secret of GitHub.
The official \`claude auth login\` does it, in a HOME of its own, so nothing else
of yours changes.

Usage: clr login [--creds <FILE>] [options]
       clr login --secret <NAME> [--repo <OWNER/NAME>]
                 [--env <NAME> | --org <NAME>] [options]

Options:
      --creds <FILE>       credentials file; made if there is none (default: the
                           current account's, see below)
      --secret <NAME>      store the login as this Actions secret, not in a file
      --repo <OWNER/NAME>  whose secret it is (default: the repository of the
                           working directory, once you have confirmed it)
      --env <NAME>         a secret of this environment of the repository; made
                           if there is none
      --org <NAME>         a secret of this organization
      --replace            replace a good login in the file. One that was
                           rejected, or has ended, is replaced without it
      --from <FILE>        store the login in this file, without a sign-in: the
                           one that an earlier \`clr login\` could not store
      --email <MAIL>       fill in this address on the sign-in page
      --sso                sign in by the single sign-on of your organization
  -h, --help               show this help

The sign-in takes as long as you take: open the address, allow the sign-in, and
paste the code that the last page shows. A browser on this machine needs no
code. No browser is opened over SSH, without a display, or if BROWSER is empty.
Ctrl-C cancels, and leaves nothing behind.

Environment, for options that are not given; an empty one counts as not set:
  CLR_CREDS  as --creds

Environment for --secret, as for gh; without a token, \`gh auth token\` is asked:
  GH_TOKEN, GITHUB_TOKEN    token for github.com and *.ghe.com
  GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN
                            token for GitHub Enterprise Server
  GH_HOST                   the server, unless --repo is <HOST/OWNER/NAME>
  GITHUB_API_URL            address of the server's API, which decides if set

${WHICH_FILE}

Exit status:
  0  the login is stored
  1  it is not. If the sign-in was completed, the message says where the login
     is, and how to store it without another sign-in

Examples:
  clr login
  clr login --creds ~/ci/.credentials.json
  clr login --secret CLAUDE_CREDENTIALS --repo acme/app --env claude
`

const STATUS_HELP = `Show how a login is: until when its access token is valid, when the login
itself ends, whether it was rejected, who is at work on it, and what to do. It
only reads: it changes and sends nothing, waits for nothing, and needs no
\`claude\`.

Usage: clr status [<FILE>...] [--within <DURATION>] [--json]

Arguments:
  <FILE>...                credentials files; one that is missing does not
                           stop the others (default: CLR_CREDS, or else the
                           current account's, see below)

Options:
      --within <DURATION>  exit with 1 if a login ends within this time, for
                           example 5d, 12h or 3600 (seconds) (default: 0)
      --json               print one JSON object, with times in ISO 8601
  -h, --help               show this help

Without FILE and CLR_CREDS, the file is the current account's:
$CLAUDE_CONFIG_DIR/.credentials.json if that variable is set, else
~/.claude/.credentials.json.

Environment; an empty one counts as not set:
  CLR_CREDS    the file, if no argument names one
  NO_COLOR     print no colours, even on a terminal
  FORCE_COLOR  print colours, even in a pipe; 0 or false: none

Exit status:
  0  no login needs a person; an expired access token does not: the next
     refresh makes a new one
  1  one does: it is missing, unreadable, no login, blanked, rejected or ended,
     or ends within --within, or a saved login needs a decision; or a wrong
     argument

Examples:
  clr status
  clr status ~/ci/*/.credentials.json
  clr status --within 5d >/dev/null || echo 'sign in again soon'
`

const HELP = {
  clr: CLR_HELP,
  refresh: REFRESH_HELP,
  login: LOGIN_HELP,
  status: STATUS_HELP,
  recover: RECOVER_HELP
} as const

/** The help text of the program, or of one command. */
export function helpText(of: keyof typeof HELP): string {
  return HELP[of]
}
