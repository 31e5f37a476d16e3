import { statSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, type TokenPair } from './credentials/fingerprint.js'
import { isJsonObject, parseJson } from './json.js'
import { orNull } from './or-null.js'
import { NOT_SENT_HERE, outcomeOf, RefreshError } from './reasons.js'
import { safeLine } from './redact.js'
import { readRegularFile } from './system/read.js'
import { removeIfPossible } from './system/remove.js'
import { errorCode } from './system/system-error.js'
import { describeMoment, inTime, utcMinute } from './times.js'
import { REJECTION_RECORD, type WorkFolder } from './work-folder.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** The wait after the first rejection, which doubles at each further one, and the longest wait; in milliseconds. */
const FIRST_WAIT_MS = HOUR_MS
const LONGEST_WAIT_MS = 24 * HOUR_MS

/** The largest record that is read, in bytes; ours have less than 300. */
const MAX_RECORD_BYTES = 4096

/** The latest time of a Date, in milliseconds since 1970. */
const MAX_TIME_MS = 8.64e15

/** What is known about a pair that the token endpoint has rejected. Times are in milliseconds since 1970. */
export interface Rejection {
  /** What the run said whose token was rejected first: a sentence, without any token. */
  readonly message: string
  readonly firstAtMs: number
  readonly lastAtMs: number
  /** How often it was rejected: 1 or more. */
  readonly count: number
  /** From this time on, a run sends the token again; it may be past. At most a day ahead. */
  readonly nextTryAtMs: number
}

/**
 * What is remembered about a pair; null if nothing is, or the record is about another pair, or is invalid.
 * @throws the failed system call's error: the record can't be read
 */
export function readRejection(folder: WorkFolder, pair: TokenPair, nowMs = Date.now()): Rejection | null {
  return parseRecord(readRecord(folder) ?? '', fingerprint(pair), nowMs)
}

/**
 * Remembers that a pair was rejected, unless another user may work on the same file. Never throws: if the record can't be written,
 * only the next run does not know it.
 * Call it while the file's locks are held.
 * @param pair its fingerprint
 * @param message what the run says about it
 * @param atMs when it was rejected, in milliseconds since 1970: now, or earlier if its run was killed
 */
export function rememberRejection(
  folder: WorkFolder,
  { pair, message }: { readonly pair: string; readonly message: string },
  atMs = Date.now()
): void {
  const record = recordAfter(folder, { pair, message }, atMs)
  orNull(() => {
    if (record !== null && hasOneUser(folder)) folder.writeRecord(REJECTION_RECORD, record)
  })
}

/** The new record after a rejection; null if the old one is kept. Parameters as of `rememberRejection`. */
function recordAfter(
  folder: WorkFolder,
  { pair, message }: { readonly pair: string; readonly message: string },
  atMs: number
): object | null {
  const before = parseRecord(readText(folder) ?? '', pair, atMs)
  // No run sends the token before that time, so this rejection is on record already: its run was killed after it wrote that.
  if (before !== null && before.nextTryAtMs > atMs) return null
  const first = before ?? { message, firstAtMs: atMs, count: 0 }
  return {
    pair,
    message: first.message,
    firstAtMs: Math.min(first.firstAtMs, atMs), // a later time comes from a clock that was wrong
    lastAtMs: atMs,
    count: first.count + 1
  }
}

/**
 * Whether only one user works on a file, as far as the folder that holds it shows. A work folder that stays would be in the way of
 * any other, who may not look into it: for example of a container's user in root's folder, by the group, after a run of root.
 */
function hasOneUser({ path: workFolder, keepsModes }: WorkFolder): boolean {
  const { uid, mode } = statSync(path.dirname(workFolder))
  const isSticky = (mode & 0o1000) !== 0 // only the owner of the file may replace it
  if (isSticky || !keepsModes) return true
  return uid === process.geteuid?.() && (uid !== 0 || (mode & 0o022) === 0) // root acts as any other owner
}

/** Removes the record, whatever pair it is about. Never throws, because a record of another pair does no harm. */
export function forgetRejection(folder: WorkFolder): void {
  removeIfPossible(folder.at(REJECTION_RECORD))
}

/** Removes a record that is not about this pair. One that can't be read may be about it, and stays. Never throws. */
export function forgetOtherRejection(folder: WorkFolder, pair: TokenPair): void {
  const text = readText(folder)
  if (text !== null && parseRecord(text, fingerprint(pair), Date.now()) === null) forgetRejection(folder)
}

/** Refuses a pair that was rejected, as long as it is too early to try it again. @throws RefreshError `login-rejected` */
export function refuseRejected(folder: WorkFolder, pair: TokenPair, nowMs = Date.now()): void {
  refuseByRecord(folder, parseRecord(readText(folder) ?? '', fingerprint(pair), nowMs), nowMs)
}

/**
 * Refuses a pair as `refuseRejected` does after `rememberRejection` with the same parameters, but writes no record.
 * @throws RefreshError `login-rejected`
 */
export function refuseJustRejected(
  folder: WorkFolder,
  { pair, message }: { readonly pair: string; readonly message: string },
  atMs: number
): void {
  const record = orNull(() => hasOneUser(folder)) === true ? recordAfter(folder, { pair, message }, atMs) : null
  const nowMs = Date.now()
  if (record !== null) refuseByRecord(folder, parseRecord(JSON.stringify(record), pair, nowMs), nowMs)
}

function refuseByRecord(folder: WorkFolder, rejection: Rejection | null, nowMs: number): void {
  if (rejection === null || rejection.nextTryAtMs <= nowMs) return
  const next = `${NOT_SENT_HERE}, and ${noTryBefore(rejection, nowMs)}`
  const record = folder.at(REJECTION_RECORD)
  const remedy = `${outcomeOf('login-rejected').remedy} To try the same login before then, delete ${record} and run it again.`
  throw new RefreshError('login-rejected', `${rejection.message}; ${rejectedSince(rejection, nowMs)}; ${next}`, remedy)
}

/** Since when the token has been rejected, as a clause. */
export function rejectedSince({ firstAtMs, count }: Rejection, nowMs: number): string {
  const times = count === 1 ? '' : `, ${count} times so far`
  return `rejected since ${describeMoment(firstAtMs, nowMs)}${times}`
}

/** When a run tries the token again, as a clause. Call it only before that time. */
export function noTryBefore({ nextTryAtMs }: Rejection, nowMs: number): string {
  const minuteMs = Math.ceil(nextTryAtMs / MINUTE_MS) * MINUTE_MS // rounded down, it would still be too early
  return `no run tries it again before ${utcMinute(minuteMs)} UTC (${inTime(nextTryAtMs - nowMs)})`
}

/** @returns null if there is no record, or it can't be read: that never stops a run */
function readText(folder: WorkFolder): string | null {
  return orNull(() => readRecord(folder))
}

/** @returns null if there is no record, or something else in its place @throws the failed system call's error */
function readRecord(folder: WorkFolder): string | null {
  try {
    return readRegularFile(folder.at(REJECTION_RECORD), MAX_RECORD_BYTES).bytes.toString('utf8')
  } catch (error) {
    if (NO_RECORD.includes(errorCode(error))) return null
    throw error
  }
}

/** The codes for no file, and for what no run can have written: a link, a folder, a pipe, too large a file. */
const NO_RECORD = ['ENOENT', 'ENOTDIR', 'ELOOP', 'not a regular file', 'EFBIG']

/** @returns null if the record is not about this pair, or is invalid */
function parseRecord(text: string, pair: string, nowMs: number): Rejection | null {
  const record = parseJson(text)
  if (!isJsonObject(record) || record.pair !== pair) return null
  const { message, firstAtMs, lastAtMs, count } = record
  if (typeof message !== 'string' || message === '' || !isTime(firstAtMs) || !isTime(lastAtMs)) return null
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return null
  const nextTryAtMs = nextTryAfter(lastAtMs, count, nowMs)
  return { message: safeLine(message), firstAtMs, lastAtMs, count, nextTryAtMs }
}

/** A time that is more than a day ahead comes from a clock that was wrong: then the token may be sent now. */
function nextTryAfter(lastAtMs: number, count: number, nowMs: number): number {
  const nextTryAtMs = lastAtMs + Math.min(FIRST_WAIT_MS * 2 ** (count - 1), LONGEST_WAIT_MS)
  return nextTryAtMs - nowMs > LONGEST_WAIT_MS ? nowMs : nextTryAtMs
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_TIME_MS
}
