import { findClaude } from './claude/find-claude.js'
import { readBeforeLock, readGoodLogin, readLogin } from './credentials/credentials-file.js'
import type { CredentialsPath } from './credentials/credentials-path.js'
import type { AnyLogin, Credentials } from './credentials/credentials.js'
import { fingerprint } from './credentials/fingerprint.js'
import { absolutePath } from './credentials/typed-path.js'
import { cannotRefresh, refuseUnrefreshable } from './credentials/validity.js'
import { Deadline, type Patience } from './deadline.js'
import { lookAtLocks, lookBesideMissingFolder } from './dry-run/locks.js'
import { InterruptedRuns, type WaitingPair } from './dry-run/pairs.js'
import { findPlaceOf, newFileMaker, type Place } from './dry-run/place.js'
import { inNewFolderFor, proveRoom } from './dry-run/room.js'
import type { Log, RefreshOptions } from './options.js'
import { NOT_SENT_HERE, RefreshError } from './reasons.js'
import { isFresh } from './refresh.js'
import { refuseUnsafe } from './refuse-unsafe.js'
import { refuseJustRejected } from './rejections.js'
import { ReportDraft } from './report-draft.js'
import type { RefreshReport } from './report.js'
import { refuseWindows } from './system/platform.js'
import { WorkFolder } from './work-folder.js'
import type { Sized } from './write-back/composition.js'
import type { LockedFile } from './write-back/write-back.js'

/** The options of a dry run. `min-validity` has no meaning for it. */
export interface DryRunOptions extends Omit<RefreshOptions, 'minValidityMs' | 'insist'> {
  /** The login that a real run would first put into the file, which need not exist; null: the login is in the file. */
  readonly incoming: AnyLogin | null
  /** Whether to look for `claude` on PATH. */
  readonly findsClaude: boolean
  /** Called if the next run only puts a pair back, and needs no `claude`. */
  readonly onRecovery?: () => void
}

/** How often the room is proven again if runs that start at the same moment remove what the proof makes. */
const MAX_PROOFS = 20

/**
 * Checks, in the order of `refresh`, everything that can be proven without sending the refresh token. Takes no lock, waits for
 * none, and leaves every file as it is. The report says `ready`, or how a refresh would end.
 */
export async function dryRun(options: DryRunOptions, log: Log): Promise<RefreshReport> {
  const draft = new ReportDraft()
  const deadline = Deadline.after(options.timeoutSeconds, options.startMs)
  try {
    draft.creds = absolutePath(options.credsPath, options.credsFrom)
    refuseWindows()
    const place = findPlaceOf(draft.creds, options)
    draft.before = loginBeforeLocks(place)
    refuseNeverRefreshed(place, draft.before)
    draft.enter('lock')
    const found = look(place, { options, log, draft })
    if (isRecovery(found)) options.onRecovery?.()
    draft.enter('prepare')
    if (options.findsClaude) await findClaudeOrWarn(found, draft, { ...options, deadline })
    draft.enter('prove')
    proveWritable(place, found)
    refuseCancelled(options.cancel)
    return draft.ready(found.login, factsOf(place, found))
  } catch (error) {
    if (error instanceof RefreshError) return draft.failed(error)
    throw error
  }
}

function loginBeforeLocks({ file, missing, incoming }: Place): AnyLogin | null {
  return incoming ?? (file === null || missing !== null ? null : readBeforeLock(file))
}

/** Without a refresh token, a login is refused before anything else, unless an earlier run may have left another one. */
function refuseNeverRefreshed({ given, file }: Place, login: AnyLogin | null): void {
  if (file === null || !WorkFolder.isInUse(file)) refuseUnrefreshable(given, login, 0)
}

/** What looking at a place needs. */
interface Context {
  readonly options: DryRunOptions
  readonly log: Log
  readonly draft: ReportDraft
}

/** The login that the next run refreshes. */
interface Found {
  readonly login: Credentials
  /** The pair that the next run first puts into the file; null if there is none. */
  readonly waiting: WaitingPair | null
}

function look(place: Place, context: Context): Found {
  const { given, file } = place
  if (file === null)
    return inNewFolderFor(given, folder => {
      context.draft.warn(...lookBesideMissingFolder(given, folder))
      return examine(place, { file: { given, real: given }, folder }, context)
    })
  const { folder, warnings } = lookAtLocks(file)
  context.draft.warn(...warnings)
  try {
    return examine(place, { file, folder }, context)
  } finally {
    folder.close()
  }
}

/** What `refreshLocked` does with the file and what is beside it, up to the exchange. */
function examine(place: Place, { file, folder }: LockedFile, { options, log, draft }: Context): Found {
  const isThere = place.missing === null
  const onlySignIns = !isThere && place.incoming === null
  const runs = new InterruptedRuns({ folder, login: isThere ? readGoodLogin(file) : place.incoming, onlySignIns })
  draft.waiting = runs.others
  draft.warn(...runs.atWork.map(home => `the \`claude\` of a killed run is still running in ${home}`))
  if (runs.isSentBefore) draft.onSentBefore()
  const login = runs.waiting?.login ?? loginIn(place, file)
  if (login.refreshToken === null) throw cannotRefresh(file.given, login)
  draft.current = login
  const found = { login, waiting: runs.waiting }
  if (isRecovery(found)) return found
  refuseUnsafe({ file, folder, environment: options.environment, log }, sized(login))
  const { rejection } = runs
  if (rejection?.pair === fingerprint(login)) refuseJustRejected(folder, rejection, rejection.atMs)
  return found
}

function loginIn({ incoming, missing }: Place, file: CredentialsPath): AnyLogin {
  if (incoming !== null) return incoming
  if (missing !== null) throw missing
  return readLogin(file)
}

function sized(login: Credentials): Credentials & Sized {
  return { ...login, stats: { size: Buffer.byteLength(JSON.stringify(login.document)) } }
}

/** Whether the next run puts a pair back that is good enough, and then needs no `claude`. */
function isRecovery({ login, waiting }: Found): boolean {
  return waiting !== null && isFresh(login, { minValidityMs: 0 })
}

async function findClaudeOrWarn(
  found: Found,
  draft: ReportDraft,
  { environment, deadline, cancel }: Patience & Pick<DryRunOptions, 'environment'>
): Promise<void> {
  try {
    draft.claude = await findClaude(environment, { deadline, cancel })
  } catch (error) {
    draft.warn(laterFailure(error, isRecovery(found)))
  }
}

/**
 * What to warn of if `claude` was not found, but the next run needs none.
 * @throws the error itself if the next run would fail with it
 */
export function laterFailure(error: unknown, isRecovery: boolean): string {
  const isForLater = error instanceof RefreshError && error.reason.startsWith('claude-')
  if (!isForLater || !isRecovery) throw error
  return `the next run only restores saved tokens; the run after it would fail: ${error.message}`
}

function proveWritable(place: Place, { waiting }: Found): void {
  const makeNewFile = newFileMaker(place, waiting)
  if (place.file === null) {
    inNewFolderFor(place.given, folder => proveRoom(folder, makeNewFile))
    return
  }
  for (let proofs = 0; proofs < MAX_PROOFS; proofs += 1) {
    const { folder } = lookAtLocks(place.file)
    try {
      if (proveRoom(folder, makeNewFile)) return
    } finally {
      folder.close()
    }
  }
  throw new RefreshError(
    'locked',
    `other runs of clr-refresh were using this login during the whole dry run; ${NOT_SENT_HERE}`
  )
}

function refuseCancelled(cancel: AbortSignal): void {
  if (cancel.aborted) throw new RefreshError('cancelled', `stopped during the dry run; ${NOT_SENT_HERE}`)
}

/** What the next run does before it refreshes, as clauses. */
function factsOf({ missing, incoming }: Place, { waiting }: Found): readonly string[] {
  if (waiting === null) return missing !== null && incoming !== null ? ['the file can be created'] : []
  const what = waiting.isNewLogin ? 'the login of an interrupted `clr login`' : 'the new tokens of an interrupted run'
  return [`the next run first puts ${what} into the file, from ${waiting.path}`]
}
