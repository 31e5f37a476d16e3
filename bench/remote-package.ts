import { ClaudeSource, type ClaudePackage } from '../src/action/install/claude-package.js'
import { realClaudeVersion } from '../testing/registry/claude-package.js'

/** The package with the program for this machine, in the version that the tests use. */
export interface RemotePackage extends ClaudePackage {
  /** The address of the registry, without a login. */
  readonly registry: string
  /** Of its tarball, in bytes. */
  readonly size: number
}

/** Asks the registry in `NPM_CONFIG_REGISTRY`, or the public one. @throws RefreshError if it does not have the package */
export async function findPackage(env: NodeJS.ProcessEnv): Promise<RemotePackage> {
  const silent = (): void => undefined
  const step = { cancel: new AbortController().signal, note: silent, progress: silent }
  const source = await ClaudeSource.open(env, step)
  const found = await source.packageOf(realClaudeVersion())
  const { headers } = await fetch(found.tarball, { method: 'HEAD' })
  return { ...found, registry: source.client.registry.address, size: Number(headers.get('content-length')) }
}
