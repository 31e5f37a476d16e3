import path from 'node:path'

/** The root of this repository. */
export const ROOT = path.resolve(import.meta.dirname, '..')

/** The committed bundles: the program `clr`, the two programs of the action, and the notice. */
export const CLR = path.join(ROOT, 'dist/cli/index.js')
export const ACTION_BUNDLES = {
  get main() {
    return inBundle('action', 'main.js')
  },
  get post() {
    return inBundle('action', 'post.js')
  }
} as const
export const NOTICE_BUNDLE = {
  get main() {
    return inBundle('notice', 'main.js')
  }
} as const

/** A file in a bundle. Throws if the bundle was not built from the current sources (`__tests__/global-setup.js`). */
function inBundle(bundle: string, file: string): string {
  const isStale = (process.env.STALE_BUNDLES ?? '').split(' ').includes(bundle)
  if (isStale) throw new Error(`dist/${bundle} was not built from these sources: run \`npm run bundle\``)
  return path.join(ROOT, 'dist', bundle, file)
}

/** The oldest Node that we support. */
export const NODE20 = path.join(ROOT, 'node_modules/node20/bin/node')

/** The Node with which runners start the action. */
export const NODE24 = path.join(ROOT, 'node_modules/node/bin/node')

/**
 * Folder of the real `claude`: the native program for this machine, which `testing/claude-cli` installs, unless
 * `TEST_CLAUDE_FOLDER` names another one.
 */
export const CLAUDE_FOLDER =
  process.env.TEST_CLAUDE_FOLDER ??
  path.join(ROOT, `node_modules/@anthropic-ai/claude-code-${process.platform}-${process.arch}`)

/** Folder of a small `claude`, by its name in `testing/claudes`. */
export function smallClaude(name: string): string {
  return path.join(ROOT, 'testing/claudes', name)
}
