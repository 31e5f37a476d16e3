import type { FSWatcher } from 'node:fs'
import type { Patience } from '../deadline.js'
import { isLockName } from '../home/home-lock.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import type { Judgement } from '../home/seeded-login.js'
import { orNull } from '../or-null.js'
import { namesIn, readTextOrEmpty } from '../system/read.js'
import { watchFolders } from '../system/watch-folders.js'
import type { ClaudeExit, ClaudeProcess } from './claude-process.js'
import { ExchangeProgress } from './exchange-progress.js'
import { failureSignIn, type FailureSign } from './failure-signs.js'

/** What ended the wait for a new pair. */
export type Sighting =
  | Exclude<Judgement, { kind: 'nothing' }>
  | { readonly kind: 'failure'; readonly sign: FailureSign }
  /** The exchange is over, or never came, without a result. */
  | { readonly kind: 'over' }
  | { readonly kind: 'exited'; readonly exit: ClaudeExit }
  | { readonly kind: 'deadline' }
  | { readonly kind: 'cancelled' }

/** What a watch has seen. */
export interface Watched {
  readonly sighting: Sighting
  /** Whether an exchange had begun, or may have gone by unseen: only then can the token have been sent. */
  readonly mayHaveSent: boolean
}

/** How often to look, in milliseconds: if the file system reports changes, and if it does not. */
const SLOW_POLL_MS = 250
const FAST_POLL_MS = 15

/** A `claude` that asks for the model and has not begun an exchange by then will not begin one; in milliseconds. */
const NO_EXCHANGE_MS = 5000

/** What there is to watch in one call of `claude`. */
export interface RunningCall {
  readonly home: IsolatedHome
  readonly claude: ClaudeProcess
  /** Aborted when something connects to where `claude` believes the model to be. */
  readonly modelRequest: AbortSignal
}

/** Waits for the first thing that decides a call of `claude`. */
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
      if (name !== null && isLockName(name)) this.#progress.begin()
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
    const poll = setInterval(this.#lookAround.bind(this), this.#progress.isTold ? SLOW_POLL_MS : FAST_POLL_MS)
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

  /** Without watchers this is the only sign that the CLI begins to store the pair. */
  #lookAround(): void {
    const { home } = this.call
    if (orNull(() => namesIn(home.configFolder))?.some(isNewPair) === true) home.makeRoom()
    this.#look()
  }

  #look(): void {
    this.#progress.noticeGap()
    const { home, modelRequest } = this.call
    const judgement = orNull(() => home.judge())
    if (judgement === null) return // it can't be read now: the next look may be able to
    // A part may be a file that an old version is still writing in place: it counts only when all is over.
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

/** Whether a name is that of the file that the CLI writes, to rename it. */
function isNewPair(name: string): boolean {
  return name.startsWith('.credentials.json.tmp')
}
