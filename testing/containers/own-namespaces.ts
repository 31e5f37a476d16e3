import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/**
 * A network with nothing but loopback, so that nothing can leave; mounts and process ids of its own, so that no mount and no
 * process is left, whatever happens: the kernel ends all processes together with the first one.
 */
const UNSHARE = ['unshare', '--net', '--mount', '--pid', '--mount-proc', '--fork', '--kill-child']

/** The first process starts a program, and reaps what its children leave behind, so it must not become that program. */
const INIT = ['sh', '-c', 'ip link set lo up && "$@"; exit $?', 'sh']

/** Why this process cannot create the namespaces; null if it can. */
export function whyNoNamespaces(): string | null {
  const [program, ...args] = [...UNSHARE, ...INIT, 'true']
  const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  return error?.message ?? (status === 0 ? null : stderr.trim())
}

/**
 * Runs a program in new namespaces. It has an IPC channel (`process.on('disconnect', …)`), which is closed when this process
 * gets a signal, or ends.
 *
 * @returns its exit code; null if it was killed
 */
export async function runInOwnNamespaces(command: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const [program = '', ...args] = [...UNSHARE, ...INIT, ...command]
  const child = spawn(program, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  const end = (): void => {
    if (child.connected) child.disconnect()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, end)
  await once(child, 'exit')
  for (const signal of signals) process.off(signal, end)
  return child.exitCode
}
