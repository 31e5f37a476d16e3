import { randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rmRF } from '@actions/io'
import { parseJson } from '../../core/json.js'
import { orNull } from '../../core/or-null.js'
import { isAlive, ownIdentity, parseIdentity } from '../../core/system/process-identity.js'

const STAGING_PREFIX = '.clr-stage-'
/** In milliseconds: a stage that is older than this was left by a killed job, if nothing shows whether its job is alive. */
const STALE_MS = 60 * 60_000
/** The record of the process that makes the tool. */
const MAKER = 'maker.json'

/** A folder in which a tool is made and tried, with mode 700. */
export class Stage {
  private constructor(private readonly path: string) {}

  /** Begins one, and removes those that killed jobs have left. @throws the failed system call's error */
  static async begin(parent: string): Promise<Stage> {
    await sweepStages(parent)
    const stage = new Stage(path.join(parent, `${STAGING_PREFIX}${randomBytes(6).toString('hex')}`))
    mkdirSync(stage.path, 0o700)
    writeFileSync(path.join(stage.path, MAKER), JSON.stringify(ownIdentity()))
    return stage
  }

  /** Where the tool is made. It does not exist yet. */
  get tool(): string {
    return path.join(this.path, 'tool')
  }

  /** A HOME for trying the tool. It does not exist yet. */
  get home(): string {
    return path.join(this.path, 'home')
  }

  /** Moves the tool out of the stage, so that no other job removes it. @returns its new place, with mode 700, beside the stage */
  keepTool(prefix: string): string {
    const kept = path.join(this.path, '..', path.basename(this.path).replace(STAGING_PREFIX, prefix))
    chmodSync(this.tool, 0o700)
    renameSync(this.tool, kept)
    return kept
  }

  /** Removes it, with what it holds. */
  async remove(): Promise<void> {
    await rmRF(this.path)
  }
}

/** Removes our user's stages of killed jobs: at once if a job is certainly dead, otherwise after an hour. Never throws. */
async function sweepStages(parent: string): Promise<void> {
  const names = orNull(() => readdirSync(parent)) ?? []
  for (const name of names.filter(entry => entry.startsWith(STAGING_PREFIX))) {
    const stage = path.join(parent, name)
    if (orNull(() => isStale(stage)) === true) await rmRF(stage).catch(() => undefined)
  }
}

/** In a folder for all users, as `/tmp` is, only our own one: what is in another's may be exchanged while it is removed. */
function isStale(stage: string): boolean {
  const { uid, mtimeMs } = lstatSync(stage)
  if (uid !== process.getuid?.()) return false
  const record = orNull(() => readFileSync(path.join(stage, MAKER), 'utf8'))
  const maker = record === null ? null : parseIdentity(parseJson(record))
  const life = maker === null ? 'unknown' : isAlive(maker)
  return life === 'unknown' ? Date.now() - mtimeMs > STALE_MS : life === 'no'
}
