import { watch, type FSWatcher } from 'node:fs'
import type { Patience } from '../deadline.js'
import { isLockName } from '../home/home-lock.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import type { Judgement } from '../home/seeded-login.js'
import { orNull } from '../or-null.js'
import { namesIn, readTextOrEmpty } from '../system/read.js'
import type { ClaudeExit, ClaudeProcess } from './claude-process.js'
import { ExchangeProgress } from './exchange-progress.js'
import type { FailureSign } from './failure-sign.js'
import { failureSignIn } from './failure-signs.js'

/** The event that ended a watch. */
export type Sighting =
  | Exclude<Judgement, { kind: 'nothing' }>
  | { readonly kind: 'failure'; readonly sign: FailureSign }
  /** The exchange ended without a result, or never began. */
  | { readonly kind: 'over' }
  | { readonly kind: 'exited'; readonly exit: ClaudeExit }
  | { readonly kind: 'deadline' }
  | { readonly kind: 'cancelled' }

/** The result of a watch. */
export interface Watched {
  readonly sighting: Sighting
  /** Whether an exchange had begun, or one may have gone unnoticed: only then can the token have been sent. */
  readonly mayHaveSent: boolean
}

/** The time between two looks, in milliseconds: if the file system reports changes, and if it does not. */
const SLOW_POLL_MS = 250
const FAST_POLL_MS = 15

/** If `claude` begins no exchange within this time of its first model request, it won't begin one; in milliseconds. */
const NO_EXCHANGE_MS = 5000

/** The parts of a call of `claude` that are watched. */
export interface RunningCall {
  readonly home: IsolatedHome
  readonly claude: ClaudeProcess
  /** Aborted when `claude` asks for the model. */
  readonly modelRequest: AbortSignal
}

/** Waits for the first event that decides a call of `claude`. */
export function watchCall(call: RunningCall, patience: Patience): Promise<Watched> {
  return new Promise(resolve => {
    new CallWatch(call, resolve).start(patience)
  })
}

class CallWatch {
  #noExchange: NodeJS.Timeout | undefined
  readonly #watchers: readonly FSWatcher[]
  readonly #progress: ExchangeProgress
  /** Aborted when the watch ends. */
  readonly #end = new AbortController()

  constructor(
    private readonly call: RunningCall,
    private readonly resolve: (watched: Watched) => void
  ) {
    const { home } = call
    this.#watchers = watchFolders([home.configFolder, home.path], name => {
      // Counts even if the lock is released again before the next look.
      if (name !== null && isLockName(name)) this.#progress.hasBegun = true
      if (name !== null && isNewPair(name)) home.makeRoom()
      if (name === null || home.isRelevant(name)) this.#look()
    })
    this.#progress = new ExchangeProgress(home, this.#watchers.length === 2)
  }

  start({ deadline, cancel }: Patience): void {
    const { claude, modelRequest } = this.call
    const { signal } = this.#end
    const look = this.#look.bind(this)
    const onCancel = this.#settle.bind(this, { kind: 'cancelled' })
    const pollMs = this.#progress.changesAreReported ? SLOW_POLL_MS : FAST_POLL_MS
    const poll = setInterval(this.#poll.bind(this), pollMs)
    const stopTimer = deadline.whenPassed(this.#settle.bind(this, { kind: 'deadline' }))
    signal.addEventListener('abort', () => {
      clearInterval(poll)
      stopTimer()
    })
    cancel.addEventListener('abort', onCancel, { signal })
    modelRequest.addEventListener('abort', look, { signal })
    void claude.exited.then(exit => {
      this.#settle({ kind: 'exited', exit })
    })
    look()
    if (cancel.aborted) onCancel()
  }

  /** Without watchers, only polling shows that the CLI begins to store the pair. */
  #poll(): void {
    const { home } = this.call
    if (orNull(() => namesIn(home.configFolder))?.some(isNewPair) === true) home.makeRoom()
    this.#look()
  }

  #look(): void {
    this.#progress.noticeGap()
    const { home, modelRequest } = this.call
    const judgement = orNull(() => home.judge())
    if (judgement === null) return // unreadable now; the next look may succeed
    // A part of a pair may be a file that an old version is still writing in place: it counts only after the end.
    if (judgement.kind === 'pair' || judgement.kind === 'blanked') {
      this.#settle(judgement)
      return
    }
    const sign = failureSignIn(readTextOrEmpty(home.logs.debug))
    if (sign?.endAtOnce === true) this.#settle({ kind: 'failure', sign })
    else if (this.#progress.isOver()) this.#settle({ kind: 'over' })
    else if (modelRequest.aborted && !this.#progress.hasBegun) {
      this.#noExchange ??= setTimeout(() => {
        if (!this.#progress.hasBegun) this.#settle({ kind: 'over' })
      }, NO_EXCHANGE_MS)
    }
  }

  #settle(sighting: Sighting): void {
    this.#progress.noticeGap()
    for (const watcher of this.#watchers) watcher.close()
    clearTimeout(this.#noExchange)
    this.#end.abort()
    this.resolve({ sighting, mayHaveSent: this.#progress.mayHaveSent() })
  }
}

/** Whether the CLI writes a new pair to a file of this name, which it then renames. */
function isNewPair(name: string): boolean {
  return name.startsWith('.credentials.json.tmp')
}

/**
 * Watches folders for changes.
 * @param onChange gets the name of what changed; null if the system does not say
 * @returns fewer watchers than folders if the system has none left: then the caller must poll. None on macOS: a watcher there
 * also reports changes from before it began, such as those of our own lock, and loses others (libuv/libuv#3866)
 */
function watchFolders(folders: readonly string[], onChange: (name: string | null) => void): readonly FSWatcher[] {
  if (process.platform === 'darwin') return []
  return folders.flatMap(folder => {
    const onEvent = (_event: string, name: string | null): void => {
      onChange(name)
    }
    return orNull(() => watch(folder, onEvent).on('error', () => undefined)) ?? []
  })
}
