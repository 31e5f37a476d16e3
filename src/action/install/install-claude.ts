import path from 'node:path'
import type { WantedVersion } from './claude-version.js'
import { downloadClaude } from './download.js'
import { installFailed, REMEDIES } from './install-failure.js'
import { asInstallation, temporaryFolder, type Installing } from './installing.js'
import type { ClientLimits } from './registry-client.js'
import { chooseVersion, type Installation } from './resolve-claude.js'
import { Stage } from './stage.js'
import { CachedTool, ClosedCache } from './tool-cache.js'
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
  return asInstallation(step.cancel, async () => {
    const stage = await Stage.begin(temporaryFolder(env)) // before a download: it may be missing
    try {
      return path.join(await install(wanted, { env, step, limits }, stage), 'bin')
    } finally {
      await stage.remove()
    }
  })
}

async function install(wanted: WantedVersion, installation: Installation, stage: Stage): Promise<string> {
  const { env, step } = installation
  const { version, open } = await chooseVersion(wanted, installation)
  const check = (folder: string): Promise<string | null> =>
    whyNotRunning(folder, version, { env, home: stage.home, cancel: step.cancel })
  const make = async (folder: string): Promise<void> => {
    const source = await open()
    await downloadClaude(source, await source.packageOf(version), { folder, step })
    const why = await check(folder)
    if (why !== null) throw installFailed(`what was downloaded as claude ${version} ${why}`, REMEDIES.unusable)
  }
  try {
    const cache = CachedTool.claude(version, env)
    const found = cache.find(version)
    if (found !== null && (await check(found)) === null) return found
    if (found !== null) await cache.remove(version)
    return await cache.add(version, make)
  } catch (error) {
    if (!(error instanceof ClosedCache) || step.cancel.aborted) throw error
    return await installForJob({ version, make, whyNot: error.message }, step, stage)
  }
}

interface Recipe {
  readonly version: string
  readonly make: (folder: string) => Promise<void>
  /** Why the tool cache is not used, in a clause. */
  readonly whyNot: string
}

/** @returns a new private folder, which no later job uses */
async function installForJob({ version, make, whyNot }: Recipe, { note }: Installing, stage: Stage): Promise<string> {
  try {
    await make(stage.tool)
  } catch (error) {
    note(`claude ${version} was to be installed only for this job: ${whyNot}`)
    throw error
  }
  const folder = stage.keepTool('clr-claude-')
  note(`claude ${version} is installed in ${folder}, only for this job: ${whyNot}`)
  return folder
}
