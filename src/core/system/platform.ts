import { RefreshError } from '../reasons.js'

/** Locks and modes of a credentials file mean nothing on Windows. @throws RefreshError `usage` on Windows */
export function refuseWindows(): void {
  if (process.platform === 'win32')
    throw new RefreshError('usage', 'clr-refresh runs on Linux and macOS, not on Windows')
}
