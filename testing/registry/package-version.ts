import { packTarball, tarballOf, type TarEntry, type Tarball } from './tarball.js'

/** A version of a package, as `publish` takes it. */
export interface NewVersion {
  readonly name: string
  readonly version: string
  /** By their paths in the package; `package.json` is made from the other fields, unless it is among them. */
  readonly files?: Readonly<Record<string, PackageFile>>
  /** These bytes in place of a tarball. */
  readonly tarball?: Buffer
  readonly bin?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly engines?: Readonly<Record<string, string>>
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  /** ISO 8601; only the full metadata has it. */
  readonly publishedAt?: string
}

/** The content of a file with mode 644, or with another mode; or the path of a file of this machine. */
export type PackageFile =
  | string
  | { readonly content: string | Buffer; readonly mode?: number }
  | { readonly file: string; readonly mode?: number }

/** A version that the stand-in has. */
export interface PublishedVersion {
  /** What its package.json says. */
  readonly manifest: Readonly<Record<string, unknown>> & { readonly name: string; readonly version: string }
  readonly tarball: Tarball
  readonly publishedAt: string
}

const PUBLISHED_AT = '2026-11-01T12:00:00.000Z'

/** Packs a version. */
export async function packVersion({
  files = {},
  tarball,
  publishedAt = PUBLISHED_AT,
  ...manifest
}: NewVersion): Promise<PublishedVersion> {
  const all = { 'package.json': JSON.stringify(manifest, null, 2), ...files }
  const packed = Object.entries(all).map(([name, file]) => entryOf(name, file))
  return {
    manifest: { ...manifest },
    tarball: await (tarball === undefined ? packTarball(packed) : tarballOf(tarball)),
    publishedAt
  }
}

function entryOf(name: string, file: PackageFile): TarEntry {
  return { path: `package/${name}`, ...(typeof file === 'string' ? { content: file } : file) }
}
