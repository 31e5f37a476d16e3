import type { PublishedVersion } from './package-version.js'
import type { SigningKey } from './signing-key.js'

/** A package of the stand-in. */
export interface StoredPackage {
  readonly name: string
  readonly versions: Map<string, PublishedVersion>
  readonly tags: Map<string, string>
}

/** What the metadata says of a tarball: it may be wrong. */
export interface DistSettings {
  /** Where the tarballs are, with a slash at the end. */
  readonly tarballBase: string
  readonly integrity: 'right' | 'wrong' | 'none' | { readonly text: string }
  readonly signatures: 'valid' | 'wrong' | 'none'
  readonly key: SigningKey
}

/** The media type of the abbreviated metadata: https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
export const ABBREVIATED = 'application/vnd.npm.install-v1+json'

/** The abbreviated metadata of a package, as npm asks for it. */
export function abbreviatedPackument(stored: StoredPackage, settings: DistSettings): unknown {
  return {
    name: stored.name,
    modified: [...stored.versions.values()]
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1),
    'dist-tags': Object.fromEntries(stored.tags),
    versions: mapVersions(stored, published => abbreviated(published, settings))
  }
}

/** The full metadata of a package, which has the times at which its versions were published. */
export function fullPackument(stored: StoredPackage, settings: DistSettings): unknown {
  return {
    _id: stored.name,
    name: stored.name,
    'dist-tags': Object.fromEntries(stored.tags),
    versions: mapVersions(stored, published => ({ ...published.manifest, dist: distOf(published, settings) })),
    time: mapVersions(stored, ({ publishedAt }) => publishedAt)
  }
}

/** The path of a version's tarball in the registry. */
export function tarballPath(name: string, version: string): string {
  return `${name}/-/${name.replace(/^.*\//, '')}-${version}.tgz`
}

function abbreviated(published: PublishedVersion, settings: DistSettings): unknown {
  const { scripts, ...manifest } = published.manifest
  return {
    ...manifest,
    ...(scripts === undefined ? {} : { hasInstallScript: true }),
    dist: distOf(published, settings)
  }
}

function distOf({ manifest, tarball }: PublishedVersion, settings: DistSettings): unknown {
  const { name, version } = manifest
  const wrong = settings.integrity === 'wrong' ? `sha512-${'A'.repeat(86)}==` : null
  const integrity = typeof settings.integrity === 'object' ? settings.integrity.text : (wrong ?? tarball.integrity)
  const signed = `${name}@${version}:${integrity}${settings.signatures === 'wrong' ? ' and more' : ''}`
  return {
    shasum: tarball.shasum,
    tarball: `${settings.tarballBase}${tarballPath(name, version)}`,
    ...(settings.integrity === 'none' ? {} : { integrity }),
    ...(settings.signatures === 'none' ? {} : { signatures: [settings.key.sign(signed)] })
  }
}

function mapVersions(
  { versions }: StoredPackage,
  view: (published: PublishedVersion) => unknown
): Record<string, unknown> {
  return Object.fromEntries([...versions].map(([version, published]) => [version, view(published)]))
}
