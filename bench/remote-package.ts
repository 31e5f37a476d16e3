import { isJsonObject, type JsonObject } from '../src/core/json.js'
import { objectFrom } from '../testing/json-object.js'
import { CLAUDE_PACKAGE, realClaudeVersion, THIS_PLATFORM } from '../testing/registry/claude-package.js'
import { ABBREVIATED } from '../testing/registry/packument.js'

/** The package with the program for this machine, in the version that the tests use. */
export interface RemotePackage {
  /** The address of the registry, with a slash at the end. */
  readonly registry: string
  readonly name: string
  readonly version: string
  readonly tarball: string
  /** `sha512-…` */
  readonly integrity: string
  /** In bytes. */
  readonly size: number
}

const PUBLIC_REGISTRY = 'https://registry.npmjs.org/'

/** Asks the registry in `NPM_CONFIG_REGISTRY`, or the public one. */
export async function findPackage({ NPM_CONFIG_REGISTRY: given = '' }: NodeJS.ProcessEnv): Promise<RemotePackage> {
  const registry = given === '' ? PUBLIC_REGISTRY : given.replace(/\/?$/, '/')
  const [name, version] = [`${CLAUDE_PACKAGE}-${THIS_PLATFORM}`, realClaudeVersion()]
  const answer = await fetch(`${registry}${name.replace('/', '%2f')}`, { headers: { accept: ABBREVIATED } })
  if (!answer.ok) throw new Error(`the registry answers ${answer.status} for ${name}`)
  const dist = distOf(objectFrom(await answer.json()), version)
  const tarball = String(dist.tarball)
  const { headers } = await fetch(tarball, { method: 'HEAD' })
  const size = Number(headers.get('content-length'))
  return { registry, name, version, tarball, integrity: String(dist.integrity), size }
}

function distOf({ name, versions }: JsonObject, version: string): JsonObject {
  const found = isJsonObject(versions) ? versions[version] : undefined
  if (isJsonObject(found) && isJsonObject(found.dist)) return found.dist
  throw new Error(`the registry has no version ${version} of ${String(name)}`)
}
