import path from 'node:path'
import { newReplacementPathIn } from '../work-folder.js'

/** The paths in an isolated HOME. */
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

  /** A proc(5) `stat` line with the pid and start time of `claude`, written by its process just before it executes `claude`. */
  get claudeRecord(): string {
    return path.join(this.path, 'claude.stat')
  }

  /** The program that `claude` runs as the browser during a sign-in, and the file in which it puts the address. */
  get browser(): { readonly helper: string; readonly address: string } {
    return { helper: path.join(this.path, 'browser'), address: path.join(this.path, 'address') }
  }

  /** A folder that must be the first on `claude`'s PATH; null if none is needed. */
  get firstOnPath(): string | null {
    return process.platform === 'darwin' ? path.join(this.path, 'bin') : null
  }

  /** A new path for the replacement of the user's file. */
  newReplacementPath(): string {
    return newReplacementPathIn(this.path)
  }
}
