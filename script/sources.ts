import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What decides the bytes of `dist/`, beside `src`. package.json is bundled: `clr --version` reads it. */
const OTHER_SOURCES = ['package.json', 'package-lock.json', 'tsconfig.json', 'script/bundles.ts']

/** The file in `dist/` that holds the digest of the sources it was built from. */
export const DIGEST_FILE = 'sources.sha256'

/** One line: the SHA-256 of the names and texts of all sources of `dist/`, whatever their dates and line ends. */
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

/** Why `dist/` is not to be judged, and what to do; null if it was built from the sources as they are. */
export function whyDistIsStale(root = ROOT): string | null {
  if (digestInDist(root) === digestOfSources(root)) return null
  return 'dist/ was not built from these sources, so nothing that runs it would judge them: run `npm run build` first.'
}

function digestInDist(root: string): string | null {
  try {
    return readFileSync(join(root, 'dist', DIGEST_FILE), 'utf8')
  } catch {
    return null
  }
}
