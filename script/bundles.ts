import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc, { type Bundle } from '@vercel/ncc'
import { buildSync } from 'esbuild'
import { DIGEST_FILE, digestOfSources } from './sources.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** By the name of the folder in `dist/`. The entry file is loaded first, and loads the program if Node is new enough. */
const PROGRAMS = {
  main: { entry: 'src/entry/main.ts', program: 'src/action/main.ts' },
  post: { entry: 'src/entry/post.ts', program: 'src/action/post.ts' },
  cli: { entry: 'src/entry/cli.ts', program: 'src/cli/main.ts' }
}

/**
 * Builds the bundles from the sources, and puts them where this folder was; it stays as it is where a build fails (rejects).
 * They are CommonJS, which Node 20 starts 20 ms sooner than the same code as an ES module, and Node 24 7 ms (measured); ncc's
 * command line knows no way to ask for that.
 */
export async function buildBundles(folder: string): Promise<void> {
  const digest = digestOfSources()
  const bundles: (readonly [string, string, Bundle])[] = []
  for (const [name, { entry, program }] of Object.entries(PROGRAMS)) {
    bundles.push([name, entryFile(join(ROOT, entry)), await bundle(join(ROOT, program))])
  }
  rmSync(folder, { recursive: true, force: true })
  for (const [name, entry, built] of bundles) write(join(folder, name), entry, built)
  writeFileSync(join(folder, DIGEST_FILE), digest)
}

/** In a syntax that Node 12 reads: an old Node is told so in a sentence, not by a syntax error. */
function entryFile(source: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [source],
    bundle: true,
    external: ['./program.js'],
    platform: 'node',
    format: 'cjs',
    target: 'node12',
    write: false
  })
  return outputFiles[0]?.text ?? ''
}

function bundle(program: string): Promise<Bundle> {
  return ncc(program, {
    // It outlives a checkout in ~/.cache, and ncc does not see that files have moved since, or that `esm` was another.
    cache: false,
    esm: false,
    filename: 'program.js',
    target: 'es2022',
    license: 'licenses.txt',
    quiet: true
  })
}

function write(folder: string, entry: string, { code, assets }: Bundle): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.js'), entry, { mode: 0o755 })
  writeFileSync(join(folder, 'program.js'), code)
  for (const [name, { source, permissions }] of Object.entries(assets)) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, source, { mode: permissions })
  }
  writeFileSync(join(folder, 'package.json'), '{\n  "type": "commonjs"\n}\n')
}
