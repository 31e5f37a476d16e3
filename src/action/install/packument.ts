import { isJsonObject, type JsonObject } from '../../core/json.js'
import type { RegistryClient } from './registry-client.js'

/** Media types, as npm asks for them: https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
const ABBREVIATED = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8'
const FULL = 'application/json'

/** A signature of the registry: https://docs.npmjs.com/about-registry-signatures */
export interface Signature {
  readonly keyid: string
  /** In base64. */
  readonly sig: string
}

/** What a registry says about one version of a package. */
export interface Release {
  readonly name: string
  readonly version: string
  /** Empty if the registry names none. */
  readonly tarball: string
  /** As in Subresource Integrity; empty if the registry names none. */
  readonly integrity: string
  readonly signatures: readonly Signature[]
  /** The paths of its programs, by their names. */
  readonly bin: ReadonlyMap<string, string>
  readonly optionalDependencies: ReadonlyMap<string, string>
}

/** What a registry says about a package. Everything that it does not say, or says in another form, is missing. */
export class Packument {
  readonly #content: JsonObject

  constructor(
    readonly name: string,
    content: unknown
  ) {
    this.#content = objectOr(content)
  }

  /** Asks a registry for what an installer needs, as npm does. @throws RequestFailure */
  static async ask(client: RegistryClient, name: string): Promise<Packument> {
    return new Packument(name, await client.json(pathOf(name), ABBREVIATED))
  }

  /**
   * Asks a registry when a version was published, which is only in the full metadata.
   * @returns milliseconds since 1970; null if the registry does not say
   * @throws RequestFailure
   */
  static async askWhenPublished(client: RegistryClient, { name, version }: Release): Promise<number | null> {
    const times = objectOr(objectOr(await client.json(pathOf(name), FULL)).time)
    const ms = Date.parse(textOr(times[version]))
    return Number.isNaN(ms) ? null : ms
  }

  /** Whether it is the metadata of a package at all. */
  get isUsable(): boolean {
    return isJsonObject(this.#content.versions)
  }

  /** The version that a tag names; null if there is no such tag. */
  versionOf(tag: string): string | null {
    const tags = objectOr(this.#content['dist-tags'])
    return Object.hasOwn(tags, tag) ? textOr(tags[tag]) : null
  }

  /** One version; null if there is none. */
  release(version: string): Release | null {
    const versions = objectOr(this.#content.versions)
    if (!Object.hasOwn(versions, version) || !isJsonObject(versions[version])) return null
    const { dist, bin, optionalDependencies } = versions[version]
    const { tarball, integrity, signatures } = objectOr(dist)
    return {
      name: this.name,
      version,
      tarball: textOr(tarball),
      integrity: textOr(integrity),
      signatures: Array.isArray(signatures) ? signatures.map(signatureFrom) : [],
      bin: textsOf(bin),
      optionalDependencies: textsOf(optionalDependencies)
    }
  }
}

/** A scope stays one part of the path: `@anthropic-ai%2fclaude-code`. */
function pathOf(name: string): string {
  return name.replace('/', '%2f')
}

/** A signature in another form counts as one that matches no key. */
function signatureFrom(value: unknown): Signature {
  const { keyid, sig } = objectOr(value)
  return { keyid: textOr(keyid), sig: textOr(sig) }
}

function textsOf(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(objectOr(value)).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : []))
  )
}

function objectOr(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
