import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { rmRF } from '@actions/io'
import { redact } from '../../core/redact.js'
import { runProgram, type ProgramOptions } from '../exec.js'
import { exactVersion } from './claude-version.js'
import { orCancelled } from './installing.js'

/** How `claude` is tried. Its HOME must not exist yet, and is removed again. */
export interface Trying extends ProgramOptions {
  readonly cancel: AbortSignal
}

/**
 * Why the `claude` in a folder must not be used, as the end of a sentence; null if `claude --version` prints this version. No
 * file is read for that, because its layout may be anyone's. Old versions are Node scripts: they run with our own Node, as in
 * a refresh, and not with one that another step put on PATH.
 * @throws RefreshError `cancelled`: the program, which can't be stopped, ends with the step
 */
export async function whyNotRunning(
  folder: string,
  version: string,
  { env, home, cancel }: Trying
): Promise<string | null> {
  await mkdir(home, 0o700)
  try {
    const withOurNode = { ...env, PATH: [path.dirname(process.execPath), env.PATH ?? ''].join(path.delimiter) }
    const running = runProgram(path.join(folder, 'bin/claude'), ['--version'], { env: withOurNode, home })
    const { exitCode, stdout, stderr } = await orCancelled(running, cancel)
    const printed = exitCode === 0 ? exactVersion(stdout.trim().split(' ')[0] ?? '') : null
    if (printed === version) return null
    if (printed !== null) return `is another version: ${printed}`
    const output = redact(`${stderr} ${stdout}`).replace(/\s+/g, ' ').trim()
    const code = /Error: spawn .* (E[A-Z\d]+)$/.exec(output)?.[1] // @actions/exec; its text is too long for a message
    if (exitCode === null && code !== undefined) return `cannot be started (${code})`
    return `does not run: ${output.slice(0, 200) || `exit status ${exitCode ?? 'none'}`}`
  } finally {
    await rmRF(home)
  }
}
