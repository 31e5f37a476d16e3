import { accessSync, appendFileSync, constants } from 'node:fs'
import { isJsonObject, parseJson, type JsonObject } from '../core/json.js'
import { RefreshError } from '../core/reasons.js'
import { identityOf, ownIdentity, parseIdentity, type ProcessIdentity } from '../core/system/process-identity.js'
import { readTextOrEmpty } from '../core/system/read.js'
import { parseWriteHistory, type PublicKey, type Visibility, type WriteHistory } from '../github-secrets/memory.js'
import { whyNotWritten, wholeOrNothing } from './runner-file.js'

/** What the secrets named by a step hold of the login. */
export type SecretContent =
  /** The step names no secret, or placed no login: there is nothing to store. */
  | { readonly kind: 'no-secret' }
  /** Not known: a write began and was not confirmed, or the file held no usable login when the step began. */
  | { readonly kind: 'unknown' }
  /** This pair, or a newer one: while the file holds this pair, there is nothing to store. */
  | { readonly kind: 'pair'; readonly fingerprint: string }

export const NO_SECRET: SecretContent = { kind: 'no-secret' }
export const UNKNOWN_CONTENT: SecretContent = { kind: 'unknown' }

/** @param fingerprint of the pair */
export function holdsPair(fingerprint: string): SecretContent {
  return { kind: 'pair', fingerprint }
}

/** What a step learned about one secret. */
export interface AboutSecret<Facts> {
  /** Identifies the secret: a later step may have changed the variables that name it. */
  readonly secret: string
  readonly facts: Facts
}

/** What `post` knows about the step. Each value is saved under its name. None is a secret. */
export interface KnownToPost {
  /** Absolute path of the credentials file; null if `main` did not get that far: then `post` has nothing to do. */
  readonly creds: string | null
  /** The process of `main`: if act is interrupted, it starts `post` while `main` is still at work (docs/act.md#what-act-and-docker-do). */
  readonly main: ProcessIdentity | null
  /** Whether `main` has done everything. If not, the runner may not have seen its masks. */
  readonly finished: boolean
  /** The `clr` that `main` started: if `main` was killed, it may still be running. */
  readonly clr: ProcessIdentity | null
  /** `accountFingerprint` of the login that the step began with; empty if not known. */
  readonly account: string
  /** Fingerprint of the pair that the step began with and that need not be stored, as in `Preparation`. */
  readonly incoming: string | null
  /** What `post` compares with the file: any other pair in the file still has to be stored. */
  readonly stored: SecretContent
  /** Whether `creds-json` was placed: only then may `post` remove the file, and only if a record says that we made it. */
  readonly placed: boolean
  /**
   * Fingerprint of the new pair that is completely in an output or a secret, so the file that we made may be removed even if
   * it holds this pair.
   */
  readonly delivered: string | null
  /** Fingerprints of the pairs that are older than the one `main` left in the file. */
  readonly usedUp: readonly string[]
  /** When the secret for the credentials was written, by anyone and by this job; null if `main` never looked. */
  readonly secretSeen: AboutSecret<WriteHistory> | null
  /** GitHub's public key, as `main` fetched it: `id` and `key`. */
  readonly secretKey: AboutSecret<JsonObject> | null
  /** Visibility of an organization's secrets; `byName` maps secret names to it. */
  readonly secretVisibilities: AboutSecret<JsonObject> | null
}

/**
 * What `main` saves for `post`: it calls one method for each thing it learns. Each is saved at once, as a separate value in
 * `GITHUB_STATE`, because `main` may be killed at any moment. So the order of the calls matters: after each of them `post` may
 * find too much to do, but must never remove the only copy of a pair.
 *
 * The table "What `post` knows" in docs/how-it-works.md lists what `post` concludes from each value.
 */
export class PostState {
  /** @param add adds a text to the end of a file, or throws the failed system call's error */
  private constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly isPlacing: boolean,
    private saved: Readonly<NodeJS.ProcessEnv>,
    private readonly add: (file: string, text: string) => void = appendFileSync
  ) {}

  /**
   * For `main`: starts with nothing known.
   * @param isPlacing whether the step is given `creds-json`. If so, the step is refused if a value can't be saved that
   * `post` needs before a file is created. If any other value can't be saved, `post` only does less.
   */
  static begin(env: NodeJS.ProcessEnv, isPlacing: boolean): PostState {
    return new PostState(env, isPlacing, {})
  }

  /** For a dry run: refuses a step as `begin` does, but saves nothing, so that `post` does nothing. Parameters as of `begin`. */
  static rehearse(env: NodeJS.ProcessEnv, isPlacing: boolean): PostState {
    return new PostState(env, isPlacing, {}, file => {
      accessSync(file, constants.W_OK)
    })
  }

  /** For `post`: what `main` saved. If a value was saved several times, the last one counts. */
  static read(env: NodeJS.ProcessEnv): PostState {
    return new PostState(env, false, env)
  }

  /** All values so far. Those that this process could not save count too. */
  get known(): KnownToPost {
    return parseKnown(name => this.saved[`STATE_${name}`] ?? '')
  }

  /**
   * Must be called first.
   * @param creds absolute path of the credentials file
   * @returns why it could not be saved, in a clause; null if it was. @throws RefreshError `creds-not-writable`
   */
  fileIsAt(creds: string): string | null {
    return this.#saveOrRefuse('creds', creds)
  }

  /** This process is `main`. */
  mainRuns(): void {
    this.#save('main', JSON.stringify(ownIdentity()))
  }

  /**
   * Must be called last. Saves everything again: an interrupted act empties the file after it has read it, and what is saved
   * between the two is lost. A `main` that leaves nothing to do for `post`, such as a dry run, saves nothing here either.
   */
  mainFinished(): void {
    if (this.known.creds === null) return
    this.saved = { ...this.saved, STATE_finished: 'true' }
    this.#add(this.saved)
  }

  /**
   * For `post`, once `main` has ended: what `main` has saved since the runner read its values. act, which may do so while `main`
   * is at work, gives both programs a file at the same path; for other runners, the file of `post` is empty.
   */
  readOn(): void {
    const added = readTextOrEmpty(this.env.GITHUB_STATE ?? '').matchAll(/^(\w+)<<(ghadelimiter_\w+)\n([^]*?)\n\2$/gm)
    for (const [, name = '', , text = ''] of added) this.saved = { ...this.saved, [`STATE_${name}`]: text }
  }

  /** @param account an `accountFingerprint`; empty if not known. @throws RefreshError `creds-not-writable` */
  beganWith(account: string): void {
    this.#saveOrRefuse('account', account)
  }

  /**
   * For a step on the user's own file: what the file held at the start. Any other pair is newer than the secret, however the
   * step ends.
   */
  secretHolds(content: SecretContent): void {
    this.#save('stored', textOfContent(content))
  }

  /**
   * The login that the step begins with need not be stored.
   * @param pair its fingerprint
   * @throws RefreshError `creds-not-writable`
   */
  loginNeedsNoStoring(pair: string): void {
    this.#saveOrRefuse('incoming', pair)
  }

  /**
   * `creds-json` is about to be placed. Call it before the file is touched: until then `post` must neither store nor remove a
   * login at that path. `stored` is saved first, so that a kill between the two does not let `post` remove a new pair.
   * @throws RefreshError `creds-not-writable`
   */
  placing(content: SecretContent): void {
    this.#saveOrRefuse('stored', textOfContent(content))
    this.#saveOrRefuse('placed', 'true')
  }

  /** `creds-json` could not be placed: again `post` must neither store nor remove a login at that path. */
  notPlaced(): void {
    this.#save('placed', 'false')
    this.#save('stored', textOfContent(NO_SECRET))
  }

  /** `clr` has printed its pid. Saves nothing if it has ended, or if the system does not identify it. */
  clrRuns(pid: number): void {
    const identity = identityOf(pid)
    if (identity !== null) this.#save('clr', JSON.stringify(identity))
  }

  /** After `clr`. @param pairs fingerprints of pairs that are older than the one in the file */
  areUsedUp(pairs: readonly string[]): void {
    this.#save('usedUp', pairs.join(' '))
  }

  /**
   * Call it before the first request that writes a secret: if the step is killed after this, it is not known what the secret
   * holds.
   */
  storing(): void {
    this.#save('stored', textOfContent(UNKNOWN_CONTENT))
  }

  /** Every secret that the step names has been written. @param pair fingerprint of the stored login */
  storedPair(pair: string): void {
    this.#save('stored', textOfContent(holdsPair(pair)))
  }

  /** After the outputs are set. @param pair fingerprint of a new pair that is in an output, or in a secret */
  deliveredPair(pair: string): void {
    this.#save('delivered', pair)
  }

  /** After each look at the secret, and before and after each write. @param secret identifies the secret */
  sawSecret(secret: string, history: WriteHistory): void {
    this.#save('secretSeen', JSON.stringify({ secret, ...history }))
  }

  fetchedKey(secret: string, { id, key }: PublicKey): void {
    this.#save('secretKey', JSON.stringify({ secret, id, key }))
  }

  sawReaders(secret: string, visibilities: ReadonlyMap<string, Visibility>): void {
    this.#save('secretVisibilities', JSON.stringify({ secret, byName: Object.fromEntries(visibilities) }))
  }

  /** @returns why it could not be saved, in a clause; null if it was */
  #save(name: keyof KnownToPost, text: string): string | null {
    const value = { [`STATE_${name}`]: text }
    this.saved = { ...this.saved, ...value }
    return this.#add(value)
  }

  /**
   * Adds values to `GITHUB_STATE`, as `saveState` of @actions/core does: each between two delimiter lines; the last one of a name
   * counts. Does not load @actions/core, which would delay `clr`. Never throws.
   * @returns as `#save`
   */
  #add(values: Readonly<NodeJS.ProcessEnv>): string | null {
    // not a UUID, because loading node:crypto takes 4 ms
    const delimiter = `ghadelimiter_${process.pid}_${process.hrtime.bigint()}`
    const entries = Object.entries(values).map(
      ([name, text = '']) => `${name.replace('STATE_', '')}<<${delimiter}\n${text}\n${delimiter}\n`
    )
    const file = this.env.GITHUB_STATE ?? ''
    try {
      wholeOrNothing(file, () => {
        this.add(file, entries.join(''))
      })
      return null
    } catch (error) {
      return whyNotWritten('GITHUB_STATE', this.env, error)
    }
  }

  /** For what `post` has to know before a file is made from `creds-json`. @throws RefreshError `creds-not-writable` */
  #saveOrRefuse(name: keyof KnownToPost, text: string): string | null {
    const why = this.#save(name, text)
    if (why === null || !this.isPlacing) return why
    const sentence = `${why}, so the file made from creds-json could not be removed at the end of the job, and new tokens in it could not be stored`
    throw new RefreshError('creds-not-writable', sentence)
  }
}

/** @param textOf the saved text of a value; empty if it was never saved */
function parseKnown(textOf: (name: keyof KnownToPost) => string): KnownToPost {
  return {
    creds: textOf('creds') || null,
    main: parseIdentity(parseJson(textOf('main'))),
    finished: textOf('finished') === 'true',
    clr: parseIdentity(parseJson(textOf('clr'))),
    account: textOf('account'),
    incoming: textOf('incoming') || null,
    stored: contentOf(textOf('stored')),
    placed: textOf('placed') === 'true',
    delivered: textOf('delivered') || null,
    usedUp: textOf('usedUp').match(/\S+/g) ?? [],
    secretSeen: aboutSecret(textOf('secretSeen'), () => parseWriteHistory(textOf('secretSeen'))),
    secretKey: aboutSecret(textOf('secretKey'), value => value),
    secretVisibilities: aboutSecret(textOf('secretVisibilities'), value => value)
  }
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
