import { setTimeout as sleep } from 'node:timers/promises'
import type { Credentials } from '../credentials/credentials.js'
import type { NewPair } from '../credentials/new-pair.js'
import type { Patience } from '../deadline.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import type { Judgement } from '../home/seeded-login.js'
import type { Log } from '../options.js'
import { RefreshError } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import { orNull } from '../or-null.js'
import { readTextIfExists, readTextOrEmpty } from '../system/read.js'
import { errorCode } from '../system/system-error.js'
import { claudeArguments, unknownOptionIn } from './claude-command.js'
import { claudeEnvironment } from './claude-environment.js'
import { printedOutput, shownLine, type Hiding } from './claude-output.js'
import { ClaudeProcess } from './claude-process.js'
import { classifyFailure, type Failure } from './failure.js'
import { failureSignIn } from './failure-signs.js'
import { ModelListener } from './model-listener.js'
import { proxyFaultIn } from './proxy-variable.js'
import type { TracedFailure } from './trace-call.js'
import { watchWithGrace } from './watch-with-grace.js'
import type { Watched } from './watch.js'

/**
 * How many times an unreadable HOME is read before we give up and keep it, and the wait between two reads, in milliseconds.
 */
const MAX_READS = 10
const READ_AGAIN_MS = 200

/** Everything that an exchange, and each call of `claude` in it, needs. */
export interface Exchange extends Patience {
  readonly program: ClaudeProgram
  readonly home: IsolatedHome
  readonly before: Credentials
  /** The caller's environment. */
  readonly environment: NodeJS.ProcessEnv
  /** Aborted when the caller insists: then there is no grace period. */
  readonly insist: AbortSignal
  readonly log: Log
  /**
   * Proves that a new pair could be written back, and that nobody else is refreshing. Runs in each call, while `claude`
   * starts and cannot send anything yet. If it throws, the call ends and nothing was spent.
   */
  readonly proveSafe: () => void
  /** Calls `show` at the end of the run: a write to a terminal that is stopped blocks, and then nothing could be stored. */
  readonly afterwards: (show: () => void) => void
}

/** The result of one call: a new pair, an option to leave out next time, or a failure. `output` is what `claude` printed. */
export type CallResult =
  | { readonly newPair: NewPair; readonly output: string }
  | { readonly unknownOption: string }
  | (Failure & TracedFailure)

/** One call of `claude`, from its start until its whole process group is gone. */
export async function callClaude(exchange: Exchange, unknownOptions: ReadonlySet<string>): Promise<CallResult> {
  const { home, program } = exchange
  const modelRequest = new AbortController()
  let claude: ClaudeProcess | null = null
  const listener = await ModelListener.open(
    connection => claude?.hasMade(connection) ?? 'no',
    () => {
      modelRequest.abort()
    }
  )
  try {
    const environment = claudeEnvironment(exchange.environment, home, listener.baseUrl)
    const command = [program.path, ...claudeArguments(home.logs.debug, unknownOptions)]
    claude = await startProven(exchange, command, environment)
    const watched = await watchWithGrace({ home, claude, modelRequest: modelRequest.signal }, exchange)
    const end = claude.kill()
    // The new pair is written to the user's file while `claude` is still dying; the HOME stays until it is dead.
    if (watched.sighting.kind === 'pair') home.removeAfter(end)
    else await end
    return await resultOf(exchange, watched, unknownOptions)
  } finally {
    listener.close()
  }
}

/**
 * Starts `claude` and runs the proof while it starts up, which takes it 0.2 s. The HOME stays locked until the proof has
 * succeeded, so the token can't be sent earlier, however slow the proof is.
 */
async function startProven(
  { home, proveSafe }: Exchange,
  command: readonly string[],
  environment: Readonly<Record<string, string>>
): Promise<ClaudeProcess> {
  const claude = ClaudeProcess.start(home, command, environment)
  try {
    proveSafe()
    home.unlock()
    return claude
  } catch (error) {
    await claude.kill()
    throw error
  }
}

/** The result of a call after `claude` has ended: nothing can change any more, so the HOME is read a last time. */
async function resultOf(
  exchange: Exchange,
  { sighting, mayHaveSent: mayHaveSentBefore }: Watched,
  unknownOptions: ReadonlySet<string>
): Promise<CallResult> {
  const { home, before, program, environment } = exchange
  const judgement = sighting.kind === 'pair' ? sighting : await finalJudgement(home)
  if (judgement.kind === 'pair') {
    const { newPair } = judgement
    return { newPair, output: printedOutput(home, { logins: [before, newPair], environment }) }
  }
  const unknownOption = sighting.kind === 'exited' ? unknownOptionIn(readTextOrEmpty(home.logs.stderr)) : null
  const mayHaveSent = mayHaveSentBefore || home.isExchangeUnderWay()
  if (unknownOption !== null && !unknownOptions.has(unknownOption) && !mayHaveSent) return { unknownOption }
  const hiding: Hiding = { logins: [before], environment }
  const output = printedOutput(home, hiding)
  const log = orNull(() => readTextIfExists(home.logs.debug) ?? '')
  const debug = log ?? ''
  const sign = failureSignIn(`${debug}\n${output}`)
  const failure = classifyFailure({
    sighting: judgement.kind === 'nothing' ? sighting : judgement,
    mayHaveSent,
    sign,
    output,
    program,
    proxyFault: proxyFaultIn(environment)
  })
  const logLine = sign !== null && debug.includes(sign.line) ? shownLine(sign.line, hiding) : null
  return { ...failure, output, logLine, isLogRead: log !== null }
}

/** A HOME that can't be read may hold the new pair, so it is kept. @throws RefreshError `not-refreshed` */
async function finalJudgement(home: IsolatedHome): Promise<Judgement> {
  for (let reads = 1; ; reads += 1) {
    try {
      return home.judge()
    } catch (error) {
      if (reads === MAX_READS) {
        home.keep()
        const why = `cannot read the isolated HOME ${home.path} (${errorCode(error)}), which may hold the new tokens`
        const message = `${why}; it is kept, and the next run that can read it recovers them`
        const remedy =
          'Do not delete that folder: it may have the only copy of the login. Make it readable, then run it again.'
        throw new RefreshError('not-refreshed', message, remedy)
      }
      await sleep(READ_AGAIN_MS)
    }
  }
}
