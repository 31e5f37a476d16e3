import { installedClaude, resolveVersion } from './installed-claude.js'

// npx tsx script/install-claude.ts <version or tag>: installs the CLI from npm, unless this version is already installed, and
// prints its version and its folder, as `version=…` and `folder=…`, for $GITHUB_OUTPUT. $TEST_CLAUDE_FOLDER makes the tests and
// `npm run test:faults` use the one in such a folder.

const [wanted, ...rest] = process.argv.slice(2)
if (wanted === undefined || rest.length > 0) {
  process.stderr.write('usage: npx tsx script/install-claude.ts <version or tag>\n')
  process.exitCode = 1
} else {
  const version = await resolveVersion(wanted)
  process.stdout.write(`version=${version}\nfolder=${await installedClaude(version)}\n`)
}
