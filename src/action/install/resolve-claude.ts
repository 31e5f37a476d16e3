import { openClaudeCache } from './claude-cache.js'
import type { WantedVersion } from './claude-version.js'
import type { Installing, Npm } from './npm.js'
import { withNpm } from './with-npm.js'

/**
 * Finds out which `claude` `installClaude` would install, and installs nothing. A tag, or a version that is not in the tool
 * cache, is looked up in the npm registry.
 * @returns the version and where it would come from, in a sentence
 * @throws RefreshError `claude-install-failed`, `cancelled`
 */
export function resolveClaude(wanted: WantedVersion, env: NodeJS.ProcessEnv, step: Installing): Promise<string> {
  return withNpm(env, step, npm => resolve(wanted, npm))
}

async function resolve(wanted: WantedVersion, npm: Npm): Promise<string> {
  const version = await npm.versionOf(wanted)
  const { isCached, use } = planFor(version, npm.env)
  if (wanted.kind === 'exact' && !isCached) await npm.knownVersion(version)
  return `${wanted.kind === 'exact' ? 'claude-version' : `claude-version ${wanted.tag} is`} ${version}, which a real run would ${use}`
}

/** Whether a version is in the tool cache already, and what `installClaude` would do with it, as the end of a sentence. */
function planFor(version: string, env: NodeJS.ProcessEnv): { readonly isCached: boolean; readonly use: string } {
  const opened = openClaudeCache(version, env)
  if ('whyNot' in opened) return { isCached: false, use: `install only for this job, because ${opened.whyNot}` }
  if (opened.cache.find(version) === null) return { isCached: false, use: 'install in the tool cache' }
  return { isCached: true, use: 'take from the tool cache' }
}
