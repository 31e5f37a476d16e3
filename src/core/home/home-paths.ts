import path from 'node:path'
import { newReplacementPathIn } from '../work-folder.js'

/** Where things lie in an isolated HOME. */
export class HomeLayout {
  constructor(readonly path: string) {}

  get configFolder(): string {
    return path.join(this.path, '.claude')
  }

  get credentialsPath(): string {
    return path.join(this.configFolder, '.credentials.json')
  }

  get temporaryFolder(): string {
    return path.join(this.path, 'tmp')
  }

  /** The line of proc(5) `stat` that tells `claude`'s pid and start time, written by that process before it is `claude`. */
  get claudeRecord(): string {
    return path.join(this.path, 'claude.stat')
  }

  /** A folder that must come first on `claude`'s PATH; null where none has to. */
  get firstOnPath(): string | null {
    return process.platform === 'darwin' ? path.join(this.path, 'bin') : null
  }

  /** A new path for the file that is to replace the user's. */
  newReplacementPath(): string {
    return newReplacementPathIn(this.path)
  }
}
