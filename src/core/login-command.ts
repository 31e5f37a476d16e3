import { shellLine } from './claude/claude-command.js'
import { LOG_IN_AGAIN } from './reasons.js'

/** The line that signs in, and puts the new login into a file without a good one: missing, blanked, rejected or ended. */
export function signInCommand(file: string): string {
  return shellLine(['clr', 'login', '--creds', file])
}

/** The line that signs in, and replaces the login in a file, whatever its state is. */
export function replaceCommand(file: string): string {
  return shellLine(['clr', 'login', '--creds', file, '--replace'])
}

/** The same remedy with the exact line in place of the general advice about a lost login. */
export function withLoginCommand(remedy: string, command: string): string {
  return remedy.replace(LOG_IN_AGAIN, () => signInAgain(command))
}

/** What a remedy says about a lost login. */
export function signInAgain(command: string): string {
  return `Sign in again: \`${command}\`.`
}
