import { randomUUID } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import type { SecretApp } from '../../src/github-secrets/secret-app.js'

/** One decrypted secret. */
export interface StandInSecret {
  readonly text: string
  readonly createdAtMs: number
  readonly updatedAtMs: number
  /** Only an organization's secret has it. */
  readonly visibility?: string
  readonly repositoryIds?: readonly number[]
}

/** What a vault holds: the secrets of one place, in one of GitHub's stores. */
export interface VaultKind {
  readonly place: 'repository' | 'environment' | 'organization'
  readonly app: SecretApp
}

/** The secrets of one place in one store, with its key pair. Needs `await sodium.ready` first. */
export class Vault {
  /** By upper-case name, as GitHub keeps them. */
  readonly secrets = new Map<string, StandInSecret>()
  /** All successful writes, in order, including those of the probe. */
  readonly writes: { readonly name: string; readonly text: string }[] = []
  #keyId = newKeyId()
  #keys = sodium.crypto_box_keypair()

  constructor(
    readonly kind: VaultKind,
    private readonly now: () => number
  ) {}

  get keyId(): string {
    return this.#keyId
  }

  /** In base64, as in the API. */
  get publicKey(): string {
    return sodium.to_base64(this.#keys.publicKey, sodium.base64_variants.ORIGINAL)
  }

  /** Creates a new key pair; boxes sealed for the old one are refused from now on. */
  rotateKey(): void {
    this.#keyId = newKeyId()
    this.#keys = sodium.crypto_box_keypair()
  }

  /** Opens a sealed box as GitHub does; null if it was sealed for another key. */
  open(encryptedValue: string): string | null {
    try {
      const box = sodium.from_base64(encryptedValue, sodium.base64_variants.ORIGINAL)
      return sodium.crypto_box_seal_open(box, this.#keys.publicKey, this.#keys.privateKey, 'text')
    } catch {
      return null
    }
  }

  /** The text of a secret, or undefined if there is none. */
  textOf(name: string): string | undefined {
    return this.secrets.get(name.toUpperCase())?.text
  }

  /** Stores a secret, as another client could. */
  put(name: string, secret: Pick<StandInSecret, 'text'> & Partial<StandInSecret>): void {
    const nowMs = this.now()
    const createdAtMs = this.secrets.get(name.toUpperCase())?.createdAtMs ?? nowMs
    this.secrets.set(name.toUpperCase(), { createdAtMs, updatedAtMs: nowMs, ...secret })
  }
}

function newKeyId(): string {
  return randomUUID().replaceAll('-', '')
}
