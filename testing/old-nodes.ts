import { existsSync } from 'node:fs'
import path from 'node:path'

const FOLDER = path.resolve(import.meta.dirname, 'old-nodes/node_modules')

/** The Nodes that are too old for us, by what messages call them. */
export const OLD_NODES = ['12.22.12', '16.20.2'] as const

/** The real program of one of them. */
export function oldNode(version: (typeof OLD_NODES)[number]): string {
  const program = path.join(FOLDER, `node${version.slice(0, 2)}`, 'bin/node')
  if (!existsSync(program)) throw new Error(`no Node ${version} (Linux x64 only): run \`npm run prepare\``)
  return program
}
