import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { rmRF } from '@actions/io'
import { RefreshError } from '../../refresh/reasons.js'
import { redact } from '../../refresh/redact.js'
import { errorCode } from '../../refresh/system/system-error.js'
import { runProgram } from '../run-program.js'
import { exactVersion, type WantedVersion } from './claude-version.js'
import { CLAUDE_PACKAGE, Npm } from './npm.js'
import { CachedTool } from './tool-cache.js'

/** For npm's own home, which lies in the runner's temporary folder, in milliseconds. */
const LONGEST_REMOVAL_MS = 1_000

/**
 * Installs `claude` from the npm registry into the runner's tool cache, unless this version is there already, and sees
 * that it runs. An exact version that is there needs no network.
 * @returns the folder that holds the program `claude`
 * @throws RefreshError `claude-install-failed`, `cancelled`
 */
export async function installClaude(
  wanted: WantedVersion,
  env: NodeJS.ProcessEnv,
  cancel: AbortSignal
): Promise<string> {
  const home = await mkdtemp(path.join(env.RUNNER_TEMP ?? tmpdir(), 'clr-npm-'))
  try {
    return await orCancelled(install(wanted, env, home), cancel)
  } catch (error) {
    if (error instanceof RefreshError) throw error
    throw failed(`cannot install claude into ${env.RUNNER_TOOL_CACHE ?? ''}: ${errorCode(error)}`)
  } finally {
    // An npm that was cancelled goes on writing until the runner ends it.
    await Promise.race([rmRF(home).catch(() => undefined), sleep(LONGEST_REMOVAL_MS, undefined, { ref: false })])
  }
}

async function install(wanted: WantedVersion, env: NodeJS.ProcessEnv, home: string): Promise<string> {
  const cache = new CachedTool(cacheFolder(env), 'claude-code')
  const npm = new Npm(env, home)
  const version = wanted.kind === 'exact' ? wanted.version : await npm.versionOfTag(wanted.tag)
  const found = cache.find(version)
  if (found !== null) {
    if ((await whyNotRunning(found, env, home)) === null) return path.join(found, 'bin')
    await cache.remove(version)
  }
  const folder = await cache.add(version, async stage => {
    await npm.install(version, stage)
    const why = await whyNotRunning(stage, env, home)
    if (why !== null) throw failed(`claude ${version} was installed, but does not run: ${why}`)
  })
  return path.join(folder, 'bin')
}

function cacheFolder({ RUNNER_TOOL_CACHE: folder = '' }: NodeJS.ProcessEnv): string {
  if (path.isAbsolute(folder)) return folder
  throw failed('RUNNER_TOOL_CACHE, where a runner keeps its tools, is not set')
}

/** Null where `claude --version` tells the version of its package; old versions are Node scripts, hence Node's folder. */
async function whyNotRunning(folder: string, env: NodeJS.ProcessEnv, home: string): Promise<string | null> {
  const program = path.join(folder, 'bin', 'claude')
  const { exitCode, stdout, stderr } = await runProgram(program, ['--version'], {
    env: { ...env, PATH: [env.PATH ?? '', path.dirname(process.execPath)].join(path.delimiter) },
    home
  })
  const told = exactVersion(stdout.trim().split(' ')[0] ?? '')
  if (exitCode === 0 && told !== null && told === (await packageVersion(folder))) return null
  return redact(`${stderr} ${stdout}`).replace(/\s+/g, ' ').trim().slice(0, 200) || `exit status ${exitCode ?? 'none'}`
}

async function packageVersion(folder: string): Promise<string | null> {
  const manifest = await readFile(path.join(folder, 'lib/node_modules', CLAUDE_PACKAGE, 'package.json'), 'utf8')
  return exactVersion(/"version"\s*:\s*"([^"]*)"/.exec(manifest)?.[1] ?? '')
}

/** @actions/exec cannot stop what it runs: whoever cancels does not wait for it, and the runner ends it with the step. */
async function orCancelled<T>(work: Promise<T>, cancel: AbortSignal): Promise<T> {
  const settled = new AbortController()
  const cancelled = new Promise<never>((_resolve, reject) => {
    const refuse = (): void => {
      reject(new RefreshError('cancelled', 'cancelled while `claude` was being installed; nothing was spent'))
    }
    if (cancel.aborted) refuse()
    cancel.addEventListener('abort', refuse, { signal: settled.signal })
  })
  try {
    return await Promise.race([work, cancelled])
  } finally {
    settled.abort()
  }
}

function failed(message: string): RefreshError {
  return new RefreshError('claude-install-failed', message)
}
