import { RefreshError } from '../reasons.js'

/** For everything that touches a credentials file: its locks and modes mean nothing there. @throws RefreshError `usage` on Windows */
export function refuseWindows(): void {
  if (process.platform === 'win32')
    throw new RefreshError('usage', 'clr-refresh runs on Linux and macOS, not on Windows')
}
