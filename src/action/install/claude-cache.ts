import path from 'node:path'
import { errorCode } from '../../core/system/system-error.js'
import { CachedTool } from './tool-cache.js'

/** Why the tool cache must not be used, in a clause. */
export interface ClosedCache {
  readonly whyNot: string
}

/** The tool cache for `claude`, if no other user can plant a program in it for this version. Never throws. */
export function openClaudeCache(
  version: string,
  { RUNNER_TOOL_CACHE: root = '' }: NodeJS.ProcessEnv
): { readonly cache: CachedTool; readonly root: string } | ClosedCache {
  if (!path.isAbsolute(root)) return { whyNot: 'RUNNER_TOOL_CACHE is not set' }
  const cache = new CachedTool(root, 'claude-code')
  try {
    const untrusted = cache.findUntrusted(version)
    return untrusted === null ? { cache, root } : { whyNot: `other users may write in the tool cache (${untrusted})` }
  } catch (error) {
    return unusable(root, error)
  }
}

/** @param error the failed system call's error */
export function unusable(root: string, error: unknown): ClosedCache {
  return { whyNot: `the tool cache ${root} cannot be used (${errorCode(error)})` }
}
