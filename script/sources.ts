import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The folders in `dist/`. */
export const BUNDLES = ['action', 'cli', 'notice'] as const

/** The files beside `src` that `dist/` depends on. package.json is part of the bundle, since `clr --version` reads it. */
const OTHER_SOURCES = ['package.json', 'package-lock.json', 'tsconfig.json', 'script/bundles.ts', 'script/licenses.ts']

/** The file in each bundle that holds the digest of the sources it was built from. */
export const DIGEST_FILE = 'sources.sha256'

/** One line with the SHA-256 of the names and texts of all sources of `dist/`; dates and line ends do not matter. */
export function digestOfSources(root = ROOT): string {
  const inSrc = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const names = [...inSrc.filter(name => name.endsWith('.ts')).map(name => `src/${name}`), ...OTHER_SOURCES]
  const hash = createHash('sha256')
  for (const name of names.sort()) {
    const text = readFileSync(join(root, name), 'utf8').replaceAll('\r\n', '\n')
    hash.update(`${name}\0${text}\0`)
  }
  return `${hash.digest('hex')}\n`
}

/** The bundles that were not built from the current sources. */
export function staleBundles(root = ROOT): readonly string[] {
  const digest = digestOfSources(root)
  return BUNDLES.filter(bundle => digestIn(join(root, 'dist', bundle)) !== digest)
}

/** Why `dist/` must not be used, and what to do; null if it was built from the current sources. */
export function whyDistIsStale(root = ROOT): string | null {
  if (staleBundles(root).length === 0) return null
  return 'dist/ was not built from these sources, so nothing that runs it would judge them: run `npm run bundle` first.'
}

function digestIn(bundle: string): string | null {
  try {
    return readFileSync(join(bundle, DIGEST_FILE), 'utf8')
  } catch {
    return null
  }
}
