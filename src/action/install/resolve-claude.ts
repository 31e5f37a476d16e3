import { ClaudeSource } from './claude-package.js'
import type { WantedVersion } from './claude-version.js'
import { asInstallation, type Installing } from './installing.js'
import type { ClientLimits } from './registry-client.js'
import { CachedTool, ClosedCache } from './tool-cache.js'

/** What an installation has to know. */
export interface Installation {
  readonly env: NodeJS.ProcessEnv
  readonly step: Installing
  readonly limits?: ClientLimits | undefined
}

/** One version of `claude`. */
export interface ChosenVersion {
  readonly version: string
  /** The registry, which is asked only once. @throws RefreshError `claude-install-failed` */
  readonly open: () => Promise<ClaudeSource>
}

/** Chooses the version that is wanted: a tag is looked up in the registry. @throws RefreshError `claude-install-failed` */
export async function chooseVersion(
  wanted: WantedVersion,
  { env, step, limits }: Installation
): Promise<ChosenVersion> {
  let opened: Promise<ClaudeSource> | undefined
  const open = (): Promise<ClaudeSource> => (opened ??= ClaudeSource.open(env, step, limits))
  return { version: wanted.kind === 'exact' ? wanted.version : await (await open()).versionOfTag(wanted.tag), open }
}

/**
 * Finds out which `claude` `installClaude` would install, and installs nothing. A tag, or a version that is not in the tool
 * cache, is looked up in the npm registry, with its package for this machine.
 * @returns the version and where it would come from, in a sentence
 * @throws RefreshError `claude-install-failed`, `cancelled`
 */
export function resolveClaude(wanted: WantedVersion, env: NodeJS.ProcessEnv, step: Installing): Promise<string> {
  return asInstallation(step.cancel, async () => {
    const { version, open } = await chooseVersion(wanted, { env, step })
    const { isCached, use } = planFor(version, env)
    if (!isCached) await (await open()).packageOf(version)
    const name = wanted.kind === 'exact' ? version : `${wanted.tag} is ${version}`
    return `claude-version ${name}, which a real run would ${use}`
  })
}

/** Whether a version is in the tool cache already, and what `installClaude` would do with it, as the end of a sentence. */
function planFor(version: string, env: NodeJS.ProcessEnv): { readonly isCached: boolean; readonly use: string } {
  try {
    const isCached = CachedTool.claude(version, env).find(version) !== null
    return { isCached, use: isCached ? 'take from the tool cache' : 'install in the tool cache' }
  } catch (error) {
    if (!(error instanceof ClosedCache)) throw error
    return { isCached: false, use: `install only for this job, because ${error.message}` }
  }
}
