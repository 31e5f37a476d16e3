import { spawnSync } from 'node:child_process'
import { readdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../../src/core/or-null.js'
import { cgroupOf, SYSTEM_PATH } from './daemon.js'
import { whyNoNamespaces } from './own-namespaces.js'

/** Why we cannot start an engine of our own, in a clause; null if we can. Installs Docker from Debian's packages if it is missing. */
export function whyNoOwnEngine(): string | null {
  if (process.getuid?.() !== 0) return 'only root can start one'
  return whyNoNamespaces() ?? whyNoDocker()
}

/** Removes the empty control groups that an engine with this folder has left, also those of containers that were killed with it. */
export function removeCgroups(folder: string): void {
  const root = '/sys/fs/cgroup'
  for (const hierarchy of ['.', ...foldersIn(root)]) removeGroup(path.join(root, hierarchy, cgroupOf(folder)))
}

/** Removes a group after those in it; the files in a group go with it. */
function removeGroup(group: string): void {
  for (const name of foldersIn(group)) removeGroup(path.join(group, name))
  orNull(() => {
    rmdirSync(group)
  })
}

function foldersIn(folder: string): readonly string[] {
  const entries = orNull(() => readdirSync(folder, { withFileTypes: true })) ?? []
  return entries.filter(entry => entry.isDirectory()).map(({ name }) => name)
}

function whyNoDocker(): string | null {
  if (isInstalled()) return null
  console.log('installing docker.io with apt-get')
  const install = ['install', '--yes', '--no-install-recommends', 'docker.io']
  const failure = aptGet(...install) && (aptGet('update') ?? aptGet(...install))
  return failure === null ? null : `docker.io could not be installed: ${failure}`
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
