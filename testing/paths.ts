import path from 'node:path'

/** The root of this repository. */
export const ROOT = path.resolve(import.meta.dirname, '..')

/** The committed bundles: the program `clr`, the two programs of the action, and the notice. */
export const CLR = path.join(ROOT, 'dist/cli/index.js')
export const ACTION_BUNDLES = {
  main: path.join(ROOT, 'dist/action/main.js'),
  post: path.join(ROOT, 'dist/action/post.js')
} as const
export const NOTICE = path.join(ROOT, 'dist/notice/main.js')

/** The oldest Node that we support. */
export const NODE20 = path.join(ROOT, 'node_modules/node20/bin/node')

/** The Node with which runners start the action. */
export const NODE24 = path.join(ROOT, 'node_modules/node/bin/node')

/** Folder of the real `claude`, the native program for this machine, which `testing/claude-cli` installs. */
export const CLAUDE_FOLDER = path.join(
  ROOT,
  `node_modules/@anthropic-ai/claude-code-${process.platform}-${process.arch}`
)

/** Folder of a small `claude`, by its name in `testing/claudes`. */
export function smallClaude(name: string): string {
  return path.join(ROOT, 'testing/claudes', name)
}
