import { NPX, PROJECT } from '../../core/project.js'

/** The help of the program. */
export const CLR_HELP = `Keep a Claude subscription login fresh.

Usage: clr <command> [options]

Commands:
  refresh        refresh the login in a credentials file
  login          sign in, and store the new login in a file or a GitHub secret
  status         show how long a login is valid, and whether you have to act
  recover        save the new tokens of an interrupted refresh

Options:
  -h, --help     show this help; \`clr refresh --help\` or \`clr help refresh\`
                 show the help of a command
  -v, --version  show the version

Documentation: ${PROJECT}#readme
If \`clr\` is not installed, type \`${NPX}\` instead.
`
