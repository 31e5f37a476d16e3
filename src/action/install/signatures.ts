import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { isJsonObject, type JsonObject } from '../../core/json.js'
import { orNull } from '../../core/or-null.js'
import { installFailed, REMEDIES } from './install-failure.js'
import { Packument, type Release, type Signature } from './packument.js'
import type { RegistryClient } from './registry-client.js'
import { RequestFailure } from './request-failure.js'

const KEYS = '-/npm/v1/keys'

/** What a registry says about each of its public keys, by their ids. */
type RegistryKeys = ReadonlyMap<unknown, JsonObject>

/**
 * Checks the registry's signatures of a version, as npm does in `npm audit signatures`
 * (https://github.com/npm/pacote/blob/main/lib/registry.js). The keys come from the same registry: a mirror cannot change
 * the version unnoticed if somebody compares keys, but a registry that lies in both is believed.
 * @returns why they were not checked, in a clause; null if they are right
 * @throws RefreshError if a signature is wrong, or if the registry fails when it is asked for its keys
 */
export async function checkSignatures(client: RegistryClient, release: Release): Promise<string | null> {
  const { signatures } = release
  if (signatures.length === 0) return 'the npm registry has no signature of it'
  const keys = await askForKeys(client)
  if (typeof keys === 'string') return keys
  let firstExpiryMs = Infinity
  for (const signature of signatures) firstExpiryMs = Math.min(firstExpiryMs, checkSignature(signature, release, keys))
  if (Date.now() < firstExpiryMs) return null
  const publishedAtMs = await Packument.askWhenPublished(client, release)
  if (publishedAtMs === null)
    return 'its key has expired, and the npm registry does not say when this version was published'
  if (publishedAtMs < firstExpiryMs) return null
  throw wrong(release, 'by a key that had expired when this version was published')
}

/** The keys that a registry serves; a clause if it serves none. @throws RefreshError if it answers with anything else */
async function askForKeys(client: RegistryClient): Promise<RegistryKeys | string> {
  try {
    const answer = await client.json(KEYS, 'application/json')
    const keys: unknown = isJsonObject(answer) ? answer.keys : null
    if (!Array.isArray(keys))
      throw installFailed(`the npm registry ${client.registry.address} sent no list of its keys`, REMEDIES.wrongAddress)
    if (keys.length > 0) return new Map(keys.filter(isJsonObject).map(key => [key.keyid, key]))
  } catch (error) {
    const status = error instanceof RequestFailure && !error.isTransient ? (error.status ?? 0) : 0
    if (status < 400) throw error
    if (status !== 404) return `the npm registry answered with status ${status} when asked for its keys`
  }
  return 'the npm registry serves no keys'
}

/** When the key of a signature expires, in milliseconds since 1970. @throws RefreshError if the signature is wrong */
function checkSignature({ keyid, sig }: Signature, release: Release, keys: RegistryKeys): number {
  const key = keys.get(keyid)
  if (key === undefined) throw wrong(release, 'by a key that the npm registry does not list')
  if (!matches(release, publicKeyFrom(key), sig)) throw wrong(release, 'that does not match it')
  const { expires = null } = key
  const expiresAtMs = expires === null ? Infinity : Date.parse(typeof expires === 'string' ? expires : '')
  if (Number.isNaN(expiresAtMs)) throw wrong(release, 'whose key has no valid expiry')
  return expiresAtMs
}

/** Null if it is no ECDSA key on P-256. */
function publicKeyFrom({ key: spki }: JsonObject): KeyObject | null {
  const der = Buffer.from(typeof spki === 'string' ? spki : '', 'base64')
  const key = orNull(() => createPublicKey({ key: der, format: 'der', type: 'spki' }))
  return key?.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null
}

function matches({ name, version, integrity }: Release, key: KeyObject | null, signature: string): boolean {
  const message = Buffer.from(`${name}@${version}:${integrity}`)
  return key !== null && verify('sha256', message, key, Buffer.from(signature, 'base64'))
}

function wrong({ name, version }: Release, how: string): Error {
  return installFailed(`${name} ${version} has a signature ${how}`, REMEDIES.signature)
}
