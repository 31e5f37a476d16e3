import { VARIABLES, WHICH_FILE } from './parts.js'

/** The help of `clr login`. */
export const LOGIN_HELP = `Sign in, and store the new login in a credentials file or a GitHub secret. This
runs the official \`claude auth login\` in a temporary HOME, so your other logins
stay as they are.

Usage: clr login [--creds <FILE>] [options]
       clr login --secret <NAME> [--repo <OWNER/NAME>]
                 [--env <NAME> | --org <NAME>] [options]

Options:
      --creds <FILE>       credentials file, created if there is none (default:
                           that of the current account, see below)
      --secret <NAME>      store the login as this Actions secret, not in a file
      --repo <OWNER/NAME>  repository of the secret (default: that of the
                           working directory, after you have confirmed it)
      --env <NAME>         store the secret in this environment of the
                           repository, created if there is none
      --org <NAME>         store it as a secret of this organization
      --replace            replace a usable login in the file. A rejected or
                           ended login is replaced without this option
      --from <FILE>        do not sign in; store the login that an earlier
                           \`clr login\` left in this file
      --email <MAIL>       fill in this address on the sign-in page
      --sso                sign in with your organization's single sign-on
  -h, --help               show this help

There is no time limit. Open the address, allow the sign-in, and paste the code
that the last page shows; a browser on this machine needs no code. No browser
is opened over SSH, without a display, or if BROWSER is empty. Ctrl-C cancels
the sign-in and leaves nothing behind.

${VARIABLES}
  CLR_CREDS  as --creds

Environment variables for --secret, the same as for \`gh\`. If none of them has a
token, \`gh auth token\` is used:
  GH_TOKEN, GITHUB_TOKEN    token for github.com and *.ghe.com
  GH_ENTERPRISE_TOKEN, GITHUB_ENTERPRISE_TOKEN
                            token for GitHub Enterprise Server
  GH_HOST                   the server, unless --repo is <HOST/OWNER/NAME>
  GITHUB_API_URL            address of the server's API; overrides GH_HOST

${WHICH_FILE}

Exit status:
  0  the login is stored
  1  it is not. If you had already signed in, \`clr\` says where the login was
     saved, and how to store it without signing in again

Examples:
  clr login
  clr login --creds ~/ci/.credentials.json
  clr login --secret CLAUDE_CREDENTIALS --repo acme/app --env claude
`
