import { watch, type FSWatcher } from 'node:fs'
import type { Deadline } from '../deadline.js'
import { isLockName } from '../home/home-lock.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import type { Judgement } from '../home/seeded-login.js'
import { namesIn, readTextIfAny } from '../system/read.js'
import type { ClaudeExit, ClaudeProcess } from './claude-process.js'
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

/** How often to look where the file system tells of changes, in milliseconds, and where it does not. */
const SLOW_POLL_MS = 250
const FAST_POLL_MS = 15

/** A younger holding of the CLI's lock has sent nothing: 31 ms pass at the least (docs/claude-cli.md#the-exchange). */
const NOTHING_SENT_MS = 20

/** A `claude` that asks for the model and has not begun an exchange by then will not begin one; in milliseconds. */
const NO_EXCHANGE_MS = 5000

/** What there is to watch in one call of `claude`. */
export interface Scene {
  readonly home: IsolatedHome
  readonly claude: ClaudeProcess
  /** Aborted when something connects to where `claude` believes the model to be. */
  readonly modelRequest: AbortSignal
}

/** When to stop watching for want of a result. */
export interface Patience {
  readonly deadline: Deadline
  readonly cancel: AbortSignal
}

/** Waits for the first thing that decides a call of `claude`. */
export function watchCall(scene: Scene, patience: Patience): Promise<Watched> {
  return new Promise(resolve => {
    const { home, claude, modelRequest } = scene
    let holding: string | null = null
    let hasBegun = false
    let isGapTooLong = false
    let lookedAtMs = performance.now()
    let noExchange: NodeJS.Timeout | undefined
    const watchers = watchFolders([home.configFolder, home.path], name => {
      // A lock that came and went between two looks has been there all the same.
      if (name !== null && isLockName(name)) hasBegun = true
      if (name !== null && isNewPair(name)) home.makeRoom()
      if (name === null || home.isTelling(name)) look()
    })
    const poll = setInterval(lookAround, watchers.length === 2 ? SLOW_POLL_MS : FAST_POLL_MS)
    const stopTimer = patience.deadline.whenPassed(() => {
      settle({ kind: 'deadline' })
    })
    patience.cancel.addEventListener('abort', onCancel)
    modelRequest.addEventListener('abort', look)
    void claude.exited.then(exit => {
      settle({ kind: 'exited', exit })
    })
    look()
    if (patience.cancel.aborted) onCancel()

    /** Without watchers nothing else tells that the CLI begins to store the pair. */
    function lookAround(): void {
      if (ifReadable(() => namesIn(home.configFolder))?.some(isNewPair) === true) home.makeRoom()
      look()
    }
    function look(): void {
      noticeGap()
      const judgement = ifReadable(() => home.judge())
      if (judgement === null) return
      // A part may be a file that an old version is still writing in place: it counts only when all is over.
      if (judgement.kind === 'pair' || judgement.kind === 'blanked') {
        settle(judgement)
        return
      }
      const sign = failureSignIn(readTextIfAny(home.logs.debug))
      if (sign?.endAtOnce === true) settle({ kind: 'failure', sign })
      else if (isExchangeOver()) settle({ kind: 'over' })
      else if (modelRequest.aborted && !hasBegun) noExchange ??= setTimeout(endUnlessBegun, NO_EXCHANGE_MS)
    }
    /** Where no watcher tells of it, a whole exchange fits between two looks that are further apart. */
    function noticeGap(): void {
      const nowMs = performance.now()
      if (watchers.length < 2 && nowMs - lookedAtMs > NOTHING_SENT_MS) isGapTooLong = true
      lookedAtMs = nowMs
    }
    /** The pair is on disk before the lock is let go, so a lock that is gone, or another's, ended without one. */
    function isExchangeOver(): boolean {
      const now = home.lockHolding()
      if (now === null) return hasBegun
      const isNext = holding !== null && now.id !== holding
      hasBegun = true
      holding = now.id
      return isNext && now.ageMs < NOTHING_SENT_MS
    }
    function endUnlessBegun(): void {
      if (!hasBegun) settle({ kind: 'over' })
    }
    function onCancel(): void {
      settle({ kind: 'cancelled' })
    }
    function settle(sighting: Sighting): void {
      noticeGap()
      for (const watcher of watchers) watcher.close()
      clearInterval(poll)
      stopTimer()
      clearTimeout(noExchange)
      patience.cancel.removeEventListener('abort', onCancel)
      modelRequest.removeEventListener('abort', look)
      resolve({ sighting, mayHaveSent: hasBegun || isGapTooLong || home.isExchangeUnderWay() })
    }
  })
}

/** Nothing follows from a HOME that can't be read now: the next look may be able to. */
function ifReadable<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** Whether a name is that of the file that the CLI writes, to rename it. */
function isNewPair(name: string): boolean {
  return name.startsWith('.credentials.json.tmp')
}

/**
 * Fewer watchers than folders if the system has none left to give: then a quick poll has to do. None on macOS: a watcher
 * there also tells of changes from before it began, such as those of our own lock, and loses others (libuv/libuv#3866).
 */
function watchFolders(folders: readonly string[], onChange: (name: string | null) => void): readonly FSWatcher[] {
  const watchers: FSWatcher[] = []
  if (process.platform === 'darwin') return watchers
  for (const folder of folders) {
    try {
      const watcher = watch(folder, (_event, name) => {
        onChange(name)
      })
      watcher.on('error', () => undefined)
      watchers.push(watcher)
    } catch {
      return watchers
    }
  }
  return watchers
}
