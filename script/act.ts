import './refuse-stale-dist.js'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ActRunner } from '../testing/act/act.js'
import { CASES, type Case, type CaseResult } from '../testing/act/cases.js'
import { processesOf } from '../testing/processes.js'
import { startGitHub } from '../testing/github/github.js'
import { E2eSetup } from '../testing/e2e-setup.js'
import { paint } from './paint.js'

// npm run test:act [-- <part of a title>]: the examples, unchanged, by act on this machine (no Docker), with the real
// CLI, and stand-ins for the token endpoint, GitHub's API, and the actions of others. Nothing leaves this machine.

const installer = fileURLToPath(new URL('install-go-tool.sh', import.meta.url))
const act = execFileSync(installer, ['act'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()

const wanted = CASES.filter(({ title }) => title.includes(process.argv[2] ?? ''))
let failed = 0
for (const one of wanted) failed += (await isGood(one)) ? 0 : 1
say(`\n${wanted.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 && wanted.length > 0 ? 0 : 1

async function isGood(one: Case): Promise<boolean> {
  say(`\n${paint('bold', `── ${one.title} ──`)}`)
  await using setup = await E2eSetup.create()
  await using github = await startGitHub()
  const runner = new ActRunner(act, setup, github)
  const startMs = Date.now()
  const result = await one.run({ setup, runner, github })
  const seconds = ((Date.now() - startMs) / 1000).toFixed(1)
  for (const run of result.runs) say(run.output.trimEnd())
  for (const line of github.lines) say(`GitHub: ${line}`)
  const facts = Object.entries({ ...result.facts, ...alwaysTrue(result, setup) })
  for (const [fact, isTrue] of facts) say(`${isTrue ? paint('green', '✓') : paint('red', '✗')} ${fact}`)
  const isPassed = facts.every(([, isTrue]) => isTrue)
  say(`${isPassed ? paint('green', 'passed') : paint('red', 'FAILED')} in ${seconds} s`)
  return isPassed
}

/** What has to be so after every run. */
function alwaysTrue({ runs }: CaseResult, { endpoint, home }: E2eSetup): CaseResult['facts'] {
  return {
    'no token is shown': !runs.some(({ output }) => /sk-ant-o[ar]t01-|github_pat_/.test(output)),
    'no token was sent twice': endpoint.reuses === 0,
    'no process is left': processesOf(home.path).length === 0
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
