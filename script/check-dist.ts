import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildBundles } from './bundles.js'

// npm run check-dist: `dist/` is what the sources build to. They are built beside it: whatever comes after, tests above all,
// is to find the `dist/` that was committed.

const cwd = fileURLToPath(new URL('..', import.meta.url))
const BUILT = 'build/dist'

await buildBundles(`${cwd}${BUILT}`)
const difference = spawnSync('git', ['diff', '--no-index', '--stat', 'dist', BUILT], { cwd, encoding: 'utf8' })
if (difference.status === 0) {
  rmSync(`${cwd}${BUILT}`, { recursive: true })
  process.stdout.write('dist/ is what the sources build to\n')
} else {
  process.stderr.write(
    `dist/ is not what the sources build to; that is in ${BUILT}/:\n${difference.stdout}${difference.stderr}` +
      'Run `npm run bundle` and commit dist/ with the sources.\n'
  )
  process.exitCode = 1
}
