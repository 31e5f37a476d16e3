import { homedir } from 'node:os'
import path from 'node:path'
import { quote } from '../options.js'
import { RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'

/** PATH_MAX is 4096 on Linux; the rest is for the names that `claude` and we append to the file's path. */
const MAX_PATH_BYTES = 3800

/** NAME_MAX on Linux. */
const MAX_NAME_BYTES = 255

/** The option or input that names the file, unless a variable does. */
export const CREDS = '`--creds`'

/** A path as a user typed it. */
export interface TypedPath {
  readonly text: string
  /** What the user calls it: an option, an input or a variable. */
  readonly name: string
}

/**
 * The current account's file: the one that `claude` itself uses in this environment. `claude` reads `CLAUDE_CONFIG_DIR` in
 * Unicode's composed form (NFC), relative to its working directory, and expands no `~` in it
 * (docs/claude-cli.md#where-it-is). An empty one counts as unset here.
 */
export function currentAccountFile({ CLAUDE_CONFIG_DIR: folder = '' }: NodeJS.ProcessEnv): TypedPath {
  if (folder === '') return { text: '~/.claude/.credentials.json', name: CREDS }
  const start = path.isAbsolute(folder) ? '' : './'
  return { text: `${start}${folder.normalize('NFC')}/.credentials.json`, name: 'CLAUDE_CONFIG_DIR' }
}

/**
 * The absolute path for a user's text; `~` is the user's home, and a relative path starts at the working directory.
 * @param name the option, input or variable that holds the text
 * @throws RefreshError `usage`
 */
export function absolutePath(text: string, name = CREDS): string {
  const refuse = (why: string): RefreshError => new RefreshError('usage', `${name} must be a path, but ${why}`)
  if (text === '') throw refuse('is empty')
  if (looksLikeCredentials(text)) throw refuse('this looks like the credentials themselves')
  if (text.includes('\0')) throw refuse('has a NUL character')
  const absolute = resolveFrom(expandTilde(text))
  if (isTooLong(absolute)) throw tooLong(name)
  return absolute
}

/** A token, JSON with one, or base64 of either. Such a text may be a secret, so messages never quote it. */
function looksLikeCredentials(text: string): boolean {
  const decoded = Buffer.from(text, 'base64').toString()
  return [text, decoded].some(form => /sk-ant-|claudeAiOauth|\{[^]*oken[\\"']*\s*:/i.test(form))
}

function expandTilde(text: string): string {
  return text === '~' || text.startsWith('~/') ? path.join(homeFolder(text), text.slice(1)) : text
}

/** Node treats an empty HOME as the root folder, and asks the system only if HOME is unset. */
function homeFolder(text: string): string {
  const refuse = (why: string): RefreshError => {
    const remedy = 'Set HOME, or give an absolute path.'
    return new RefreshError('usage', `${why}, so the path ${quote(text)} cannot be resolved`, remedy)
  }
  if (process.env.HOME === '') throw refuse('HOME is empty')
  try {
    return homedir()
  } catch (error) {
    throw refuse(`HOME is not set, and the system knows no home folder of this user (${errorCode(error)})`)
  }
}

function resolveFrom(text: string): string {
  try {
    return path.resolve(text)
  } catch (error) {
    const why = `the working directory no longer exists (${errorCode(error)})`
    const remedy = 'Change to another folder, or give an absolute path.'
    throw new RefreshError('usage', `${why}, so the path ${quote(text)} cannot be resolved`, remedy)
  }
}

/** Whether an absolute path leaves no room for the names below it, or has a name too long for any file system. */
export function isTooLong(absolute: string): boolean {
  const isLongName = (part: string): boolean => Buffer.byteLength(part) > MAX_NAME_BYTES
  return Buffer.byteLength(absolute) > MAX_PATH_BYTES || absolute.split(path.sep).some(isLongName)
}

/** The error for a path that is too long. @param name the option, input or variable that holds it */
export function tooLong(name: string): RefreshError {
  return new RefreshError('usage', `the path in ${name} is too long`)
}

/**
 * A likely mistake in a path that does not exist, and what to do about it; null if nothing looks wrong. Any of this may be
 * part of a real name, so call it only for a path that does not exist.
 * @param where how the message refers to the path, after "in"
 */
export function likelyMistakeIn(path: string, where = 'it'): string | null {
  const variable = /\$\{\w+\}|\$\w+|%\w+%/.exec(path)?.[0]
  if (variable !== undefined) return `the "${variable}" in ${where} is not expanded: write out its value`
  const tilde = /(?<=^|\/)~[\w.-]*(?=\/|$)/.exec(path)?.[0]
  if (tilde !== undefined) return `the "${tilde}" in ${where} is not expanded: write out the home folder`
  if (/(?:^|\/)["']|["'](?:\/|$)/.test(path))
    return `a part of ${where} begins or ends with a quotation mark: remove it`
  // Node has put this character in place of each byte that is not UTF-8.
  if (path.includes('\uFFFD'))
    return `a name in ${where} is not UTF-8, or has the character U+FFFD: give it another name`
  if (/(?:^|\/)\s|\s(?:\/|$)/.test(path))
    return `a part of ${where} begins or ends with a space or line break: remove it`
  return null
}
