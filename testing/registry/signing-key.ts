import { createHash, generateKeyPairSync, sign } from 'node:crypto'

/** A public key as a registry serves it at `-/npm/v1/keys`. */
export interface ServedKey {
  readonly expires: string | null
  readonly keyid: string
  readonly keytype: string
  readonly scheme: string
  readonly key: string
}

/** A key of a registry, which signs `<name>@<version>:<integrity>`: https://docs.npmjs.com/about-registry-signatures */
export class SigningKey {
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  readonly #spki = this.#pair.publicKey.export({ type: 'spki', format: 'der' })
  readonly keyid = `SHA256:${createHash('sha256').update(this.#spki).digest('base64')}`

  /** An entry for `dist.signatures`. */
  sign(text: string): { readonly keyid: string; readonly sig: string } {
    return { keyid: this.keyid, sig: sign('sha256', Buffer.from(text), this.#pair.privateKey).toString('base64') }
  }

  /** @param expires ISO 8601; null if the key is valid without a limit */
  served(expires: string | null): ServedKey {
    const scheme = 'ecdsa-sha2-nistp256'
    return { expires, keyid: this.keyid, keytype: scheme, scheme, key: this.#spki.toString('base64') }
  }
}
