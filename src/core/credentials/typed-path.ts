import { homedir } from 'node:os'
import path from 'node:path'
import { quote } from '../options.js'
import { RefreshError } from '../reasons.js'
import { errorCode } from '../system/system-error.js'

/** PATH_MAX is 4096 on Linux; the names that `claude` and we put below the file's own need their room. */
const MAX_PATH_BYTES = 3800

/** NAME_MAX on Linux. */
const MAX_NAME_BYTES = 255

/** The option or input that names the file, unless a variable does. */
export const CREDS = 'creds'

/** A path as a user typed it. */
export interface TypedPath {
  readonly text: string
  /** What the user calls it: an option, an input or a variable. */
  readonly name: string
}

/**
 * The current account's file: the one that `claude` itself uses in this environment. That takes `CLAUDE_CONFIG_DIR` in Unicode's
 * composed form, from its working directory, and expands no `~` in it (docs/claude-cli.md#where-it-is). An empty one counts as
 * not set here.
 */
export function currentAccountFile({ CLAUDE_CONFIG_DIR: folder = '' }: NodeJS.ProcessEnv): TypedPath {
  if (folder === '') return { text: '~/.claude/.credentials.json', name: CREDS }
  const start = path.isAbsolute(folder) ? '' : './'
  return { text: `${start}${folder.normalize('NFC')}/.credentials.json`, name: 'CLAUDE_CONFIG_DIR' }
}

/**
 * The absolute path that a caller's text names; `~` is the caller's home, a relative path starts at the working directory.
 * @param name what the caller calls it
 * @throws RefreshError `usage`
 */
export function absolutePath(text: string, name = CREDS): string {
  const refuse = (what: string): RefreshError => new RefreshError('usage', `${name} must be a path, got ${what}`)
  if (text === '') throw refuse('an empty text')
  if (looksLikeCredentials(text)) throw refuse('what looks like the credentials themselves')
  if (text.includes('\0')) throw refuse('a text with a NUL character')
  const absolute = resolveFrom(expandTilde(text, name), name)
  if (isTooLong(absolute)) throw tooLong(name)
  return absolute
}

/** A token, or JSON with one, or base64 of either: no path is quoted that may be a secret. */
function looksLikeCredentials(text: string): boolean {
  const decoded = Buffer.from(text, 'base64').toString()
  return [text, decoded].some(form => /sk-ant-|claudeAiOauth|\{[^]*oken[\\"']*\s*:/i.test(form))
}

function expandTilde(text: string, name: string): string {
  return text === '~' || text.startsWith('~/') ? path.join(homeFolder(text, name), text.slice(1)) : text
}

/** Node takes an empty HOME for the root folder, and asks the system only if there is no HOME at all. */
function homeFolder(text: string, name: string): string {
  const leadsNowhere = `so ${quote(text)} leads nowhere: set HOME, or make ${name} an absolute path`
  if (process.env.HOME === '') throw new RefreshError('usage', `HOME is empty, ${leadsNowhere}`)
  try {
    return homedir()
  } catch (error) {
    const why = `HOME is not set, and the system knows no home folder of this user (${errorCode(error)})`
    throw new RefreshError('usage', `${why}, ${leadsNowhere}`)
  }
}

function resolveFrom(text: string, name: string): string {
  try {
    return path.resolve(text)
  } catch (error) {
    const why = `the working directory is gone (${errorCode(error)}), so ${quote(text)} leads nowhere`
    throw new RefreshError('usage', `${why}: make ${name} an absolute path`)
  }
}

/** Whether an absolute path leaves no room for the names below it, or has a name that no file system takes. */
export function isTooLong(absolute: string): boolean {
  const isLongName = (part: string): boolean => Buffer.byteLength(part) > MAX_NAME_BYTES
  return Buffer.byteLength(absolute) > MAX_PATH_BYTES || absolute.split(path.sep).some(isLongName)
}

/** What a path that is too long is refused with. @param name what the caller calls it */
export function tooLong(name: string): RefreshError {
  return new RefreshError('usage', `${name} is a path that is too long`)
}
