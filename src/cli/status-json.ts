import type { FileStatus, LockStatus } from '../core/status/file-status.js'

/** What `clr status --json` prints, as one line: docs/status.md has every field. Times are ISO 8601, in UTC. */
export function statusJson(statuses: readonly FileStatus[], exitCode: 0 | 1): string {
  const report = { ok: exitCode === 0, exitCode, files: statuses.map(fileJson) }
  return `${JSON.stringify(report).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped)}\n`
}

function fileJson(status: FileStatus): object {
  const { rejection, remedy } = status
  return {
    creds: status.file,
    state: status.state,
    needsPerson: status.needsPerson,
    kind: status.kind,
    account: status.account,
    expiresAt: iso(status.expiresAtMs),
    loginExpiresAt: iso(status.loginExpiresAtMs),
    rejection: rejection && {
      firstAt: iso(rejection.firstAtMs),
      lastAt: iso(rejection.lastAtMs),
      count: rejection.count,
      nextTryAt: iso(rejection.nextTryAtMs)
    },
    locks: status.locks.map(lockJson),
    remains: status.remains.map(({ path, kind, hasNewTokens, handledBy }) => ({
      path,
      kind,
      newTokens: hasNewTokens,
      handledBy
    })),
    keychainItem: status.keychainItem,
    message: status.message,
    notes: status.notes,
    remedy: remedy?.sentence ?? '',
    command: remedy?.command ?? null
  }
}

function lockJson({ path, holder, pid, isElsewhere, isAlive, sinceMs, renewedAtMs }: LockStatus): object {
  const times = { since: iso(sinceMs), renewedAt: iso(renewedAtMs) }
  return { path, holder, pid, elsewhere: isElsewhere, alive: isAlive, ...times }
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}

/** JSON may hold characters that a terminal would obey; within its texts, they can all be escaped. */
function escaped(character: string): string {
  return character.replace(/[^]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
