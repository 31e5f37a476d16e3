import sodium from 'libsodium-wrappers'

/** A public key of GitHub's for the secrets of one place. */
export interface PublicKey {
  readonly id: string
  /** Base64, as GitHub gives it. */
  readonly key: string
}

/** A text that GitHub alone can read, as the body of a PUT names it. */
export type SealedSecret = Readonly<Record<'encrypted_value' | 'key_id', string>>

/** To be awaited once before `seal`: libsodium is WebAssembly, which is compiled first. */
export async function readySodium(): Promise<void> {
  await sodium.ready
}

/**
 * Seals a text by libsodium's sealed box (`crypto_box_seal`).
 * Source: https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 */
export function seal(text: string, { id, key }: PublicKey): SealedSecret {
  const base64 = sodium.base64_variants.ORIGINAL
  const box = sodium.crypto_box_seal(text, sodium.from_base64(key, base64))
  return { encrypted_value: sodium.to_base64(box, base64), key_id: id }
}
