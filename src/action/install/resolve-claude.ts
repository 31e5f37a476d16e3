import { openClaudeCache } from './claude-cache.js'
import { ClaudeSource } from './claude-package.js'
import type { WantedVersion } from './claude-version.js'
import { asInstallation, type Installing } from './installing.js'

/**
 * Finds out which `claude` `installClaude` would install, and installs nothing. A tag, or a version that is not in the tool
 * cache, is looked up in the npm registry, with its package for this machine.
 * @returns the version and where it would come from, in a sentence
 * @throws RefreshError `claude-install-failed`, `cancelled`
 */
export function resolveClaude(wanted: WantedVersion, env: NodeJS.ProcessEnv, step: Installing): Promise<string> {
  return asInstallation(step.cancel, () => resolve(wanted, env, step))
}

async function resolve(wanted: WantedVersion, env: NodeJS.ProcessEnv, step: Installing): Promise<string> {
  if (wanted.kind === 'exact') {
    const { isCached, use } = planFor(wanted.version, env)
    if (!isCached) await (await ClaudeSource.open(env, step)).packageOf(wanted.version)
    return `claude-version ${wanted.version}, which a real run would ${use}`
  }
  const source = await ClaudeSource.open(env, step)
  const version = await source.versionOfTag(wanted.tag)
  const { isCached, use } = planFor(version, env)
  if (!isCached) await source.packageOf(version)
  return `claude-version ${wanted.tag} is ${version}, which a real run would ${use}`
}

/** Whether a version is in the tool cache already, and what `installClaude` would do with it, as the end of a sentence. */
function planFor(version: string, env: NodeJS.ProcessEnv): { readonly isCached: boolean; readonly use: string } {
  const opened = openClaudeCache(version, env)
  if ('whyNot' in opened) return { isCached: false, use: `install only for this job, because ${opened.whyNot}` }
  if (opened.cache.find(version) === null) return { isCached: false, use: 'install in the tool cache' }
  return { isCached: true, use: 'take from the tool cache' }
}
