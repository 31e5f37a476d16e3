import type { FileStatus } from '../src/core/status/file-status.js'

/** When the sample statuses were made: 2026-11-26 12:00 UTC. */
export const STATUS_NOW_MS = Date.UTC(2026, 10, 26, 12)

/** The status of a healthy login, with these changes. */
export function sampleStatus(changes: Partial<FileStatus> = {}): FileStatus {
  return {
    file: '/srv/ci/.credentials.json',
    state: 'ok',
    needsPerson: false,
    kind: 'login',
    account: 'Max 20x',
    expiresAtMs: Date.UTC(2026, 10, 26, 17),
    loginExpiresAtMs: Date.UTC(2026, 11, 20, 9),
    rejection: null,
    locks: [],
    remains: [],
    keychainItem: null,
    message: 'the access token is valid until 2026-11-26 17:00 UTC (in 5 h)',
    notes: [],
    remedy: null,
    ...changes
  }
}
