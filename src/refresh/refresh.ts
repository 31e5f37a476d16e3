import { letClaudeRefresh } from './claude/exchange.js'
import { findClaude } from './claude/find-claude.js'
import { traceRun } from './claude/trace.js'
import { readBeforeLock, readCredentials } from './credentials/credentials-file.js'
import { absolutePath, findCredentialsFile, type CredentialsPath } from './credentials/credentials-path.js'
import type { Credentials } from './credentials/credentials.js'
import { fingerprint } from './credentials/fingerprint.js'
import { Deadline } from './deadline.js'
import { IsolatedHome } from './home/isolated-home.js'
import { whileLocked, type HeldLocks } from './locks/locks.js'
import type { Log } from './log.js'
import type { RefreshOptions } from './options.js'
import { RefreshError } from './reasons.js'
import { recoverAbandoned } from './recover.js'
import { ReportDraft } from './report-draft.js'
import type { RefreshReport } from './report.js'
import { addToLineage } from './write-back/lineage.js'
import { Replacement } from './write-back/replacement.js'
import { keepSafe, rescuesIn } from './write-back/rescue.js'
import { writeBack } from './write-back/write-back.js'

/** A pair that came from elsewhere counts as fresh when it is good for longer than this, in milliseconds. */
const FRESH_MS = 5 * 60_000

/** Refreshes a credentials file, by the one order of steps there is. The report says how it ended, whatever happened. */
export async function refresh(options: RefreshOptions, log: Log): Promise<RefreshReport> {
  const draft = new ReportDraft()
  const deadline = Deadline.after(options.timeoutSeconds)
  try {
    draft.creds = absolutePath(options.credsPath)
    if (process.platform === 'win32')
      throw new RefreshError('usage', 'clr-refresh runs on Linux and macOS, not on Windows')
    const file = findCredentialsFile(draft.creds)
    traceRun(log, file, options.timeoutSeconds)
    const seen = readBeforeLock(file)
    draft.before = seen
    draft.enter('lock')
    return await whileLocked(file, { deadline, cancel: options.cancel }, locks => {
      draft.warn(...locks.warnings)
      return refreshLocked({ file: locks.file, seen, locks, deadline, options, log, draft })
    })
  } catch (error) {
    if (error instanceof RefreshError) return draft.failed(error)
    throw error
  }
}

/** All that the steps under lock work with. */
interface Run {
  readonly file: CredentialsPath
  /** What the file held before the lock was ours; null where that was no good login. */
  readonly seen: Credentials | null
  readonly locks: HeldLocks
  readonly deadline: Deadline
  readonly options: RefreshOptions
  readonly log: Log
  readonly draft: ReportDraft
}

async function refreshLocked(run: Run): Promise<RefreshReport> {
  const { file, seen, locks, options, draft } = run
  draft.enter('prepare')
  const recovered = await recoverAbandoned({ file, folder: locks.folder, insist: options.insist })
  draft.waiting = rescuesIn(locks.folder)
  if (recovered !== null && isFresh(recovered, options)) return draft.recovered(recovered)
  const before = readCredentials(file)
  draft.before = seen ?? before
  const isChanged = recovered === null && seen !== null && fingerprint(seen) !== fingerprint(before)
  if (isChanged && isFresh(before, options)) return draft.refreshedByAnother(before)
  if (options.minValidityMs > 0 && isGoodFor(before, options.minValidityMs)) return draft.stillValid(before)
  return refreshByClaude(run, before)
}

async function refreshByClaude(run: Run, before: Credentials): Promise<RefreshReport> {
  const { file, locks, options, draft } = run
  const { folder, check } = locks
  const program = findClaude(options.environment.PATH)
  draft.claude = program
  const home = IsolatedHome.create(folder, before)
  const replacement = new Replacement(file, home.newReplacementPath())
  try {
    draft.enter('exchange')
    const proveSafe = () => {
      check()
      replacement.reserve()
      home.reserve()
    }
    const changes = await letClaudeRefresh({ ...run, ...options, program, home, before, proveSafe })
    draft.enter('write back')
    addToLineage(folder, home.origin.from, changes)
    const after = await writeBack(
      { file, folder, replacement, keepSafe: document => keepSafe(folder, home, document) },
      { from: home.origin.from, document: before.document, changes }
    )
    return draft.refreshed(after)
  } finally {
    if (!home.isKept) replacement.discard() // in a HOME that is kept it says that the pair was never written back
    await home.remove()
  }
}

/** Whether a pair that another run, or a live session, has just made spares us an exchange. */
function isFresh(credentials: Credentials, { minValidityMs }: RefreshOptions): boolean {
  return isGoodFor(credentials, Math.max(FRESH_MS, minValidityMs))
}

function isGoodFor({ expiresAtMs }: Credentials, ms: number): boolean {
  return expiresAtMs - Date.now() > ms
}
