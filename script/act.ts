import './refuse-stale-dist.js'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ActRunner, type ActResult } from '../testing/act/act.js'
import type { Case, Facts } from '../testing/act/case.js'
import { CASES } from '../testing/act/cases.js'
import { processesOf } from '../testing/processes.js'
import { startGitHub, type StandInGitHub } from '../testing/github/github.js'
import { E2eSetup } from '../testing/e2e-setup.js'
import { startRealClaudeRegistry } from '../testing/registry/claude-package.js'
import type { StandInRegistry } from '../testing/registry/registry.js'
import { paint, printTitle } from './terminal.js'

// npm run test:act [-- <part of a title>]: runs the unchanged examples in act on this machine, without Docker, with the real
// CLI and with stand-ins for the token endpoint, GitHub's API, the npm registry and third-party actions. Nothing leaves this machine.

const installer = fileURLToPath(new URL('install-go-tool.sh', import.meta.url))
const act = execFileSync(installer, ['act'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()

const wanted = CASES.filter(({ title }) => title.includes(process.argv[2] ?? ''))
let failed = 0
for (const one of wanted) failed += (await isPassing(one)) ? 0 : 1
console.log(`\n${wanted.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 && wanted.length > 0 ? 0 : 1

async function isPassing({ title, run, reportsItself = false }: Case): Promise<boolean> {
  printTitle(title)
  await using setup = await E2eSetup.create()
  await using github = await startGitHub()
  await using registry = await startRealClaudeRegistry()
  const runner = new ActRunner(act, setup, { github, registry })
  const startMs = Date.now()
  const caseFacts = await run({ setup, runner, github, registry })
  const seconds = ((Date.now() - startMs) / 1000).toFixed(1)
  const facts = Object.entries({ ...caseFacts, ...commonFacts(runner, setup, registry) })
  const isPassed = facts.every(([, isTrue]) => isTrue)
  if (!reportsItself) printLogs(runner.results, github)
  else if (!isPassed) printLogs(runner.results.filter(({ exitCode }) => exitCode !== 0).slice(0, 2), github)
  for (const [fact, isTrue] of facts) console.log(`${isTrue ? paint('green', '✓') : paint('red', '✗')} ${fact}`)
  console.log(`${isPassed ? paint('green', 'passed') : paint('red', 'FAILED')} in ${seconds} s`)
  return isPassed
}

function printLogs(results: readonly ActResult[], github: StandInGitHub): void {
  for (const { output } of results) console.log(output.trimEnd())
  for (const line of github.lines) console.log(`GitHub: ${line}`)
}

/** The facts that must be true after every case. */
function commonFacts({ results }: ActRunner, { endpoint, home }: E2eSetup, { requests }: StandInRegistry): Facts {
  return {
    'no token is shown': !results.some(({ output }) => /sk-ant-o[ar]t01-|github_pat_|ghs_/.test(output)),
    'no token was sent twice': endpoint.reuses === 0,
    'no process is left': processesOf(home.path).length === 0,
    'npm was not run': !requests.some(({ headers }) => headers['user-agent']?.startsWith('npm/'))
  }
}
