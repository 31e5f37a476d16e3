import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { isJsonObject } from '../../core/json.js'
import { orNull } from '../../core/or-null.js'
import { installFailed, REMEDIES } from './install-failure.js'
import { Packument, type Release } from './packument.js'
import type { RegistryClient } from './registry-client.js'
import { RequestFailure } from './request-failure.js'

const KEYS = '-/npm/v1/keys'

/** A public key of a registry. */
interface RegistryKey {
  readonly keyid: string
  /** Null if it is no ECDSA key on P-256. */
  readonly key: KeyObject | null
  /** In milliseconds since 1970; null if it does not expire; NaN if that is no date. */
  readonly expiresAtMs: number | null
}

/**
 * Checks the registry's signatures of a version, as npm does in `npm audit signatures`
 * (https://github.com/npm/pacote/blob/main/lib/registry.js). The keys come from the same registry: a mirror cannot change
 * the version unnoticed if somebody compares keys, but a registry that lies in both is believed.
 * @returns why they were not checked, in a clause; null if they are right
 * @throws RefreshError if a signature is wrong
 */
export async function checkSignatures(client: RegistryClient, release: Release): Promise<string | null> {
  const { signatures } = release
  if (signatures.length === 0) return 'the npm registry has no signature of it'
  const keys = await askForKeys(client)
  if (keys.length === 0) return 'the npm registry serves no keys'
  let isDated = true
  for (const { keyid, sig } of signatures) {
    const found = keys.find(key => key.keyid === keyid)
    if (found === undefined) throw wrong(release, 'by a key that the npm registry does not list')
    if (!matches(release, found, sig)) throw wrong(release, 'that does not match it')
    isDated = (await isInTime(found, release, client)) && isDated
  }
  return isDated ? null : 'its key has expired, and the npm registry does not say when this version was published'
}

/** The keys that a registry serves; none if it does not know that path. @throws RequestFailure */
async function askForKeys(client: RegistryClient): Promise<readonly RegistryKey[]> {
  try {
    const answer = await client.json(KEYS, 'application/json')
    const keys: unknown = isJsonObject(answer) ? answer.keys : null
    return Array.isArray(keys) ? keys.flatMap(keyFrom) : []
  } catch (error) {
    if (error instanceof RequestFailure && error.isAnswered) return []
    throw error
  }
}

function keyFrom(value: unknown): readonly RegistryKey[] {
  if (!isJsonObject(value)) return []
  const { keyid, key: spki, expires = null } = value
  if (typeof keyid !== 'string' || typeof spki !== 'string') return []
  const der = Buffer.from(spki, 'base64')
  const key = orNull(() => createPublicKey({ key: der, format: 'der', type: 'spki' }))
  const isOnP256 = key?.asymmetricKeyDetails?.namedCurve === 'prime256v1'
  const expiresAtMs = expires === null ? null : Date.parse(typeof expires === 'string' ? expires : '')
  return [{ keyid, key: isOnP256 ? key : null, expiresAtMs }]
}

function matches({ name, version, integrity }: Release, { key }: RegistryKey, signature: string): boolean {
  const message = Buffer.from(`${name}@${version}:${integrity}`)
  return key !== null && verify('sha256', message, key, Buffer.from(signature, 'base64'))
}

/** Whether a key was valid when a version was published; false if nobody says when that was. @throws RefreshError if it was not */
async function isInTime({ expiresAtMs }: RegistryKey, release: Release, client: RegistryClient): Promise<boolean> {
  if (expiresAtMs === null || Date.now() < expiresAtMs) return true
  const publishedAtMs = await Packument.askWhenPublished(client, release)
  if (publishedAtMs === null) return false
  if (publishedAtMs < expiresAtMs) return true
  throw wrong(release, 'by a key that had expired when this version was published')
}

function wrong({ name, version }: Release, how: string): Error {
  return installFailed(`${name} ${version} has a signature ${how}`, REMEDIES.signature)
}
