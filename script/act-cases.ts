import { appendFileSync } from 'node:fs'
import { ActRunner, type ActResult } from '../testing/act/act.js'
import type { ActContext, Case, Facts } from '../testing/act/case.js'
import type { JobPlace } from '../testing/act/place.js'
import { E2eSetup } from '../testing/e2e-setup.js'
import { startGitHub, type StandInGitHub } from '../testing/github/github.js'
import { startRealClaudeRegistry } from '../testing/registry/claude-package.js'
import { processesOf } from '../testing/processes.js'
import { paint, printTitle } from './terminal.js'

/** Which cases are wanted. */
export interface Wanted {
  /** The path of act, which it installs the first time. */
  readonly act: () => string
  readonly isWanted: (one: Pick<Case, 'title'>) => boolean
  /** Rejects when nothing more is wanted. */
  readonly interrupted: Promise<never>
}

/** How cases are run. */
interface Runs extends Pick<Wanted, 'interrupted'> {
  /** Path of act. */
  readonly act: string
  readonly place: JobPlace
}

/** Somebody wants no more cases. */
export class Interruption extends Error {}

/** Rejects with an `Interruption` when this process gets a signal, or the process that has started it ends. */
export function interruption(): Promise<never> {
  const interrupted = new Promise<never>((_, reject) => {
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
      process.on(event, () => {
        reject(new Interruption(`interrupted (${event})`))
      })
    }
  })
  process.channel?.unref()
  interrupted.catch(() => undefined) // it may come when nobody waits for it
  return interrupted
}

/**
 * Runs cases one after the other, prints them with their facts, and writes their results for `.ci/run`.
 *
 * @returns the exit code: 0 if there was at least one, and all have passed
 */
export async function runCases(cases: readonly Case[], runs: Runs): Promise<number> {
  let failed = 0
  for (const one of cases) {
    const isPassed = await isPassing(one, runs)
    writeResult(`${runs.place.name}: ${one.title}`, isPassed ? 'passed' : 'failed')
    if (!isPassed) failed += 1
  }
  console.log(`\n${cases.length - failed} passed, ${failed} failed`)
  return failed === 0 && cases.length > 0 ? 0 : 1
}

/** Counts cases as skipped, with the reason. */
export function skipCases(cases: readonly Pick<Case, 'title'>[], why: string): void {
  const need = `[needs a container engine: ${why.replace(/[\s\]]+/g, ' ')}]` // tally-tests.sh reads this
  for (const { title } of cases) writeResult(`act in containers: ${title} ${need}`, 'skipped')
  console.log(`skipped, because they need a container engine: ${why}`)
  console.log(`\n0 passed, 0 failed, ${cases.length} skipped`)
}

/** Writes a line for tally-tests.sh to the file $TEST_RESULTS, if that is set. */
function writeResult(title: string, result: 'passed' | 'failed' | 'skipped'): void {
  const { TEST_RESULTS: file } = process.env
  if (file !== undefined) appendFileSync(file, `${title}\t${result}\n`)
}

async function isPassing(one: Case, runs: Runs): Promise<boolean> {
  printTitle(one.title)
  await using setup = await E2eSetup.create()
  await using github = await startGitHub()
  await using registry = await startRealClaudeRegistry()
  const runner = new ActRunner(runs, setup, { github, registry })
  try {
    return await areTrue(one, { setup, runner, github, registry }, runs)
  } finally {
    await runs.place.clear(setup)
  }
}

/** Runs a case, prints it, and says whether all facts are true. */
async function areTrue(
  { run, reportsItself = false }: Case,
  context: ActContext,
  { place, interrupted }: Runs
): Promise<boolean> {
  const startMs = Date.now()
  const caseFacts = await Promise.race([run(context), interrupted]).catch(factsOfError)
  const seconds = ((Date.now() - startMs) / 1000).toFixed(1)
  const facts = Object.entries({ ...caseFacts, ...commonFacts(context), ...(await place.facts()) })
  const isPassed = facts.every(([, isTrue]) => isTrue)
  const { results } = context.runner
  if (!reportsItself) printLogs(results, context.github)
  else if (!isPassed) printLogs(results.filter(({ exitCode }) => exitCode !== 0).slice(0, 2), context.github)
  for (const [fact, isTrue] of facts) console.log(`${isTrue ? paint('green', '✓') : paint('red', '✗')} ${fact}`)
  console.log(`${isPassed ? paint('green', 'passed') : paint('red', 'FAILED')} in ${seconds} s`)
  return isPassed
}

/** What a case has thrown, as a fact. @throws Interruption */
function factsOfError(error: unknown): Facts {
  if (error instanceof Interruption) throw error
  return { [`it comes to its end: ${error instanceof Error ? error.message : String(error)}`]: false }
}

function printLogs(results: readonly ActResult[], github: StandInGitHub): void {
  for (const { output } of results) console.log(output.trimEnd())
  for (const line of github.lines) console.log(`GitHub: ${line}`)
}

/** The facts that must be true after every case. */
function commonFacts({ setup: { endpoint, home }, runner }: ActContext): Facts {
  return {
    'no token is shown': !runner.results.some(({ output }) => /sk-ant-o[ar]t01-|github_pat_|ghs_/.test(output)),
    'no token was sent twice': endpoint.reuses === 0,
    'no process is left': processesOf(home.path).length === 0
  }
}
