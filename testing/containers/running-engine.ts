import { spawnSync } from 'node:child_process'

/** The address of the engine that the program `docker` uses on this machine; null if it reaches none on a socket. */
export function runningEngine(): string | null {
  const context = docker('context', 'inspect', '--format', '{{.Endpoints.docker.Host}}')
  if (context?.startsWith('unix://') !== true) return null
  return docker('--host', context, 'version', '--format', '{{.Server.Version}}') === null ? null : context
}

/** The output of `docker` with the user's own settings; null if it failed. */
function docker(...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('docker', args, { encoding: 'utf8', timeout: 30_000 })
  return status === 0 ? stdout.trim() : null
}
