import { shellLine } from './shell-line.js'
import { WITH_CLR_LOGIN } from './reasons.js'

/** The line that signs in, and puts the new login into a file without a good one: missing, blanked, rejected or ended. */
export function signInCommand(file: string): string {
  return shellLine(['clr', 'login', '--creds', file])
}

/** The line that signs in, and replaces the login in a file, whatever its state is. */
export function replaceCommand(file: string): string {
  return shellLine(['clr', 'login', '--creds', file, '--replace'])
}

/** The line that puts the login of another file, such as a rescue file, into a file, whatever its state is. */
export function fromFileCommand(file: string, from: string): string {
  return shellLine(['clr', 'login', '--creds', file, '--from', from, '--replace'])
}

/** A remedy with the exact line in place of the general advice to sign in. */
export function withLoginCommand(remedy: string, command: string): string {
  return remedy.replaceAll(WITH_CLR_LOGIN, () => withCommand(command))
}

/** How a remedy names the exact line that signs in. */
export function withCommand(command: string): string {
  return `with \`${command}\``
}
