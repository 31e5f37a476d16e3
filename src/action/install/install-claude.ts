import { mkdtemp, readFile } from 'node:fs/promises'
import path from 'node:path'
import { rmRF } from '@actions/io'
import { RefreshError } from '../../core/reasons.js'
import { redact } from '../../core/redact.js'
import { runProgram } from '../exec.js'
import { openClaudeCache, unusable, type ClosedCache } from './claude-cache.js'
import { exactVersion, type WantedVersion } from './claude-version.js'
import { CLAUDE_PACKAGE, type Npm, type Installing } from './npm.js'
import { installFailed } from './npm-failure.js'
import { temporaryFolder, withNpm } from './with-npm.js'

/**
 * Installs `claude` from the npm registry into the runner's tool cache, unless this version is there already, and checks
 * that it runs. An exact version that is there needs no network. If other users may write in the tool cache (GitHub's own
 * has mode 777), or if it can't be used, `claude` is installed in a new private folder instead, and a note says so.
 * @returns the folder that holds the program `claude`
 * @throws RefreshError `claude-install-failed`, `cancelled`
 */
export function installClaude(wanted: WantedVersion, env: NodeJS.ProcessEnv, step: Installing): Promise<string> {
  return withNpm(env, step, npm => install(wanted, npm, step.note))
}

async function install(wanted: WantedVersion, npm: Npm, note: Installing['note']): Promise<string> {
  const version = await npm.versionOf(wanted)
  const check = (folder: string): Promise<string | null> => whyNotRunning(folder, npm)
  const make = async (folder: string): Promise<void> => {
    await npm.install(version, folder)
    const why = await check(folder)
    if (why !== null) throw installFailed(`claude ${version} was installed, but does not run: ${why}`)
  }
  const cached = await installInCache({ version, make, check }, npm.env)
  if ('folder' in cached) return path.join(cached.folder, 'bin')
  const folder = await mkdtemp(path.join(temporaryFolder(npm.env), 'clr-claude-')) // mode 700 (mkdtemp(3))
  note(`claude ${version} is installed in ${folder}, only for this job: ${cached.whyNot}`)
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

/**
 * Why the installed `claude` does not run; null if `claude --version` prints the version of its package. Old versions are
 * Node scripts: they run with our own Node, as in a refresh, and not with one that another step put on PATH.
 */
async function whyNotRunning(folder: string, { env, home }: Npm): Promise<string | null> {
  const program = path.join(folder, 'bin', 'claude')
  const { exitCode, stdout, stderr } = await runProgram(program, ['--version'], {
    env: { ...env, PATH: [path.dirname(process.execPath), env.PATH ?? ''].join(path.delimiter) },
    home
  })
  const printed = exactVersion(stdout.trim().split(' ')[0] ?? '')
  if (exitCode === 0 && printed !== null && printed === (await packageVersion(folder))) return null
  return redact(`${stderr} ${stdout}`).replace(/\s+/g, ' ').trim().slice(0, 200) || `exit status ${exitCode ?? 'none'}`
}

async function packageVersion(folder: string): Promise<string | null> {
  const manifest = await readFile(path.join(folder, 'lib/node_modules', CLAUDE_PACKAGE, 'package.json'), 'utf8')
  return exactVersion(/"version"\s*:\s*"([^"]*)"/.exec(manifest)?.[1] ?? '')
}
