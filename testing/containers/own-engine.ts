import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { SYSTEM_PATH } from './daemon.js'
import { whyNoNamespaces } from './own-namespaces.js'

/** The program that packages ask before they start a service, if it exists; 101 means no. See invoke-rc.d(8). */
const POLICY = '/usr/sbin/policy-rc.d'

/** Why we cannot start an engine of our own, in a clause; null if we can. Installs Docker from Debian's packages if it is missing. */
export function whyNoOwnEngine(): string | null {
  if (process.getuid?.() !== 0) return 'only root can start one'
  return whyNoNamespaces() ?? whyNoDocker()
}

function whyNoDocker(): string | null {
  if (isInstalled()) return null
  console.log('installing docker.io with apt-get')
  const install = ['install', '--yes', '--no-install-recommends', 'docker.io']
  const failure = withoutServices(() => aptGet(...install) && (aptGet('update') ?? aptGet(...install)))
  return failure === null ? null : `docker.io could not be installed: ${failure}`
}

/** Does something while packages may start no service: an installed `docker.io` would start the engine of the system. */
function withoutServices<T>(work: () => T): T {
  if (existsSync(POLICY)) return work()
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    return work()
  } finally {
    rmSync(POLICY)
  }
}

function isInstalled(): boolean {
  return spawnSync('dockerd', ['--version'], { env: { PATH: SYSTEM_PATH } }).status === 0
}

/** Why a command of apt-get failed; null if it did not. */
function aptGet(...args: readonly string[]): string | null {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { error, status, stderr } = spawnSync('apt-get', args, { encoding: 'utf8', env })
  return error?.message ?? (status === 0 ? null : (stderr.trim().split('\n').at(-1) ?? ''))
}
