import { shellLine } from '../shell-line.js'
import { NEEDS_LOGIN } from '../credentials/credentials.js'
import { fromFileCommand, replaceCommand, signInCommand } from '../login-command.js'
import type { Content } from './content.js'
import type { FileStatus, Remedy, State } from './file-status.js'

/** What the remedy depends on. */
type Situation = Pick<FileStatus, 'file' | 'state' | 'needsPerson' | 'kind' | 'remains' | 'keychainItem'>

type Remains = FileStatus['remains'][number]

/** What a person should do; null if there is nothing to do. */
export function remedyForStatus(content: Content, situation: Situation): Remedy | null {
  const { file, state, needsPerson, kind, remains, keychainItem } = situation
  const recoverable = remains.filter(isRecoverable)
  if (recoverable.some(one => isBetterRecovered(content, state, one))) return recovery(situation, recoverable)
  const signIn = signInCommand(file)
  switch (state) {
    case 'missing':
      if (keychainItem !== null) return { sentence: OWN_FILE, command: null }
      return { sentence: 'Check the path, or sign in:', command: signIn }
    case 'not-a-login':
    case 'unreadable':
      if (content.kind === 'none' && content.remedy !== '') return { sentence: content.remedy, command: null }
      if (content.kind === 'none' && content.blocksLogin) {
        if (content.isOtherFile) return { sentence: NEEDS_LOGIN, command: null }
        const moveAway = shellLine(['mv', '-n', file, `${file}.old`])
        return { sentence: 'Check the path, or move this file away and sign in:', command: `${moveAway} && ${signIn}` }
      }
      return { sentence: 'Check whether this is the right file, or sign in:', command: signIn }
    case 'blanked':
    case 'rejected':
    case 'ended':
      return { sentence: 'Sign in again:', command: signIn }
    case 'ends-soon':
      return {
        sentence: kind === 'login' ? 'Sign in again before then:' : 'Make a new token before then, or sign in:',
        command: replaceCommand(file)
      }
    case 'ok':
    case 'refresh-due':
      return choiceBetween(file, remains) ?? (needsPerson ? { sentence: DECIDE, command: null } : null)
  }
}

const OWN_FILE = 'Make a separate login for `clr`: `clr login --creds` with the path of another file.'
const DECIDE = 'Decide whether to use the saved tokens; the note says how.'

/** Only a person can say which of two logins is wanted. */
function choiceBetween(file: string, remains: readonly Remains[]): Remedy | null {
  const other = remains.find(
    ({ hasNewTokens, handledBy, isTrusted }) => hasNewTokens === true && handledBy === 'person' && isTrusted
  )
  if (other === undefined) return null
  if (other.kind === 'home') {
    return {
      sentence: 'Keep one of the two logins. To use the other one, first save it in a separate file:',
      command: shellLine(['clr', 'recover', '--creds', file])
    }
  }
  return {
    sentence: `Keep one of the two logins: delete ${other.path}, or put its login into the file:`,
    command: fromFileCommand(file, other.path)
  }
}

/**
 * Whether the tokens of an interrupted run are a better remedy than a new login. They can't replace what is no file. Only those of
 * a sign-in change when the login ends.
 */
function isBetterRecovered(content: Content, state: State, { isNewLogin }: Remains): boolean {
  if (state === 'not-a-login') return content.kind === 'none' && content.remedy === ''
  if (state === 'ended' || state === 'ends-soon') return isNewLogin
  return state === 'missing' || state === 'blanked' || state === 'rejected'
}

function isRecoverable({ hasNewTokens, handledBy }: Remains): boolean {
  return hasNewTokens === true && handledBy === 'next-run'
}

/** If the file is missing, `clr recover` makes it only for the new login of a sign-in. */
function recovery({ file, state }: Situation, tokens: readonly Remains[]): Remedy {
  const recover = shellLine(['clr', 'recover', '--creds', file])
  const isNewLogin = tokens.some(one => one.isNewLogin)
  const what = isNewLogin ? 'the new login of an interrupted `clr login`' : 'the tokens of the interrupted run'
  const needsFile = state === 'missing' && !isNewLogin
  const make = needsFile ? `${shellLine(['install', '-m', '600', '/dev/null', file])} && ` : ''
  return { sentence: `Put ${what} into the file:`, command: make + recover }
}
