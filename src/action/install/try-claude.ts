import { mkdtemp, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { rmRF } from '@actions/io'
import { redact } from '../../core/redact.js'
import { runProgram } from '../exec.js'
import { exactVersion } from './claude-version.js'
import { orCancelled, temporaryFolder } from './installing.js'

/**
 * Why the `claude` in a folder does not run; null if `claude --version` prints the version of its package. Old versions are
 * Node scripts: they run with our own Node, as in a refresh, and not with one that another step put on PATH.
 * @throws RefreshError `cancelled`: the program, which can't be stopped, ends with the step
 */
export async function whyNotRunning(
  folder: string,
  env: NodeJS.ProcessEnv,
  cancel: AbortSignal
): Promise<string | null> {
  const program = path.join(folder, 'bin', 'claude')
  const home = await mkdtemp(path.join(temporaryFolder(env), 'clr-home-'))
  try {
    const withOurNode = { ...env, PATH: [path.dirname(process.execPath), env.PATH ?? ''].join(path.delimiter) }
    const running = runProgram(program, ['--version'], { env: withOurNode, home })
    const { exitCode, stdout, stderr } = await orCancelled(running, cancel)
    const printed = exactVersion(stdout.trim().split(' ')[0] ?? '')
    if (exitCode === 0 && printed !== null && printed === (await packageVersion(program))) return null
    return (
      redact(`${stderr} ${stdout}`).replace(/\s+/g, ' ').trim().slice(0, 200) || `exit status ${exitCode ?? 'none'}`
    )
  } finally {
    await rmRF(home)
  }
}

/** The version of the package that holds a program. */
async function packageVersion(program: string): Promise<string | null> {
  const folder = path.dirname(await realpath(program))
  const manifest = await readFile(path.join(folder, 'package.json'), 'utf8')
  return exactVersion(/"version"\s*:\s*"([^"]*)"/.exec(manifest)?.[1] ?? '')
}
