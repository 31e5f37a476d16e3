import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc, { type Bundle } from '@vercel/ncc'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PROGRAMS = { main: 'src/action/main.ts', post: 'src/action/post.ts', cli: 'src/cli/main.ts' }

/**
 * Builds the bundles from the sources, and puts them where this folder was; it stays as it is where a build fails (rejects).
 * They are CommonJS, which Node 20 starts 20 ms sooner than the same code as an ES module, and Node 24 7 ms (measured); ncc's
 * command line knows no way to ask for that.
 */
export async function buildBundles(folder: string): Promise<void> {
  const bundles: (readonly [string, Bundle])[] = []
  for (const [name, entry] of Object.entries(PROGRAMS)) bundles.push([name, await bundle(join(ROOT, entry))])
  rmSync(folder, { recursive: true, force: true })
  for (const [name, built] of bundles) write(join(folder, name), built)
}

function bundle(entry: string): Promise<Bundle> {
  return ncc(entry, {
    // It outlives a checkout in ~/.cache, and ncc does not see that files have moved since, or that `esm` was another.
    cache: false,
    esm: false,
    filename: 'index.js',
    target: 'es2022',
    license: 'licenses.txt',
    quiet: true
  })
}

function write(folder: string, { code, assets }: Bundle): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.js'), code, { mode: 0o755 })
  for (const [name, { source, permissions }] of Object.entries(assets)) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, source, { mode: permissions })
  }
  writeFileSync(join(folder, 'package.json'), '{\n  "type": "commonjs"\n}\n')
}
