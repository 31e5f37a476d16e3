import { randomBytes } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  writeFileSync,
  type Stats
} from 'node:fs'
import path from 'node:path'
import { rmRF } from '@actions/io'
import { orNull } from '../../core/or-null.js'
import { whoElseMayWrite } from '../../core/system/who-else-may-write.js'

/** Name prefix of half-made tools. */
const STAGE_PREFIX = '.clr-stage-'
/** After this long, in milliseconds, a half-made tool counts as left by a job that was killed. */
const STAGE_STALE_MS = 60 * 60_000

/**
 * One tool in the runner's tool cache, in the layout of @actions/tool-cache: `<cache>/<tool>/<version>/<arch>`, and beside
 * it a file `<arch>.complete`. That package would copy the tool into place; the `claude` of one version has 760 MB.
 */
export class CachedTool {
  constructor(
    private readonly cache: string,
    private readonly name: string
  ) {}

  /** Where in the cache others could plant a version, or have planted one; null if they cannot. @throws the system's error */
  findUntrusted(version: string): string | null {
    return findUntrusted(this.cache, [this.name, version, process.arch])
  }

  /** The folder of a version that is there, whole; null if it is not. */
  find(version: string): string | null {
    const folder = this.#folderOf(version)
    return existsSync(folder) && existsSync(`${folder}.complete`) ? folder : null
  }

  /** Makes a version, and returns its folder; never half of it has the name. @throws what `make` or the system throws */
  async add(version: string, make: (stage: string) => Promise<void>): Promise<string> {
    const parent = path.join(this.cache, this.name)
    mkdirSync(parent, { recursive: true })
    await sweep(parent)
    const stage = path.join(parent, `${STAGE_PREFIX}${randomBytes(6).toString('hex')}`)
    try {
      await make(stage)
      return await this.#settle(stage, version)
    } finally {
      await rmRF(stage)
    }
  }

  /** Takes away a version that does not work. */
  async remove(version: string): Promise<void> {
    await rmRF(`${this.#folderOf(version)}.complete`)
    await rmRF(this.#folderOf(version))
  }

  async #settle(stage: string, version: string): Promise<string> {
    const folder = this.#folderOf(version)
    const found = this.find(version) // another job may have been faster
    if (found !== null) return found
    await rmRF(folder)
    mkdirSync(path.dirname(folder), { recursive: true })
    renameSync(stage, folder)
    writeFileSync(`${folder}.complete`, '')
    return folder
  }

  #folderOf(version: string): string {
    return path.join(this.cache, this.name, version, process.arch)
  }
}

async function sweep(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter(entry => entry.startsWith(STAGE_PREFIX))) {
    const stage = path.join(parent, name)
    const ageMs = Date.now() - (lstatSync(stage, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (ageMs > STAGE_STALE_MS) await rmRF(stage)
  }
}

/**
 * The first place where another user could plant a program: from the root of a tool cache (a link to it is followed) down
 * to one tool, and in all that belongs to the tool; null if there is none. What is not there yet counts as safe.
 * @param names the folders from the root to the tool
 * @throws the failed system call's error
 */
export function findUntrusted(root: string, names: readonly string[]): string | null {
  if (lstatSync(root, { throwIfNoEntry: false }) === undefined) return null
  let folder = realpathSync(root)
  for (const name of ['', ...names]) {
    folder = path.join(folder, name)
    const stats = lstatSync(folder, { throwIfNoEntry: false })
    if (stats === undefined) return null
    if (!stats.isDirectory() || isWritableByOthers(stats)) return folder
  }
  return findUntrustedBelow(folder, folder)
}

function findUntrustedBelow(folder: string, tool: string): string | null {
  for (const entry of readdirSync(folder).map(name => path.join(folder, name))) {
    const stats = lstatSync(entry)
    const isTrusted = stats.isSymbolicLink() ? leadsInto(tool, entry) : !isWritableByOthers(stats)
    if (!isTrusted) return entry
    const found = stats.isDirectory() ? findUntrustedBelow(entry, tool) : null
    if (found !== null) return found
  }
  return null
}

/** Whether what a link leads to is in the tool, where it is judged too. */
function leadsInto(tool: string, link: string): boolean {
  return orNull(() => realpathSync(link))?.startsWith(`${tool}${path.sep}`) === true
}

function isWritableByOthers(stats: Stats): boolean {
  return whoElseMayWrite(stats, process.getuid?.() ?? -1) !== null
}
