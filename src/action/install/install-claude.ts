import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { rmRF } from '@actions/io'
import { RefreshError } from '../../core/reasons.js'
import { openClaudeCache, unusable, type ClosedCache } from './claude-cache.js'
import { ClaudeSource } from './claude-package.js'
import type { WantedVersion } from './claude-version.js'
import { downloadClaude } from './download.js'
import { installFailed } from './install-failure.js'
import { asInstallation, temporaryFolder, type Installing } from './installing.js'
import type { ClientLimits } from './registry-client.js'
import { whyNotRunning } from './try-claude.js'

/**
 * Installs `claude` from the npm registry into the runner's tool cache, unless this version is there already, and checks
 * that it runs. An exact version that is there needs no network. If other users may write in the tool cache (GitHub's own
 * has mode 777), or if it can't be used, `claude` is installed in a new private folder instead, and a note says so.
 * @returns the folder that holds the program `claude`
 * @throws RefreshError `claude-install-failed`, `cancelled`
 */
export function installClaude(
  wanted: WantedVersion,
  env: NodeJS.ProcessEnv,
  step: Installing,
  limits?: ClientLimits
): Promise<string> {
  return asInstallation(step.cancel, () => install(wanted, { env, step, limits }))
}

interface Installation {
  readonly env: NodeJS.ProcessEnv
  readonly step: Installing
  readonly limits: ClientLimits | undefined
}

async function install(wanted: WantedVersion, { env, step, limits }: Installation): Promise<string> {
  let opened: Promise<ClaudeSource> | undefined
  const open = (): Promise<ClaudeSource> => (opened ??= ClaudeSource.open(env, step, limits))
  const version = wanted.kind === 'exact' ? wanted.version : await (await open()).versionOfTag(wanted.tag)
  const check = (folder: string): Promise<string | null> => whyNotRunning(folder, env, step.cancel)
  const make = async (folder: string): Promise<void> => {
    const source = await open()
    await downloadClaude(source, await source.packageOf(version), { folder, step })
    const why = await check(folder)
    if (why !== null) throw installFailed(`claude ${version} was installed, but does not run: ${why}`)
  }
  const cached = await installInCache({ version, make, check }, env)
  if ('folder' in cached) return path.join(cached.folder, 'bin')
  const folder = await mkdtemp(path.join(temporaryFolder(env), 'clr-claude-')) // mode 700 (mkdtemp(3))
  step.note(`claude ${version} is installed in ${folder}, only for this job: ${cached.whyNot}`)
  try {
    await make(folder)
  } catch (error) {
    await rmRF(folder)
    throw error
  }
  return path.join(folder, 'bin')
}

/** `check` returns what is wrong with the version in a folder; null if it runs. */
interface Recipe {
  readonly version: string
  readonly make: (folder: string) => Promise<void>
  readonly check: (folder: string) => Promise<string | null>
}

/** The folder in the tool cache, or why the cache must not be used. @throws RefreshError */
async function installInCache(
  { version, make, check }: Recipe,
  env: NodeJS.ProcessEnv
): Promise<{ readonly folder: string } | ClosedCache> {
  const opened = openClaudeCache(version, env)
  if ('whyNot' in opened) return opened
  const { cache, root } = opened
  try {
    const found = cache.find(version)
    if (found !== null) {
      if ((await check(found)) === null) return { folder: found }
      await cache.remove(version)
    }
    return { folder: await cache.add(version, make) }
  } catch (error) {
    if (error instanceof RefreshError) throw error
    return unusable(root, error)
  }
}
