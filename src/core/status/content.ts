import { readCredentialsText } from '../credentials/credentials-file.js'
import { findCredentialsFile, findPlace, type CredentialsPath } from '../credentials/credentials-path.js'
import { BLANKED, isOtherFile, kindWithoutLogin, parseLogin, type AnyLogin } from '../credentials/credentials.js'
import { isJsonObject, parseJson } from '../json.js'
import { RefreshError, withoutTokenNote } from '../reasons.js'
import { orNull } from '../or-null.js'
import { tokensIn } from './account.js'
import type { State } from './file-status.js'

/** No login, and why. */
interface None {
  readonly kind: 'none'
  readonly state: State
  readonly message: string
  /** Empty if a new login is the remedy. */
  readonly remedy: string
  /** Whether the file holds something that `clr login` refuses to overwrite. */
  readonly blocksLogin: boolean
  /** Whether it was probably never meant to hold a login. */
  readonly isOtherFile: boolean
}

/** What is at the path of a credentials file: a login, an API key, or something that is neither. */
export type Content = { readonly kind: 'login'; readonly login: AnyLogin } | { readonly kind: 'api-key' } | None

/** A credentials file that was looked at. */
export interface SeenFile {
  readonly file: CredentialsPath
  readonly content: Content
  /** The tokens in it, which no text may hold a part of. */
  readonly secrets: readonly string[]
}

/** Reads a credentials file. If that fails, the content says why. @param name the option, argument or variable that names it */
export function readSeen(given: string, name: string): SeenFile {
  // A file that does not exist may still have a work folder.
  const place = orNull(() => findPlace(given)) ?? { given, real: given }
  try {
    const file = findCredentialsFile(given, name)
    return { file, ...contentOf(readCredentialsText(file).text) }
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    return { file: place, content: without(stateOf(error), error), secrets: [] }
  }
}

function contentOf(text: string): Pick<SeenFile, 'content' | 'secrets'> {
  const document = parseJson(text)
  const secrets = isJsonObject(document) ? tokensIn(document.claudeAiOauth) : []
  try {
    return { content: { kind: 'login', login: parseLogin(text) }, secrets }
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    const kind = kindWithoutLogin(text)
    if (kind === 'api-key') return { content: { kind }, secrets }
    const blocksLogin = text.trim() !== '' && !isJsonObject(document)
    const none = { kind: 'none', remedy: '', blocksLogin, isOtherFile: isOtherFile(text) } as const
    if (kind === 'blanked') return { content: { ...none, state: kind, message: BLANKED }, secrets }
    return { content: { ...none, state: 'not-a-login', message: error.message }, secrets }
  }
}

function stateOf({ reason }: RefreshError): State {
  if (reason === 'creds-not-found') return 'missing'
  return reason === 'creds-invalid' ? 'not-a-login' : 'unreadable'
}

function without(state: State, { message, remedy }: RefreshError): None {
  return { kind: 'none', state, message, remedy: withoutTokenNote(remedy), blocksLogin: false, isOtherFile: false }
}
