import { createHash } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readRegularFile } from '../core/system/read.js'

/** What is larger was not written here. */
const MAX_BYTES = 1024 * 1024

/** What an earlier step of this job kept under a name; empty if there is nothing, or if another user may have written it. */
export function readJobMemory(name: string, env: NodeJS.ProcessEnv): string {
  try {
    const { bytes, stats } = readRegularFile(fileOf(name, env), MAX_BYTES)
    return [0, process.geteuid?.()].includes(stats.uid) ? bytes.toString('utf8') : ''
  } catch {
    return ''
  }
}

/** Keeps facts for later steps of this job, and for the end of it; never a secret. Does not throw: without it they know less. */
export function saveJobMemory(name: string, facts: object, env: NodeJS.ProcessEnv): void {
  try {
    const file = fileOf(name, env)
    const staged = `${file}.${process.pid}-${process.hrtime.bigint()}`
    writeFileSync(staged, JSON.stringify(facts), { mode: 0o600, flag: 'wx' })
    renameSync(staged, file)
  } catch {
    // No runner, or no room.
  }
}

/** Stands for one thing in one job: what was left by another job says nothing. */
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
