import { setTimeout as sleep } from 'node:timers/promises'
import type { Credentials } from '../credentials/credentials.js'
import type { NewPair } from '../credentials/new-pair.js'
import { Deadline } from '../deadline.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import type { Judgement } from '../home/seeded-login.js'
import type { Log } from '../log.js'
import { RefreshError } from '../reasons.js'
import { plain, withoutProxyPasswords } from '../redact.js'
import type { ClaudeProgram } from '../report.js'
import { readTextIfAny } from '../system/read.js'
import { errorCode } from '../system/system-error.js'
import { afterTries, withoutPair, worseOf, type TokenUse } from '../token-use.js'
import { claudeArguments, optionsUnknownTo, unknownOptionIn } from './claude-command.js'
import { claudeEnvironment } from './claude-environment.js'
import { ClaudeProcess } from './claude-process.js'
import { failureSignIn } from './failure-signs.js'
import { failureOf, type Failure } from './failure.js'
import { ModelListener } from './model-listener.js'
import { proxyFaultIn } from './proxy-variable.js'
import { traceCall, type ClaudeCall } from './trace.js'
import { watchWithGrace } from './watch-with-grace.js'
import type { Watched } from './watch.js'

/** No `.mcp.json` is above it, which would start programs (docs/claude-cli.md#the-environment). */
const ROOT = '/'

/** So much of what `claude` printed is worth showing, in characters. */
const MAX_OUTPUT = 16_384

/** The waits before the second and the third try, in milliseconds. */
const RETRY_WAITS_MS = [1000, 3000]

/** All tries after the first have to begin within this time of the first failure, in milliseconds. */
const RETRY_SPAN_MS = 10_000

/** A try that begins with less than this left of the deadline, in milliseconds, would be likely to be cut short. */
const MIN_TRY_MS = 5000

/** How often a HOME that can't be read is looked at before it is kept as it is, and how long between, in milliseconds. */
const LAST_LOOKS = 10
const LOOK_AGAIN_MS = 200

/** All that an exchange needs to know. */
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

/**
 * Lets `claude` exchange the refresh token in its isolated HOME for a new pair. It is called
 * again only where that is certain to send no token a second time to an endpoint that may have used it up.
 * @throws RefreshError for every way in which no new pair came of it
 */
export async function letClaudeRefresh(exchange: Exchange): Promise<NewPair> {
  const unknownOptions = new Set(optionsUnknownTo(exchange.program.version))
  let firstFailure: Deadline | null = null
  let tokenUse: TokenUse = 'not-sent'
  let isSeeded = true
  for (let tries = 0; ;) {
    if (exchange.cancel.aborted) {
      throw withoutPair({ reason: 'cancelled', message: 'cancelled before `claude` had refreshed the login', tokenUse })
    }
    const use = tokenUse
    const result = await seedAndCall(exchange, unknownOptions, isSeeded).catch((error: unknown) => {
      throw afterTries(error, use)
    })
    isSeeded = false
    if ('newPair' in result) return result.newPair
    if ('unknownOption' in result) {
      unknownOptions.add(result.unknownOption)
      continue
    }
    tokenUse = worseOf(tokenUse, result.tokenUse)
    firstFailure ??= Deadline.after(RETRY_SPAN_MS / 1000)
    const waitMs = result.isRepeatable ? RETRY_WAITS_MS[tries] : undefined
    const isTimeForMore = waitMs !== undefined && firstFailure.remainingMs() > waitMs
    if (!isTimeForMore || exchange.deadline.remainingMs() < waitMs + MIN_TRY_MS) {
      exchange.log.claudeOutput(result.output)
      throw withoutPair({ ...result, tokenUse })
    }
    if (result.output !== '') exchange.log.trace(`# claude said, and is called again: ${result.output}`)
    tries += 1
    await pause(waitMs, exchange.cancel)
  }
}

/** A failure with what `claude` printed. */
type FailedCall = Failure & { readonly output: string }

type CallResult = { readonly newPair: NewPair } | { readonly unknownOption: string } | FailedCall

/** A call in a HOME that is seeded for it, if it is not yet. */
async function seedAndCall(
  exchange: Exchange,
  unknownOptions: ReadonlySet<string>,
  isSeeded: boolean
): Promise<CallResult> {
  if (!isSeeded) exchange.home.seed(exchange.before)
  return callClaude(exchange, unknownOptions)
}

/** One call of `claude`, from its start until its whole process group is gone. */
async function callClaude(exchange: Exchange, unknownOptions: ReadonlySet<string>): Promise<CallResult> {
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
    const scene = { home, claude, modelRequest: modelRequest.signal }
    const watched = await watchWithGrace(scene, exchange)
    const end = claude.kill()
    // The new pair goes to the user's file while `claude` is still dying; the HOME stays until it is dead.
    if (watched.sighting.kind === 'pair') home.vacateAfter(end)
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
async function startProven({ home, proveSafe }: Exchange, call: ClaudeCall): Promise<ClaudeProcess> {
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

/** What came of a call, now that nothing can change any more: hence one last look. */
async function resultOf(
  exchange: Exchange,
  { sighting, mayHaveSent: mayHaveSentBefore }: Watched,
  unknownOptions: ReadonlySet<string>
): Promise<CallResult> {
  const { home, before, program } = exchange
  const judgement = sighting.kind === 'pair' ? sighting : await lastLook(home)
  if (judgement.kind === 'pair') return { newPair: judgement.newPair }
  const [stderr = '', stdout = '', debug = ''] = [home.logs.stderr, home.logs.stdout, home.logs.debug].map(
    readTextIfAny
  )
  const unknownOption = sighting.kind === 'exited' ? unknownOptionIn(stderr) : null
  const mayHaveSent = mayHaveSentBefore || home.isExchangeUnderWay()
  if (unknownOption !== null && !unknownOptions.has(unknownOption) && !mayHaveSent) return { unknownOption }
  const printed = withoutProxyPasswords(`${tailOf(stdout)}\n${tailOf(stderr)}`, exchange.environment)
  const output = plain(printed, [before.accessToken, before.refreshToken])
  const failure = failureOf({
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

/** Without the word that is cut: nobody could tell half a token for one, and hide it. */
function tailOf(text: string): string {
  return text.length <= MAX_OUTPUT ? text : text.slice(-MAX_OUTPUT).replace(/^\S+/, '')
}

async function pause(waitMs: number, cancel: AbortSignal): Promise<void> {
  try {
    await sleep(waitMs, undefined, { signal: cancel })
  } catch {
    // Cancelled: the next call says so.
  }
}
