import { findKeychainItem } from './claude/keychain.js'
import type { AnyLogin } from './credentials/credentials.js'
import { endsWithin } from './credentials/login-end.js'
import { whyNotUsed } from './credentials/validity.js'
import { redact } from './redact.js'
import { describeAccount } from './status/account.js'
import { lookBeside } from './status/beside.js'
import { readSeen, type SeenFile } from './status/content.js'
import { alwaysNeedsPerson, type FileStatus } from './status/file-status.js'
import { judgeContent } from './status/judgement.js'
import { remedyForStatus } from './status/remedy.js'

/** The circumstances in which a file is looked at. */
export interface StatusOptions {
  /** In milliseconds since 1970. */
  readonly nowMs: number
  /** A login that ends within this time, in milliseconds, needs a person. */
  readonly withinMs: number
  readonly environment: NodeJS.ProcessEnv
}

/**
 * How the login in one credentials file is. It only looks: it takes no lock, changes nothing, sends nothing, and refuses
 * nothing. If something can't be read, the result says so.
 * @param given absolute path
 * @param name the option, argument or variable that names the file
 */
export function statusOf(given: string, name: string, { nowMs, withinMs, environment }: StatusOptions): FileStatus {
  const seen = readSeen(given, name)
  const { file, content } = seen
  const login = content.kind === 'login' ? content.login : null
  const beside = lookBeside(file, login, nowMs)
  const verdict = judgeContent(content, { rejection: beside.rejection, nowMs, withinMs })
  const keychainItem = findKeychainItem(file, environment)
  const { state, loginExpiresAtMs } = verdict
  const endsTooSoon = state === 'ends-soon' && endsWithin(loginExpiresAtMs, withinMs, nowMs)
  const needsPerson = alwaysNeedsPerson(state) || endsTooSoon || beside.remains.some(isForPerson)
  const found = { ...verdict, ...beside, file: given, needsPerson, keychainItem }
  return withoutSecrets(seen, {
    ...found,
    account: login === null ? null : describeAccount(login.fields, seen.secrets),
    notes: [...loginNotes(login, keychainItem), ...beside.notes],
    remedy: remedyForStatus(content, found)
  })
}

function isForPerson({ handledBy, hasNewTokens }: FileStatus['remains'][number]): boolean {
  return handledBy === 'person' && hasNewTokens === true
}

/** Why `claude` does not use the login in a file, if no refresh changes that. */
function loginNotes(login: AnyLogin | null, keychainItem: string | null): readonly string[] {
  const whyNot = login?.refreshToken === null ? whyNotUsed(login) : null
  const inKeychain = `the Keychain holds a login ("${keychainItem ?? ''}"), and \`claude\` uses and refreshes that login, not this file`
  return [...(whyNot === null ? [] : [whyNot]), ...(keychainItem === null ? [] : [inKeychain])]
}

/** Hides the parts of the file's own tokens that a path may hold. */
function withoutSecrets({ secrets }: SeenFile, status: FileStatus): FileStatus {
  const hide = (text: string): string => redact(text, secrets)
  const { remedy } = status
  return {
    ...status,
    file: hide(status.file),
    message: hide(status.message),
    notes: status.notes.map(hide),
    locks: status.locks.map(lock => ({ ...lock, path: hide(lock.path) })),
    remains: status.remains.map(one => ({ ...one, path: hide(one.path) })),
    remedy: remedy && { sentence: hide(remedy.sentence), command: remedy.command && hide(remedy.command) }
  }
}
