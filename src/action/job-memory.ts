import { createHash } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../core/or-null.js'
import { readRegularFile } from '../core/system/read.js'

/** The size limit, in bytes: a larger file was not written by the action. */
const MAX_BYTES = 1024 * 1024

/** What an earlier step of this job saved under a name; empty if nothing, or if another user may have written it. */
export function readJobMemory(name: string, env: NodeJS.ProcessEnv): string {
  const file = orNull(() => readRegularFile(fileOf(name, env), MAX_BYTES))
  if (file === null || ![0, process.geteuid?.()].includes(file.stats.uid)) return ''
  return file.bytes.toString('utf8')
}

/**
 * Saves facts for later steps of this job and for its end; never a secret. Never throws: if saving fails, they only know
 * less.
 */
export function saveJobMemory(name: string, facts: object, env: NodeJS.ProcessEnv): void {
  orNull(() => {
    const file = fileOf(name, env)
    const staged = `${file}.${process.pid}-${process.hrtime.bigint()}`
    writeFileSync(staged, JSON.stringify(facts), { mode: 0o600, flag: 'wx' })
    renameSync(staged, file)
  })
}

/**
 * A name for something in this job. Another job gets another name for the same thing, so it never reads what this job saved.
 */
export function nameInJob(thing: string, env: NodeJS.ProcessEnv): string {
  const job = [env.GITHUB_RUN_ID, env.GITHUB_RUN_ATTEMPT, env.GITHUB_JOB]
  return createHash('sha256')
    .update(JSON.stringify([thing, ...job]))
    .digest('hex')
    .slice(0, 16)
}

/** In the folder that a runner empties before and after each job. @throws Error if there is none */
function fileOf(name: string, { RUNNER_TEMP: folder }: NodeJS.ProcessEnv): string {
  if (folder === undefined || !path.isAbsolute(folder)) throw new Error('there is no RUNNER_TEMP')
  return path.join(folder, `clr-refresh-${name}.json`)
}
