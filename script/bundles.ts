import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc, { type Bundle } from '@vercel/ncc'
import { buildSync } from 'esbuild'
import { licensesOf } from './licenses.js'
import { BUNDLES, DIGEST_FILE, digestOfSources } from './sources.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What a bundle is built from. An entry file is what is run: it loads the program if Node is new enough. */
interface Sources {
  readonly entries: Readonly<Record<string, string>>
  readonly program: string
}

const SOURCES: Readonly<Record<(typeof BUNDLES)[number], Sources>> = {
  action: {
    entries: { 'main.js': 'src/entry/main.ts', 'post.js': 'src/entry/post.ts' },
    program: 'src/action/program.ts'
  },
  cli: { entries: { 'index.js': 'src/entry/cli.ts' }, program: 'src/cli/main.ts' }
}

interface File {
  readonly source: string | Buffer
  readonly mode?: number
}

/** The files of a bundle, by their names. */
type Files = Readonly<Record<string, File>>

/**
 * Builds bundles from the sources, and puts them into this folder in place of those that are there; they stay as they are if
 * a build fails (rejects).
 * They are CommonJS, which Node 20 starts 20 ms sooner than the same code as an ES module, and Node 24 7 ms (measured); ncc's
 * command line knows no way to ask for that.
 */
export async function buildBundles(
  folder: string,
  names: readonly (typeof BUNDLES)[number][] = BUNDLES
): Promise<void> {
  const digest = digestOfSources()
  const built: (readonly [string, Files])[] = []
  for (const name of names) built.push([join(folder, name), await build(SOURCES[name])])
  for (const [bundle, files] of built) {
    rmSync(bundle, { recursive: true, force: true })
    write(bundle, { ...files, [DIGEST_FILE]: { source: digest } })
  }
}

async function build({ entries, program }: Sources): Promise<Files> {
  const { code, assets, stats } = await bundle(join(ROOT, program))
  const files: Record<string, File> = {
    'program.js': { source: code },
    ...assets,
    'licenses.txt': { source: licensesOf(stats.compilation.modules) },
    'package.json': { source: '{\n  "type": "commonjs"\n}\n' }
  }
  for (const [name, source] of Object.entries(entries)) files[name] = { source: entryFile(source), mode: 0o755 }
  return files
}

/** In a syntax that Node 12 reads: an old Node is told so in a sentence, not by a syntax error. */
function entryFile(source: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(ROOT, source)],
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
    quiet: true
  })
}

function write(bundle: string, files: Files): void {
  for (const [name, { source, mode = 0o644 }] of Object.entries(files)) {
    const file = join(bundle, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, source, { mode })
  }
}
