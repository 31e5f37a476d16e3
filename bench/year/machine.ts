import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { namesIn, readTextOrEmpty } from '../../src/core/system/read.js'
import type { MovedClock } from '../../testing/clock/moved-clock.js'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import { namesBelow } from '../../testing/folder-state.js'
import { CLAUDE_FOLDER, NODE24, smallClaude } from '../../testing/paths.js'
import { endProcessesOf, untilEndedIn } from '../../testing/processes.js'
import { TempFolder } from '../../testing/temp-folder.js'

/** The repository in which the jobs run. */
export const REPOSITORY = 'org/app'

/** Which `claude` is first on PATH: a small program that acts as the CLI, or the real one. */
export type WhichClaude = 'small' | 'real'

/** The machine on which the jobs of a row run, one at a time. */
export class Machine implements Disposable {
  readonly #folder = new TempFolder()
  readonly home = this.#folder.at('home')
  readonly temp = this.#folder.at('temp')
  /** Outside of what a job sees: notes of its programs for us. */
  readonly notes = this.#folder.at('notes')
  readonly #waits = path.join(this.notes, 'waits')
  /** By how many milliseconds the waits of the job's programs made it longer. */
  waitedMs = 0

  constructor(
    private readonly setting: { readonly clock: MovedClock; readonly endpoint: Endpoint },
    private readonly disk: 'wiped' | 'kept'
  ) {
    for (const folder of [this.home, this.temp, this.notes]) mkdirSync(folder)
  }

  /** Prepares it for a job, as a runner does: a hosted one is new, and each has an empty RUNNER_TEMP. */
  begin(): void {
    this.#empty(this.notes)
    this.#empty(this.temp)
    if (this.disk === 'wiped') this.#empty(this.home)
    this.waitedMs = 0
  }

  /** A new folder in RUNNER_TEMP. */
  folderFor(name: string): string {
    return mkdtempSync(path.join(this.temp, `${name}-`))
  }

  /** Writes a program into the first folder of PATH. */
  install(name: string, script: string): void {
    this.#folder.write(`bin/${name}`, script, 0o755)
  }

  /** The variables of all programs that run on it, and no others. */
  environment(claude: WhichClaude): Readonly<Record<string, string>> {
    const { clock, endpoint } = this.setting
    const claudeFolder = claude === 'real' ? CLAUDE_FOLDER : smallClaude('acts-as-the-cli')
    return {
      PATH: [this.#folder.at('bin'), claudeFolder, path.dirname(NODE24), '/usr/bin', '/bin'].join(path.delimiter),
      HOME: this.home,
      LANG: 'C.UTF-8',
      DISABLE_AUTOUPDATER: '1',
      ...endpoint.environment,
      ...clock.withoutWaits(this.#waits)
    }
  }

  /** The simulated waits of the programs that have run since the last call become part of the time. */
  passWaits(): void {
    const waitedMs = this.unpassedWaitsMs
    rmSync(this.#waits, { force: true })
    this.setting.clock.aheadMs += waitedMs
    this.waitedMs += waitedMs
  }

  /** The waits that are not part of the time yet, in milliseconds. */
  get unpassedWaitsMs(): number {
    const lines = readTextOrEmpty(this.#waits).split('\n')
    return lines.reduce((sum, line) => sum + Number(line), 0)
  }

  /** Kills everything that runs on it, at once. */
  cutPower(): void {
    endProcessesOf(this.#folder.path)
  }

  /** The same, and waits until nothing runs there. */
  async untilOff(): Promise<void> {
    await untilEndedIn(this.#folder.path)
  }

  /** The texts of all files in its HOME. */
  get texts(): readonly string[] {
    return namesBelow(this.home)
      .map(name => readTextOrEmpty(path.join(this.home, name)))
      .filter(text => text !== '')
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]()
  }

  #empty(folder: string): void {
    for (const name of namesIn(folder)) rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}
