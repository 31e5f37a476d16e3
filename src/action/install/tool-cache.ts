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
import { errorCode } from '../../core/system/system-error.js'
import { whoElseMayWrite } from '../../core/system/who-else-may-write.js'
import { Stage } from './stage.js'

/** The tool cache must not be used; the message says why, in a clause. */
export class ClosedCache extends Error {}

/**
 * One tool in the runner's tool cache, in the layout of @actions/tool-cache: `<cache>/<tool>/<version>/<arch>`, and next to
 * it a file `<arch>.complete`. That package itself would copy the tool into place: 760 MB for one version of `claude`.
 */
export class CachedTool {
  constructor(
    private readonly cache: string,
    private readonly name: string
  ) {}

  /** The cache for `claude`. @throws ClosedCache if another user can plant a program in it for this version */
  static claude(version: string, { RUNNER_TOOL_CACHE: root = '' }: NodeJS.ProcessEnv): CachedTool {
    if (!path.isAbsolute(root)) throw new ClosedCache('RUNNER_TOOL_CACHE is not set')
    const cache = new CachedTool(root, 'claude-code')
    let untrusted: string | null
    try {
      untrusted = cache.#findUntrusted(version)
    } catch (error) {
      return cache.#refuse(error)
    }
    if (untrusted !== null) throw new ClosedCache(`other users may write in the tool cache (${untrusted})`)
    return cache
  }

  /**
   * The first place where another user could plant a program: from the root of the cache (a link to it is followed) down to
   * the version, and everywhere in it. Null if there is none; what does not exist yet counts as safe.
   * @throws the failed system call's error
   */
  #findUntrusted(version: string): string | null {
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

  /**
   * Makes a version in a staging folder, and moves it when it is complete.
   * @throws ClosedCache, and what `make` throws
   */
  async add(version: string, make: (folder: string) => Promise<void>): Promise<string> {
    const stage = await this.#begin().catch(this.#refuse)
    try {
      await make(stage.tool)
      return await this.#settle(stage.tool, version).catch(this.#refuse)
    } finally {
      await stage.remove()
    }
  }

  /** @throws ClosedCache */
  async remove(version: string): Promise<void> {
    await this.#empty(version).catch(this.#refuse)
  }

  async #begin(): Promise<Stage> {
    const parent = path.join(this.cache, this.name)
    mkdirSync(parent, { recursive: true })
    return Stage.begin(parent)
  }

  async #settle(tool: string, version: string): Promise<string> {
    const folder = this.#folderOf(version)
    mkdirSync(path.dirname(folder), { recursive: true })
    while (!tryMove(tool, folder)) {
      if (this.find(version) !== null) return folder // another job was faster
      await rmRF(folder)
    }
    try {
      writeFileSync(`${folder}.complete`, '')
    } catch (error) {
      await this.#empty(version)
      throw error
    }
    return folder
  }

  async #empty(version: string): Promise<void> {
    await rmRF(`${this.#folderOf(version)}.complete`)
    await rmRF(this.#folderOf(version))
  }

  readonly #refuse = (error: unknown): never => {
    throw new ClosedCache(`the tool cache ${this.cache} cannot be used (${errorCode(error)})`)
  }

  #folderOf(version: string): string {
    return path.join(this.cache, this.name, version, process.arch)
  }
}

/** Moves a folder; false if there is another one already, which is not empty. @throws the failed system call's error */
function tryMove(folder: string, to: string): boolean {
  try {
    renameSync(folder, to)
    return true
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) return false
    throw error
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
