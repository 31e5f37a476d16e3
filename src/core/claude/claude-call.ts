import { setTimeout as sleep } from 'node:timers/promises'
import type { Credentials } from '../credentials/credentials.js'
import type { NewPair } from '../credentials/new-pair.js'
import type { Deadline } from '../deadline.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import type { Judgement } from '../home/seeded-login.js'
import type { Log } from '../options.js'
import { RefreshError } from '../reasons.js'
import { safeOutput, withoutProxyPasswords } from '../redact.js'
import type { ClaudeProgram } from '../report.js'
import { readTextOrEmpty } from '../system/read.js'
import { errorCode } from '../system/system-error.js'
import { claudeArguments, unknownOptionIn } from './claude-command.js'
import { claudeEnvironment } from './claude-environment.js'
import { ClaudeProcess, type ClaudeCommand } from './claude-process.js'
import { classifyFailure, type Failure } from './failure.js'
import { failureSignIn } from './failure-signs.js'
import { ModelListener } from './model-listener.js'
import { proxyFaultIn } from './proxy-variable.js'
import { traceCall } from './trace.js'
import { watchWithGrace } from './watch-with-grace.js'
import type { Watched } from './watch.js'

/** No `.mcp.json` is above it, which would start programs (docs/claude-cli.md#the-environment). */
const ROOT = '/'

/** How much of what `claude` printed is shown, in characters. */
const MAX_OUTPUT = 16_384

/** How often a HOME that can't be read is looked at before it is kept as it is, and how long between, in milliseconds. */
const LAST_LOOKS = 10
const LOOK_AGAIN_MS = 200

/** All that an exchange, and each call of `claude` in it, needs to know. */
export interface Exchange {
  readonly program: ClaudeProgram
  readonly home: IsolatedHome
  readonly before: Credentials
  /** The caller's. */
  readonly environment: NodeJS.ProcessEnv
  readonly deadline: Deadline
  /** Aborted when the caller cancels. */
  readonly cancel: AbortSignal
  /** Aborted when the caller insists: no more grace. */
  readonly insist: AbortSignal
  readonly log: Log
  /**
   * Called in each call of `claude`, while that starts and cannot send anything yet: proves that a new pair could be put
   * back, and that nobody else is at work. What it throws ends the call; nothing was spent then.
   */
  readonly proveSafe: () => void
}

/** A failure with what `claude` printed. */
type FailedCall = Failure & { readonly output: string }

/** What one call brought: a new pair, an option to leave out in the next call, or a failure. */
export type CallResult = { readonly newPair: NewPair } | { readonly unknownOption: string } | FailedCall

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
    const environment = claudeEnvironment(exchange.environment, {
      home: home.path,
      temporaryFolder: home.temporaryFolder,
      firstOnPath: home.firstOnPath,
      baseUrl: listener.baseUrl
    })
    const command = [program.path, ...claudeArguments(home.logs.debug, unknownOptions)]
    const call = { command, environment, workingDirectory: ROOT }
    traceCall(exchange.log, home.path, unknownOptions)
    claude = await startProven(exchange, call)
    const watched = await watchWithGrace({ home, claude, modelRequest: modelRequest.signal }, exchange)
    const end = claude.kill()
    // The new pair goes to the user's file while `claude` is still dying; the HOME stays until it is dead.
    if (watched.sighting.kind === 'pair') home.removeAfter(end)
    else await end
    return await resultOf(exchange, watched, unknownOptions)
  } finally {
    listener.close()
  }
}

/**
 * Starts `claude`, which takes 0.2 s to come to its exchange, and proves meanwhile that it may: its HOME is locked until
 * then, so that no token can be sent before, however slow the proof is.
 */
async function startProven({ home, proveSafe }: Exchange, call: ClaudeCommand): Promise<ClaudeProcess> {
  const claude = ClaudeProcess.start(home, call)
  try {
    proveSafe()
    home.unlock()
    return claude
  } catch (error) {
    await claude.kill()
    throw error
  }
}

/** The result of a call, now that nothing can change any more: hence one last look. */
async function resultOf(
  exchange: Exchange,
  { sighting, mayHaveSent: mayHaveSentBefore }: Watched,
  unknownOptions: ReadonlySet<string>
): Promise<CallResult> {
  const { home, before, program } = exchange
  const judgement = sighting.kind === 'pair' ? sighting : await lastLook(home)
  if (judgement.kind === 'pair') return { newPair: judgement.newPair }
  const [stderr = '', stdout = '', debug = ''] = [home.logs.stderr, home.logs.stdout, home.logs.debug].map(
    readTextOrEmpty
  )
  const unknownOption = sighting.kind === 'exited' ? unknownOptionIn(stderr) : null
  const mayHaveSent = mayHaveSentBefore || home.isExchangeUnderWay()
  if (unknownOption !== null && !unknownOptions.has(unknownOption) && !mayHaveSent) return { unknownOption }
  const printed = withoutProxyPasswords(`${tailOf(stdout)}\n${tailOf(stderr)}`, exchange.environment)
  const output = safeOutput(printed, [before.accessToken, before.refreshToken])
  const failure = classifyFailure({
    sighting: judgement.kind === 'nothing' ? sighting : judgement,
    mayHaveSent,
    sign: failureSignIn(`${debug}\n${output}`),
    output,
    program,
    proxyFault: proxyFaultIn(exchange.environment)
  })
  return { ...failure, output }
}

/** A HOME that can't be read is not a HOME without a pair: it is kept. @throws RefreshError `not-refreshed` */
async function lastLook(home: IsolatedHome): Promise<Judgement> {
  for (let looks = 1; ; looks += 1) {
    try {
      return home.judge()
    } catch (error) {
      if (looks === LAST_LOOKS) {
        home.keep()
        const why = `cannot read the isolated HOME ${home.path} (${errorCode(error)}), which may hold the new pair`
        const message = `${why}; it is kept, and the next run that can read it recovers what is in it`
        const remedy =
          'Do not delete that folder: without it the login may be lost. Fix what keeps it from being read, then run it again.'
        throw new RefreshError('not-refreshed', message, remedy)
      }
      await sleep(LOOK_AGAIN_MS)
    }
  }
}

/** Without the word that is cut: half a token could not be recognised, and hidden. */
function tailOf(text: string): string {
  return text.length <= MAX_OUTPUT ? text : text.slice(-MAX_OUTPUT).replace(/^\S+/, '')
}
