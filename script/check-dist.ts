import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// npm run check-dist: the committed `dist/` is what the sources build to, which begins with an empty one. A plain `git diff`
// would miss new files.

const cwd = fileURLToPath(new URL('..', import.meta.url))

const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
const changes = execFileSync('git', ['status', '--porcelain', '--', 'dist'], { cwd, encoding: 'utf8' })

if (build.status !== 0) {
  process.stderr.write('the build failed\n')
  process.exitCode = 1
} else if (changes === '') {
  process.stdout.write('dist/ is what the sources build to\n')
} else {
  process.stderr.write(
    `dist/ is not what the sources build to:\n${changes}Run \`npm run build\` and commit dist/ with them.\n`
  )
  process.exitCode = 1
}
