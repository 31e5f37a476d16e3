import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const FOLDER = path.resolve(import.meta.dirname, 'old-nodes')

/** The versions of Node that are too old for us, as in our messages. */
export const OLD_NODES = ['12.22.12', '16.20.2'] as const

/** Installs the missing old versions. If that fails, only the tests that call `oldNode` fail. */
export function installOldNodes(): void {
  const canRun = process.platform === 'linux' && process.arch === 'x64'
  if (!canRun || OLD_NODES.every(version => existsSync(programOf(version)))) return
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The path of a real old Node. @throws Error if it is not installed */
export function oldNode(version: (typeof OLD_NODES)[number]): string {
  const program = programOf(version)
  if (!existsSync(program)) throw new Error(`no Node ${version} (Linux x64 only): run \`npm ci\` in ${FOLDER}`)
  return program
}

function programOf(version: (typeof OLD_NODES)[number]): string {
  return path.join(FOLDER, 'node_modules', `node${version.slice(0, 2)}`, 'bin/node')
}
