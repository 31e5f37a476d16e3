import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { rmRF } from '@actions/io'
import { NOT_SENT, NOT_SENT_HERE, RefreshError } from '../../core/reasons.js'
import { redact } from '../../core/redact.js'
import { errorCode, explainSystemError, failedPath, remedyFor } from '../../core/system/system-error.js'
import { runProgram } from '../exec.js'
import { exactVersion, type WantedVersion } from './claude-version.js'
import { CLAUDE_PACKAGE, Npm, type Installing } from './npm.js'
import { installFailed } from './npm-failure.js'
import { CachedTool } from './tool-cache.js'

/** How long a cancelled step tries to remove npm's HOME, which is in the runner's temporary folder; in milliseconds. */
const REMOVAL_LIMIT_MS = 1_000

const FIX_IT = `Fix the problem named in the message (often a permission). ${NOT_SENT}`

/**
 * Installs `claude` from the npm registry into the runner's tool cache, unless this version is there already, and checks
 * that it runs. An exact version that is there needs no network. If other users may write in the tool cache (GitHub's own
 * has mode 777), or if it can't be used, `claude` is installed in a new private folder instead, and a note says so.
 * @returns the folder that holds the program `claude`
 * @throws RefreshError `claude-install-failed`, `cancelled`
 */
export async function installClaude(wanted: WantedVersion, env: NodeJS.ProcessEnv, step: Installing): Promise<string> {
  const umask = process.umask(0o022) // applies to npm too: with a laxer umask, the next job would not trust the tool
  try {
    const home = await mkdtemp(path.join(temporaryFolder(env), 'clr-npm-'))
    try {
      return await orCancelled(install(wanted, new Npm(env, home, step), step.note), step.cancel)
    } finally {
      const removed = rmRF(home).catch(() => undefined)
      // After a cancel, npm continues to write until the runner ends it.
      if (step.cancel.aborted) await Promise.race([removed, sleep(REMOVAL_LIMIT_MS, undefined, { ref: false })])
      else await removed
    }
  } catch (error) {
    if (error instanceof RefreshError) throw error
    const at = failedPath(error)
    throw installFailed(
      `cannot install claude${at === null ? '' : ` in ${at}`}: ${explainSystemError(error)}`,
      remedyFor(error) ?? FIX_IT
    )
  } finally {
    process.umask(umask)
  }
}

async function install(wanted: WantedVersion, npm: Npm, note: Installing['note']): Promise<string> {
  const version = wanted.kind === 'exact' ? wanted.version : await npm.versionOfTag(wanted.tag)
  const check = (folder: string): Promise<string | null> => whyNotRunning(folder, npm)
  const make = async (folder: string): Promise<void> => {
    await npm.install(version, folder)
    const why = await check(folder)
    if (why !== null) throw installFailed(`claude ${version} was installed, but does not run: ${why}`)
  }
  const cached = await installInCache({ version, make, check }, npm.env)
  if ('folder' in cached) return path.join(cached.folder, 'bin')
  const folder = await mkdtemp(path.join(temporaryFolder(npm.env), 'clr-claude-')) // mode 700 (mkdtemp(3))
  note(`claude ${version} is installed in ${folder}, for this job only: ${cached.whyNot}`)
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

/** The folder in the tool cache, or why the cache must not be used, in a clause. @throws RefreshError */
async function installInCache(
  { version, make, check }: Recipe,
  { RUNNER_TOOL_CACHE: root = '' }: NodeJS.ProcessEnv
): Promise<{ readonly folder: string } | { readonly whyNot: string }> {
  if (!path.isAbsolute(root)) return { whyNot: 'RUNNER_TOOL_CACHE is not set' }
  const cache = new CachedTool(root, 'claude-code')
  try {
    const untrusted = cache.findUntrusted(version)
    if (untrusted !== null) return { whyNot: `others may write in the tool cache (${untrusted})` }
    const found = cache.find(version)
    if (found !== null) {
      if ((await check(found)) === null) return { folder: found }
      await cache.remove(version)
    }
    return { folder: await cache.add(version, make) }
  } catch (error) {
    if (error instanceof RefreshError) throw error
    return { whyNot: `the tool cache ${root} cannot be used (${errorCode(error)})` }
  }
}

/** Prefers `RUNNER_TEMP`, which the runner empties between jobs. */
function temporaryFolder({ RUNNER_TEMP: folder = '' }: NodeJS.ProcessEnv): string {
  return path.isAbsolute(folder) ? folder : tmpdir()
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

/** @actions/exec can't stop a program: after a cancel we don't wait for npm, and the runner ends it with the step. */
function orCancelled<T>(work: Promise<T>, cancel: AbortSignal): Promise<T> {
  const settled = new AbortController()
  const cancelled = new Promise<never>((_resolve, reject) => {
    const refuse = (): void => {
      reject(new RefreshError('cancelled', `cancelled while \`claude\` was being installed; ${NOT_SENT_HERE}`))
    }
    if (cancel.aborted) refuse()
    cancel.addEventListener('abort', refuse, { signal: settled.signal })
  })
  return Promise.race([work, cancelled]).finally(() => {
    settled.abort()
  })
}
