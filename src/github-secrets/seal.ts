import sodium from 'libsodium-wrappers'
import { isJsonObject } from '../core/json.js'
import { ApiFailure } from './api-failure.js'
import type { Api } from './api.js'
import { secretsPath, type SecretLocation } from './location.js'
import type { SecretApp } from './secret-app.js'
import { parsePublicKey, type PublicKey, type StoreMemory, type Visibility } from './memory.js'
import { ghHostOf } from './target.js'

/** Which repositories may read an organization's secret, as a store wants it in a PUT; empty for other locations. */
export interface SentVisibility extends Pick<Visibility, 'visibility'> {
  readonly selected_repository_ids?: readonly (number | string)[]
}

/** The body of a PUT that writes a secret: a text that only GitHub can read, and who may read the secret. */
export type SealedSecret = Readonly<Record<'encrypted_value' | 'key_id', string>> & SentVisibility

/**
 * A visibility as a store wants it: the ids of repositories are strings for Dependabot, and numbers for the others.
 * Source: "Create or update an organization secret" of https://docs.github.com/en/rest/dependabot/secrets. GitHub's newer
 * servers accept both there, older ones only strings.
 */
export function visibilityFor(app: SecretApp, visibility: Visibility): SentVisibility {
  const { selected_repository_ids: ids } = visibility
  return app === 'dependabot' && ids !== undefined
    ? { ...visibility, selected_repository_ids: ids.map(String) }
    : visibility
}

/** Must be awaited once before `seal`: libsodium is WebAssembly, which is compiled first. */
export async function readySodium(): Promise<void> {
  await sodium.ready
}

/**
 * Seals a text with libsodium's sealed box (`crypto_box_seal`).
 * Source: https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 */
export function seal(text: string, { id, key }: PublicKey, visibility: SentVisibility): SealedSecret {
  const base64 = sodium.base64_variants.ORIGINAL
  const box = sodium.crypto_box_seal(text, sodium.from_base64(key, base64))
  return { encrypted_value: sodium.to_base64(box, base64), key_id: id, ...visibility }
}

/**
 * The shell command with which a person stores a sealed text. Only GitHub can open the text, so anybody may see the command.
 * None of its parts contains a single quote. The syntax of fields and arrays: https://cli.github.com/manual/gh_api (`-f` sends
 * a string, `-F` a number if the value is one).
 * @param path of the secret
 */
export function ghCommand(path: string, sealed: SealedSecret, apiUrl: string): string {
  const host = ghHostOf(apiUrl)
  const { selected_repository_ids: ids, ...texts } = sealed
  return [
    `gh api -X PUT${host === 'github.com' ? '' : ` --hostname '${host}'`} '${path}'`,
    ...Object.entries(texts).map(([field, text]) => `-f ${field}='${text}'`),
    ...(ids?.length === 0 ? ["-F 'selected_repository_ids[]'"] : []),
    ...(ids ?? []).map(id => `${typeof id === 'string' ? '-f' : '-F'} 'selected_repository_ids[]=${id}'`)
  ].join(' ')
}

/** The key that seals secrets for a location: fetched when first needed, and again when GitHub no longer accepts it. */
export class LocationKey {
  #key: PublicKey | null

  constructor(
    private readonly location: SecretLocation,
    private readonly api: Api,
    private readonly memory: Pick<StoreMemory, 'key' | 'saveKey'>
  ) {
    this.#key = memory.key
  }

  /** The key as last fetched; null if it never was. */
  get last(): PublicKey | null {
    return this.#key
  }

  /** The key, fetched if it never was. @throws ApiFailure */
  async current(signal: AbortSignal): Promise<PublicKey> {
    return this.#key ?? this.#fetch(signal)
  }

  /**
   * Makes a request that contains a sealed text. GitHub rotates its keys, and answers 422 to a text sealed with an old one.
   * Then the key is fetched again, and if it has changed the request is made once more. Any other 422 is final.
   * @throws ApiFailure
   */
  async whileCurrent<T>(signal: AbortSignal, request: (key: PublicKey) => Promise<T>): Promise<T> {
    const key = await this.current(signal)
    try {
      return await request(key)
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.status !== 422) throw error
      const renewed = await this.#fetch(signal)
      if (renewed.id === key.id && renewed.key === key.key) throw error
      return request(renewed)
    }
  }

  async #fetch(signal: AbortSignal): Promise<PublicKey> {
    const { data } = await this.api({ method: 'GET', path: `${secretsPath(this.location)}/public-key`, signal })
    const { key_id: id, key } = isJsonObject(data) ? data : {}
    const fetched = parsePublicKey(id, key)
    if (fetched === null) throw ApiFailure.ofForeignAnswer()
    this.#key = fetched
    this.memory.saveKey(fetched)
    return fetched
  }
}
