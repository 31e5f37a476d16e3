import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildBundles } from './bundles.js'

// npm run check-dist: checks that `dist/` matches the sources. It builds into another folder, so that later steps, such as
// the tests, still use the committed `dist/`.

const cwd = fileURLToPath(new URL('..', import.meta.url))
const BUILT = 'build/dist'

await buildBundles(`${cwd}${BUILT}`)
const difference = spawnSync('git', ['diff', '--no-index', '--stat', 'dist', BUILT], { cwd, encoding: 'utf8' })
if (difference.status === 0) {
  rmSync(`${cwd}${BUILT}`, { recursive: true })
  process.stdout.write('dist/ matches the sources\n')
} else {
  process.stderr.write(
    `dist/ does not match the sources, whose build is in ${BUILT}/:\n${difference.stdout}${difference.stderr}` +
      'Run `npm run bundle` and commit dist/ with the sources.\n'
  )
  process.exitCode = 1
}
