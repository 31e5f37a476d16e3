import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc, { type Bundle } from '@vercel/ncc'
import { buildSync } from 'esbuild'
import { licensesOf } from './licenses.js'
import { BUNDLES, DIGEST_FILE, digestOfSources } from './sources.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * The sources of a bundle. Users start an entry file, which loads `program.js` if Node is new enough. That one loads the other
 * programs when it needs them. They have a copy of the modules that both use: as a part of the same program they would keep
 * webpack from merging these modules, and `clr` would start 5 ms later (measured). So `clr` is two programs: a refresh, and all else.
 */
interface Sources {
  readonly entries: Readonly<Record<string, string>>
  /** By their names in the bundle, which are also those in their imports. */
  readonly programs: Readonly<Record<string, string>>
}

const SOURCES: Readonly<Record<(typeof BUNDLES)[number], Sources>> = {
  action: {
    entries: { 'main.js': 'src/entry/main.ts', 'post.js': 'src/entry/post.ts' },
    programs: { 'program.js': 'src/action/program.ts' }
  },
  cli: {
    entries: { 'index.js': 'src/entry/cli.ts' },
    programs: { 'program.js': 'src/cli/main.ts', 'others.js': 'src/cli/others.ts' }
  },
  notice: {
    entries: { 'main.js': 'src/entry/notice.ts' },
    programs: { 'program.js': 'src/action/notice/program.ts' }
  }
}

/**
 * Large packages that several bundles need, and the module of each that has all of it. They are only in `dist/cli`, in files of
 * their own: the action, which calls `clr`, loads them from there, and so does the notice.
 */
const SHARED = {
  'libsodium-wrappers': 'libsodium-wrappers/dist/modules-esm/libsodium-wrappers.mjs',
  undici: 'undici/index.js'
} as const

interface SharedPackage extends Bundle {
  readonly name: string
}

interface File {
  readonly source: string | Buffer
  readonly mode?: number
}

/** The files of a bundle, by name. */
type Files = Readonly<Record<string, File>>

/**
 * Builds bundles, and replaces those in this folder with them. Rejects if a build fails, and then changes nothing.
 * The bundles are CommonJS, which Node 20 starts 20 ms faster than the same code as an ES module, and Node 24 7 ms faster
 * (measured). ncc's command line has no option for CommonJS.
 */
export async function buildBundles(
  folder: string,
  names: readonly (typeof BUNDLES)[number][] = BUNDLES
): Promise<void> {
  const digest = digestOfSources()
  const shared: SharedPackage[] = []
  for (const [name, module] of Object.entries(SHARED)) {
    shared.push({ name, ...(await bundle(join(ROOT, 'node_modules', module), `${name}.cjs`, {})) })
  }
  const built: (readonly [string, Files])[] = []
  for (const name of names) built.push([join(folder, name), await build(name, shared)])
  for (const [bundle, files] of built) {
    rmSync(bundle, { recursive: true, force: true })
    write(bundle, { ...files, [DIGEST_FILE]: { source: digest } })
  }
}

async function build(bundleName: (typeof BUNDLES)[number], shared: readonly SharedPackage[]): Promise<Files> {
  const { entries, programs } = SOURCES[bundleName]
  const place = bundleName === 'cli' ? '.' : '../cli'
  const externals: Record<string, string> = {}
  for (const { name } of shared) externals[name] = `${place}/${name}.cjs`
  for (const name of Object.keys(programs)) externals[`./${name}`] = `./${name}`
  const files: Record<string, File> = { 'package.json': { source: '{\n  "type": "commonjs"\n}\n' } }
  const modules = shared.flatMap(({ stats }) => [...stats.compilation.modules])
  for (const [name, source] of Object.entries(programs)) {
    const { code, assets, stats } = await bundle(join(ROOT, source), name, externals)
    Object.assign(files, { [name]: { source: code }, ...assets })
    modules.push(...stats.compilation.modules)
  }
  files['licenses.txt'] = { source: licensesOf(modules) }
  if (bundleName === 'cli') for (const { name, code } of shared) files[`${name}.cjs`] = { source: code }
  for (const [name, source] of Object.entries(entries)) files[name] = { source: entryFile(source), mode: 0o755 }
  return files
}

/** An entry file in the syntax of Node 12, so that an old Node prints our message rather than a syntax error. */
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

/**
 * @param filename its parts that are loaded later get names with this end
 * @param externals what is loaded at run time instead of being part of the bundle: from where, by its name in the sources
 */
function bundle(program: string, filename: string, externals: Readonly<Record<string, string>>): Promise<Bundle> {
  return ncc(program, {
    externals,
    // The cache in ~/.cache outlives a checkout, and ncc does not notice moved files, or another value of `esm`.
    cache: false,
    esm: false,
    filename,
    // Of webpack's own code only: our code stays as it is. With `function`, V8 compiles each module once; in place of an arrow
    // function, which it parses first and compiles when it is called, twice the work (7 ms of CPU on Node 20, measured).
    target: 'es5',
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
