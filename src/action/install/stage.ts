import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/** A folder in the tool cache in which a tool is made. */
export class Stage {
  private constructor(private readonly path: string) {}

  /** @param parent the folder of the tool in the cache. @throws the failed system call's error */
  static begin(parent: string): Stage {
    const stage = new Stage(path.join(parent, `${STAGING_PREFIX}${randomBytes(6).toString('hex')}`))
    mkdirSync(stage.path)
    writeFileSync(path.join(stage.path, MAKER), JSON.stringify(ownIdentity()))
    return stage
  }

  /** Where the tool is made. It does not exist yet. */
  get tool(): string {
    return path.join(this.path, 'tool')
  }

  /** Removes it, with what it holds. */
  async remove(): Promise<void> {
    await rmRF(this.path)
  }
}

/** Removes the stages of killed jobs: at once if a job is certainly dead, otherwise after an hour. */
export async function sweepStages(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter(entry => entry.startsWith(STAGING_PREFIX))) {
    const stage = path.join(parent, name)
    if (isStale(stage)) await rmRF(stage)
  }
}

function isStale(stage: string): boolean {
  const record = orNull(() => readFileSync(path.join(stage, MAKER), 'utf8'))
  const maker = record === null ? null : parseIdentity(parseJson(record))
  const life = maker === null ? 'unknown' : isAlive(maker)
  if (life !== 'unknown') return life === 'no'
  return Date.now() - (lstatSync(stage, { throwIfNoEntry: false })?.mtimeMs ?? 0) > STALE_MS
}
