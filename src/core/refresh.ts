import type { Exchange } from './claude/claude-call.js'
import { letClaudeRefresh } from './claude/exchange.js'
import { findClaude } from './claude/find-claude.js'
import { readBeforeLock, readGoodLogin, readLogin, type StoredCredentials } from './credentials/credentials-file.js'
import type { CredentialsPath } from './credentials/credentials-path.js'
import { absolutePath } from './credentials/typed-path.js'
import type { AnyLogin } from './credentials/credentials.js'
import { fingerprint } from './credentials/fingerprint.js'
import type { NewPair } from './credentials/new-pair.js'
import { cannotRefresh, isGoodFor, isValidAsAsked, refuseUnrefreshable } from './credentials/validity.js'
import { isPairWaiting, WorkFolder } from './work-folder.js'
import { Deadline } from './deadline.js'
import { IsolatedHome } from './home/isolated-home.js'
import { withCredibleExpiry } from './home/seeded-login.js'
import { whileLocked, type HeldLocks } from './locks/locks.js'
import { reportWaiting } from './locks/wait-for-turn.js'
import type { Log, RefreshOptions } from './options.js'
import { refuseUnsafe } from './refuse-unsafe.js'
import { RefreshError, withoutTokenNote } from './reasons.js'
import { recoverAbandoned } from './recovery/abandoned-run.js'
import { findOrRecover } from './recovery/missing-file.js'
import { forgetOtherRejection, forgetRejection, rememberRejection } from './rejections.js'
import { ReportDraft } from './report-draft.js'
import type { RefreshReport } from './report.js'
import { refuseWindows } from './system/platform.js'
import { LoginRejected } from './token-use.js'
import { keepSafe, rescuesIn } from './recovery/rescue-file.js'
import { addToLineage } from './write-back/lineage.js'
import { Replacement } from './write-back/replacement.js'
import { writeBack } from './write-back/write-back.js'

/** A pair made by another run or session counts as fresh if it is valid for longer than this, in milliseconds. */
const FRESH_MS = 5 * 60_000

/** Refreshes a credentials file: the only place that knows the order of the steps. The report says how it ended, also after a failure. */
export async function refresh(options: RefreshOptions, log: Log): Promise<RefreshReport> {
  const draft = new ReportDraft(phase => log.activity?.({ kind: 'phase', phase }))
  const deadline = Deadline.after(options.timeoutSeconds, options.startMs)
  const patience = { deadline, cancel: options.cancel, onWait: reportWaiting(log) }
  const atTheEnd: (() => void)[] = []
  const afterwards = (show: () => void) => void atTheEnd.push(show)
  try {
    draft.creds = absolutePath(options.credsPath, options.credsFrom)
    refuseWindows()
    const { file, recovered } = await findOrRecover(draft.creds, options.credsFrom, { ...options, ...patience })
    if (recovered !== null && isFresh(recovered, options)) return draft.recovered(recovered)
    const seen = readBeforeLock(file)
    draft.before = seen
    if (!WorkFolder.isInUse(file)) refuseUnrefreshable(file.given, seen, options.minValidityMs)
    draft.enter('lock')
    const refreshUnderLock = () =>
      whileLocked(file, patience, locks => {
        draft.warn(...locks.warnings)
        return refreshLocked({ file: locks.file, seen, locks, deadline, options, log, afterwards, draft })
      })
    if (seen === null || !isValidAsAsked(seen, options.minValidityMs)) return await refreshUnderLock()
    return await orStillValid({ file, options, draft }, () =>
      isPairWaiting(file) ? refreshUnderLock() : draft.stillValid(seen)
    )
  } catch (error) {
    if (error instanceof RefreshError) return draft.failed(error)
    throw error
  } finally {
    for (const show of atTheEnd) show()
  }
}

/** If what an earlier run left can't be recovered now, a login in the file that is valid for as long as asked still counts. */
async function orStillValid(
  { file, options, draft }: Pick<Run, 'file' | 'options' | 'draft'>,
  work: () => RefreshReport | Promise<RefreshReport>
): Promise<RefreshReport> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefreshError) || error.reason === 'cancelled') throw error
    const now = readGoodLogin(file)
    if (now === null || !isValidAsAsked(now, options.minValidityMs)) throw error
    const why = `${error.message}. ${withoutTokenNote(error.remedy)}`.replace(/\.? ?$/, '')
    draft.warn(`an interrupted run may have left newer tokens, which could not be recovered: ${why}`)
    return draft.stillValid(now)
  }
}

/** What the steps under the lock work with. */
interface Run {
  readonly file: CredentialsPath
  /** The login in the file before we took the lock; null if it was not a good one. */
  readonly seen: AnyLogin | null
  readonly locks: HeldLocks
  readonly deadline: Deadline
  readonly options: RefreshOptions
  readonly log: Log
  /** As in `Exchange`. */
  readonly afterwards: (show: () => void) => void
  readonly draft: ReportDraft
}

async function refreshLocked(run: Run): Promise<RefreshReport> {
  const { file, seen, locks, options, draft } = run
  draft.enter('prepare')
  const { onSentBefore } = draft
  const recovered = await recoverAbandoned({ file, folder: locks.folder, insist: options.insist, onSentBefore })
  draft.waiting = rescuesIn(locks.folder)
  if (recovered !== null && isFresh(recovered, options)) return draft.recovered(recovered)
  const before = readLogin(file)
  forgetOtherRejection(locks.folder, before)
  draft.before = seen ?? before
  if (before.refreshToken === null) {
    if (isValidAsAsked(before, options.minValidityMs)) return draft.stillValid(before)
    throw cannotRefresh(file.given, before)
  }
  const isChanged = recovered === null && seen !== null && fingerprint(seen) !== fingerprint(before)
  // A pair that has just appeared is not sent again only because it has no expiry.
  if (isChanged && (before.expiresAtMs === null || isFresh(before, options))) return draft.refreshedByAnother(before)
  if (isValidAsAsked(before, options.minValidityMs)) return draft.stillValid(before)
  return refreshByClaude(run, before)
}

async function refreshByClaude(run: Run, before: StoredCredentials): Promise<RefreshReport> {
  const { file, locks, options, log, draft } = run
  const { folder, check } = locks
  draft.current = before
  refuseUnsafe({ file, folder, environment: options.environment, log }, before)
  const program = await findClaude(options.environment, { deadline: run.deadline, cancel: options.cancel })
  draft.claude = program
  const home = IsolatedHome.create(folder, before)
  const replacement = new Replacement(file, home.newReplacementPath(), { like: before.stats })
  try {
    draft.enter('exchange')
    const proveSafe = () => {
      replacement.reserve()
      home.reserve()
      check() // checked last, because a slow disk may have prevented the renewal of our locks
    }
    const exchange = { ...run, ...options, program, home, before, proveSafe }
    const newPair = await exchangeOrRemember(exchange, folder)
    draft.enter('write back')
    addToLineage(folder, newPair)
    const written = await writeBack(
      { file, folder, replacement, keepSafe: document => keepSafe(folder, home, document) },
      newPair,
      before.document
    )
    forgetRejection(folder)
    return draft.refreshed(written)
  } finally {
    // in a kept HOME, the replacement shows that the pair was never written back
    if (!home.isKept) replacement.discard()
    await home.remove()
  }
}

/** Lets `claude` exchange the token. If the endpoint rejects it, that is remembered for the next runs. */
async function exchangeOrRemember(exchange: Exchange, folder: WorkFolder): Promise<NewPair> {
  try {
    return withCredibleExpiry(await letClaudeRefresh(exchange))
  } catch (error) {
    if (error instanceof LoginRejected)
      rememberRejection(folder, { pair: fingerprint(exchange.before), message: error.message })
    throw error
  }
}

/** Whether a pair that another run, or a live session, has just made is good enough, so that no exchange is needed. */
export function isFresh(login: AnyLogin, { minValidityMs }: Pick<RefreshOptions, 'minValidityMs'>): boolean {
  return isGoodFor(login, Math.max(FRESH_MS, minValidityMs))
}
