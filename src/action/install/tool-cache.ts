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
import { Stage, sweepStages } from './stage.js'

/**
 * One tool in the runner's tool cache, in the layout of @actions/tool-cache: `<cache>/<tool>/<version>/<arch>`, and next to
 * it a file `<arch>.complete`. That package itself would copy the tool into place: 760 MB for one version of `claude`.
 */
export class CachedTool {
  constructor(
    private readonly cache: string,
    private readonly name: string
  ) {}

  /**
   * The first place where another user could plant a program: from the root of the cache (a link to it is followed) down to
   * the version, and everywhere in it. Null if there is none; what does not exist yet counts as safe.
   * @throws the failed system call's error
   */
  findUntrusted(version: string): string | null {
    if (lstatSync(this.cache, { throwIfNoEntry: false }) === undefined) return null
    let folder = realpathSync(this.cache)
    for (const name of ['', this.name, version, process.arch]) {
      folder = path.join(folder, name)
      const stats = lstatSync(folder, { throwIfNoEntry: false })
      if (stats === undefined) return null
      if (!stats.isDirectory() || isWritableByOthers(stats)) return folder
    }
    return findUntrustedBelow(folder, folder)
  }

  /** The folder of a complete version; null if there is none. */
  find(version: string): string | null {
    const folder = this.#folderOf(version)
    return existsSync(folder) && existsSync(`${folder}.complete`) ? folder : null
  }

  /** Makes a version in a staging folder, and moves it when it is complete. @throws what `make` or the system throws */
  async add(version: string, make: (folder: string) => Promise<void>): Promise<string> {
    const parent = path.join(this.cache, this.name)
    mkdirSync(parent, { recursive: true })
    await sweepStages(parent)
    const stage = Stage.begin(parent)
    try {
      await make(stage.tool)
      return await this.#settle(stage.tool, version)
    } finally {
      await stage.remove()
    }
  }

  async remove(version: string): Promise<void> {
    await rmRF(`${this.#folderOf(version)}.complete`)
    await rmRF(this.#folderOf(version))
  }

  async #settle(tool: string, version: string): Promise<string> {
    const folder = this.#folderOf(version)
    const found = this.find(version) // another job may have been faster
    if (found !== null) return found
    await rmRF(folder)
    mkdirSync(path.dirname(folder), { recursive: true })
    renameSync(tool, folder)
    writeFileSync(`${folder}.complete`, '')
    return folder
  }

  #folderOf(version: string): string {
    return path.join(this.cache, this.name, version, process.arch)
  }
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

/** Whether a link leads into the tool, where its target is checked too. */
function leadsInto(tool: string, link: string): boolean {
  return orNull(() => realpathSync(link))?.startsWith(`${tool}${path.sep}`) === true
}

function isWritableByOthers(stats: Stats): boolean {
  return whoElseMayWrite(stats, process.getuid?.() ?? -1) !== null
}
