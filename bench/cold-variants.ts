import { mkdirSync } from 'node:fs'
import { pick } from '../src/action/exec.js'
import { ACTION, type DoorRun } from '../testing/doors.js'
import { E2eSetup } from '../testing/e2e-setup.js'
import type { Endpoint } from '../testing/endpoint/endpoint.js'
import { startProgram, type Ended, type Variables } from '../testing/program.js'
import { CLAUDE_PACKAGE } from '../testing/registry/claude-package.js'
import { inputVariables } from '../testing/runner-files.js'
import { TempFolder } from '../testing/temp-folder.js'
import type { RemotePackage } from './remote-package.js'

/** A row of the table. */
export interface Row {
  readonly name: string
  /** The upper limit as a multiple of npm's time. */
  readonly target?: number
}

const NPM: Row = { name: '`npm install -g`' }
const INSTALL: Row = { name: 'the action: its install', target: 0.55 }
const STEP: Row = { name: 'the action: the whole step, with a refresh' }
const CACHED_INSTALL: Row = { name: 'with this version in the tool cache: its install' }
const CACHED_STEP: Row = { name: 'with this version in the tool cache: the whole step' }
const PIPE: Row = { name: '`curl`, `sha512sum` and `tar`' }

/** npm comes first, since all other times are compared with its time. */
export const ROWS = [NPM, INSTALL, STEP, CACHED_INSTALL, CACHED_STEP, PIPE] as const

/** What a variant is measured with. */
export interface ColdContext {
  readonly cli: RemotePackage
  readonly endpoint: Endpoint
  /** The environment of this machine; a variant gets only what it needs to reach the registry. */
  readonly env: Variables
}

/** Measures one way to get the CLI, in a new HOME and with nothing in any cache. @returns milliseconds, by row */
export type ColdVariant = (context: ColdContext) => Promise<ReadonlyMap<Row, number>>

/** All variants. */
export const COLD_VARIANTS: readonly ColdVariant[] = [measureNpm, measureAction, measurePipe]

async function measureNpm({ cli, env }: ColdContext): Promise<ReadonlyMap<Row, number>> {
  using machine = new TempFolder()
  const variables = {
    ...networkOf(env),
    HOME: machine.path,
    npm_config_registry: cli.registry,
    npm_config_prefix: machine.at('prefix'),
    npm_config_cache: machine.at('cache'),
    npm_config_update_notifier: 'false'
  }
  const options = ['--no-audit', '--no-fund', `--allow-scripts=${CLAUDE_PACKAGE}`]
  const install = ['npm', 'install', '--global', ...options, `${CLAUDE_PACKAGE}@${cli.version}`]
  const { wallMs } = await succeed(install, variables, machine)
  await checkVersion(machine.at('prefix/bin/claude'), cli, machine)
  return new Map([[NPM, wallMs]])
}

/** First with an empty tool cache, then with the same one. */
async function measureAction({ cli, endpoint, env }: ColdContext): Promise<ReadonlyMap<Row, number>> {
  using machine = new TempFolder()
  const run = (): Promise<DoorRun> => runStep(machine.at('tools'), { cli, endpoint, env })
  const [cold, cached] = [await run(), await run()]
  return new Map([
    [INSTALL, installMsIn(cold)],
    [STEP, cold.wallMs],
    [CACHED_INSTALL, installMsIn(cached)],
    [CACHED_STEP, cached.wallMs]
  ])
}

async function runStep(toolCache: string, { cli, endpoint, env }: ColdContext): Promise<DoorRun> {
  await using setup = E2eSetup.at(endpoint, { expiresAt: 1 })
  const run = await setup.refresh(ACTION, {
    env: {
      ...networkOf(env),
      ...endpoint.environment, // the refresh goes to the stand-in
      ...directFor(cli.registry),
      ...inputVariables({ 'claude-version': cli.version }),
      NPM_CONFIG_REGISTRY: cli.registry,
      RUNNER_TOOL_CACHE: toolCache
    }
  })
  if (run.code === 0 && setup.fileState === 'current') return run
  throw new Error(`the action did not refresh: ${run.reason}\n${run.shown}`)
}

/** The variables that let requests to the registry and to its tarballs go past the proxy. */
function directFor(registry: string): Variables {
  const { hostname } = new URL(registry)
  return { NO_PROXY: hostname, no_proxy: hostname }
}

/** The log has the times of the step. */
function installMsIn({ stdout }: DoorRun): number {
  const seconds = /^phases: (?:.*, )?install claude ([\d.]+) s\b/m.exec(stdout)?.[1]
  if (seconds === undefined) throw new Error(`the log of the step has no time of its install\n${stdout}`)
  return Number(seconds) * 1000
}

/** About the least that has to be done, in parallel: to download, to check the digest, to unpack. */
async function measurePipe({ cli, env }: ColdContext): Promise<ReadonlyMap<Row, number>> {
  using machine = new TempFolder()
  mkdirSync(machine.at('out'))
  const script = `set -eo pipefail; mkfifo copy; sha512sum < copy > sum & curl -sSf "$1" | tee copy | tar -xzf - -C out; wait`
  const { wallMs } = await succeed(['bash', '-c', script, 'bash', cli.tarball.href], networkOf(env), machine)
  const digest = Buffer.from(machine.text('sum').split(' ')[0] ?? '', 'hex').toString('base64')
  if (cli.integrity !== `sha512-${digest}`)
    throw new Error(`${cli.tarball.href} does not have the digest of the registry`)
  await checkVersion(machine.at('out/package/claude'), cli, machine)
  return new Map([[PIPE, wallMs]])
}

/** PATH, and the variables that name the authorities of this machine. */
function networkOf(env: Variables): Record<string, string> {
  return pick(env, ['PATH', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE'])
}

async function checkVersion(program: string, { version }: RemotePackage, { path }: TempFolder): Promise<void> {
  const { stdout } = await startProgram([program, '--version'], { env: { PATH: '/usr/bin:/bin', HOME: path } }).ended
  if (!stdout.startsWith(`${version} `)) throw new Error(`${program} is not version ${version}: ${stdout}`)
}

async function succeed(command: readonly string[], env: Variables, { path: cwd }: TempFolder): Promise<Ended> {
  const ended = await startProgram(command, { env, cwd }).ended
  if (ended.exitCode === 0) return ended
  throw new Error(`${command.join(' ')} ended with ${ended.exitCode ?? 'a signal'}: ${ended.stderr}`)
}
