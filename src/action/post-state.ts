import { appendFileSync } from 'node:fs'
import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'
import { RefreshError } from '../core/reasons.js'
import { identityOf, parseIdentity, type ProcessIdentity } from '../core/system/process-identity.js'
import { parseWriteHistory, type PublicKey, type Visibility, type WriteHistory } from '../github-secrets/memory.js'
import { whyNotWritten, wholeOrNothing } from './runner-file.js'

/** What the secrets that a step names hold of the login. */
export type SecretContent =
  /** The step names no secret, or put no login in place: there is nothing to store. */
  | { readonly kind: 'no-secret' }
  /** Anything: a write has begun and was not confirmed, or the file held no good login when the step began. */
  | { readonly kind: 'unknown' }
  /** This pair, or a newer one: if the file holds this pair, nothing is left to store. */
  | { readonly kind: 'pair'; readonly fingerprint: string }

/** Something that a step learned about one secret. */
export interface AboutSecret<Facts> {
  /** Stands for the secret: a later step may have changed the variables that name it. */
  readonly secret: string
  readonly facts: Facts
}

/** What `post` knows of its step, by the name under which `main` saves it. Never a secret. */
export interface KnownToPost {
  /** Absolute path of the credentials file; null if `main` never got so far: then `post` has nothing to do. */
  readonly creds: string | null
  /** The `clr` that `main` has started: if `main` was killed, it may still be at work. */
  readonly clr: ProcessIdentity | null
  /** Whose login the job began with, as `accountFingerprint` says it; empty if that is not known. */
  readonly account: string
  /** Fingerprint of the login in which there is nothing new to store, as in `Preparation`. */
  readonly incoming: string | null
  /** What `post` compares with the file: any other pair in there is still to be stored. */
  readonly stored: SecretContent
  /** Whether `creds-json` was put in place: only then may `post` remove the file, if a record says that it was made. */
  readonly placed: boolean
  /** Fingerprint of the pair that was handed on whole, as output or secret: a copy of it in a file that was made may go. */
  readonly delivered: string | null
  /** Fingerprints of the pairs that are older than what `main` left in the file. */
  readonly usedUp: readonly string[]
  /** When the secret for the credentials was written, and when by this job; null if `main` never looked. */
  readonly secretSeen: AboutSecret<WriteHistory> | null
  /** GitHub's public key, as `main` fetched it: `id` and `key`. */
  readonly secretKey: AboutSecret<JsonObject> | null
  /** Who may read an organization's secrets, by their names, as `byName`. */
  readonly secretVisibilities: AboutSecret<JsonObject> | null
}

export const NO_SECRET: SecretContent = { kind: 'no-secret' }
export const UNKNOWN_CONTENT: SecretContent = { kind: 'unknown' }

/** @param fingerprint of the pair */
export function holdsPair(fingerprint: string): SecretContent {
  return { kind: 'pair', fingerprint }
}

/**
 * The state of one step. `main` calls a method for each thing that it comes to know, and each is saved for `post` at once, as a
 * value of its own in `GITHUB_STATE`: `main` may be killed at any moment. So the order of these calls matters. The values
 * so far have to be safe at every moment: at worst `post` finds too much to do, and it never takes a pair that is nowhere else
 * for one that may be removed.
 *
 * The table "What `post` knows" in docs/how-it-works.md says what `post` concludes from each value.
 */
export class PostState {
  private constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly isPlacing: boolean,
    private state: KnownToPost
  ) {}

  /**
   * For `main`: nothing is known yet.
   * @param isPlacing whether the step is given `creds-json`. Then what `post` has to know before there is a file is refused
   * if it can't be saved. Anything else that can't be saved only leaves `post` with less to do.
   */
  static begin(env: NodeJS.ProcessEnv, isPlacing: boolean): PostState {
    return new PostState(env, isPlacing, readAll({}))
  }

  /** For `post`: what `main` saved, the last of each value. */
  static read(env: NodeJS.ProcessEnv): PostState {
    return new PostState(env, false, readAll(env))
  }

  /** What is known by now; in this process what was saved counts at once. */
  get known(): KnownToPost {
    return this.state
  }

  /**
   * Comes first of all.
   * @param creds absolute path of the credentials file
   * @returns why it could not be saved, in a clause; null if it was. @throws RefreshError `creds-not-writable`
   */
  fileIsAt(creds: string): string | null {
    return this.#saveOrRefuse('creds', creds)
  }

  /** @param account as `accountFingerprint` says it, empty if not known. @throws RefreshError `creds-not-writable` */
  beganWith(account: string): void {
    this.#saveOrRefuse('account', account)
  }

  /**
   * The step works on a file of the user's own, and this is what it held when the step began: any other pair is newer than
   * what the secret holds, whatever becomes of this step.
   */
  secretHolds(content: SecretContent): void {
    this.#save('stored', textOfContent(content))
  }

  /** @param pair fingerprint of a login in which there is nothing new to store. @throws RefreshError `creds-not-writable` */
  cameIn(pair: string): void {
    this.#saveOrRefuse('incoming', pair)
  }

  /**
   * The credentials that came in are about to be put in place: comes before the file is touched. Before that moment a login
   * at that path is none of this step's business, neither to store nor to remove. `stored` comes first: a kill between the
   * two must not let `post` remove what is new.
   * @throws RefreshError `creds-not-writable`
   */
  placing(content: SecretContent): void {
    this.#saveOrRefuse('stored', textOfContent(content))
    this.#saveOrRefuse('placed', 'true')
  }

  /** They could not be put in place: what is at that path is again none of this step's business. */
  notPlaced(): void {
    this.#save('placed', 'false')
    this.#save('stored', textOfContent(NO_SECRET))
  }

  /** Comes as soon as `clr` says who it is. Nothing is saved of one that has ended, or that the system does not identify. */
  clrRuns(pid: number): void {
    const identity = identityOf(pid)
    if (identity !== null) this.#save('clr', JSON.stringify(identity))
  }

  /** After `clr`. @param pairs fingerprints of pairs that are older than what the file holds by now */
  areUsedUp(pairs: readonly string[]): void {
    this.#save('usedUp', pairs.join(' '))
  }

  /** Comes before the first request that writes a secret: if this process is killed, nobody can say what the secret holds. */
  storing(): void {
    this.#save('stored', textOfContent(UNKNOWN_CONTENT))
  }

  /** Every secret that the step names is written. @param pair fingerprint of the login that was stored */
  storedPair(pair: string): void {
    this.#save('stored', textOfContent(holdsPair(pair)))
  }

  /** After the outputs are set. @param pair fingerprint of a new pair that is in an output, or in a secret */
  deliveredPair(pair: string): void {
    this.#save('delivered', pair)
  }

  /** At each look at the secret, and before and after each write of it. @param secret stands for the secret */
  sawSecret(secret: string, history: WriteHistory): void {
    this.#save('secretSeen', JSON.stringify({ secret, ...history }))
  }

  fetchedKey(secret: string, { id, key }: PublicKey): void {
    this.#save('secretKey', JSON.stringify({ secret, id, key }))
  }

  sawReaders(secret: string, visibilities: ReadonlyMap<string, Visibility>): void {
    this.#save('secretVisibilities', JSON.stringify({ secret, byName: Object.fromEntries(visibilities) }))
  }

  /** Never throws. @returns why it could not be saved, in a clause; null if it was */
  #save(name: keyof KnownToPost, text: string): string | null {
    this.state = { ...this.state, [name]: FROM_TEXT[name](text) }
    return append(name, text, this.env)
  }

  /** What `post` has to know before a file is made of `creds-json`. @throws RefreshError `creds-not-writable` */
  #saveOrRefuse(name: keyof KnownToPost, text: string): string | null {
    const why = this.#save(name, text)
    if (why === null || !this.isPlacing) return why
    const sentence = `${why}, so the end of the job would neither remove the file that creds-json becomes, nor store what is new in it`
    throw new RefreshError('creds-not-writable', sentence)
  }
}

/** How each value is read back from its text; an empty text is a value that was never saved. */
const FROM_TEXT: { readonly [Name in keyof KnownToPost]: (text: string) => KnownToPost[Name] } = {
  creds: textOrNull,
  clr: text => parseIdentity(parseJson(text)),
  account: text => text,
  incoming: textOrNull,
  stored: contentOf,
  placed: text => text === 'true',
  delivered: textOrNull,
  usedUp: text => text.split(' ').filter(pair => pair !== ''),
  secretSeen: text => aboutSecret(text, () => parseWriteHistory(text)),
  secretKey: text => aboutSecret(text, facts => facts),
  secretVisibilities: text => aboutSecret(text, facts => facts)
}

function readAll(env: NodeJS.ProcessEnv): KnownToPost {
  const read = <Name extends keyof KnownToPost>(name: Name): KnownToPost[Name] =>
    FROM_TEXT[name](env[`STATE_${name}`] ?? '')
  return {
    creds: read('creds'),
    clr: read('clr'),
    account: read('account'),
    incoming: read('incoming'),
    stored: read('stored'),
    placed: read('placed'),
    delivered: read('delivered'),
    usedUp: read('usedUp'),
    secretSeen: read('secretSeen'),
    secretKey: read('secretKey'),
    secretVisibilities: read('secretVisibilities')
  }
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text
}

function textOfContent(content: SecretContent): string {
  if (content.kind === 'no-secret') return ''
  return content.kind === 'unknown' ? UNKNOWN_CONTENT.kind : content.fingerprint
}

function contentOf(text: string): SecretContent {
  if (text === '') return NO_SECRET
  return text === UNKNOWN_CONTENT.kind ? UNKNOWN_CONTENT : holdsPair(text)
}

function aboutSecret<Facts>(text: string, factsOf: (value: JsonObject) => Facts | null): AboutSecret<Facts> | null {
  const value = parseJson(text)
  if (!isJsonObject(value) || typeof value.secret !== 'string') return null
  const facts = factsOf(value)
  return facts === null ? null : { secret: value.secret, facts }
}

/**
 * Adds one value to `GITHUB_STATE`, as `saveState` of @actions/core does (each value between two lines of its own; the last
 * of one name counts), without loading that: `clr` is not to wait for it.
 * @returns why that failed, in a clause; null if it did not
 */
function append(name: string, text: string, env: NodeJS.ProcessEnv): string | null {
  const delimiter = `ghadelimiter_${process.pid}_${process.hrtime.bigint()}` // no UUID: node:crypto takes 4 ms to load
  const file = env.GITHUB_STATE ?? ''
  try {
    wholeOrNothing(file, () => {
      appendFileSync(file, `${name}<<${delimiter}\n${text}\n${delimiter}\n`)
    })
    return null
  } catch (error) {
    return whyNotWritten('GITHUB_STATE', env, error)
  }
}
