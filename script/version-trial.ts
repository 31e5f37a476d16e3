import { CLR_ON_NODE20, type DoorRun } from '../testing/doors.js'
import type { TokenReply } from '../testing/endpoint/replies.js'
import { E2eSetup } from '../testing/e2e-setup.js'
import { isReason, outcomeOf } from '../src/core/reasons.js'
import { REJECTION_LEFT } from '../testing/rejection-record.js'
import { installedClaude } from './installed-claude.js'

/** A reply of the endpoint, and the correct reasons: the last one is for versions of the CLI that do not log the cause. */
export interface Answer {
  readonly name: string
  readonly token: TokenReply
  readonly reasons: readonly string[]
}

/** The result for one version and answer. */
export interface Trial {
  /** The cells of its table row. */
  readonly cells: readonly string[]
  readonly brokenPromises: readonly string[]
}

/** Without an answer: long enough for an old version to send on a busy machine, but 2.1.112 gives up 15 s after that. */
const TIMEOUT_S = { usual: 45, noAnswer: 14 }

/** Two requests within this time belong to one attempt. */
const ONE_ATTEMPT_MS = 900

/** Runs `clr` with this version and this answer. */
export async function tryVersion(version: string, answer: Answer): Promise<Trial> {
  await using setup = await E2eSetup.create({ token: answer.token })
  const timeout = answer.token.kind === 'hang' ? TIMEOUT_S.noAnswer : TIMEOUT_S.usual
  const run = await setup.refresh(CLR_ON_NODE20, { timeout, claudeFolder: await installedClaude(version) })
  const file = setup.fileState
  const { token, model } = setup.endpoint.requests
  const cells = [token.length, model.length, run.reason, run.exitCode, file, run.wallMs.toFixed(0)].map(String)
  const promises = promisesOf(setup, run, answer)
  const brokenPromises = Object.entries(promises).flatMap(([name, isKept]) => (isKept ? [] : [name]))
  return { cells, brokenPromises: brokenPromises.map(name => `${version}, answer ${answer.name}: not so: ${name}`) }
}

function promisesOf(setup: E2eSetup, run: DoorRun, { name, token, reasons }: Answer): Record<string, boolean> {
  const { requests, reuses } = setup.endpoint
  const file = setup.fileState
  const isRemembered = String(setup.leftovers) === String(REJECTION_LEFT)
  const wanted = token.kind === 'ok' ? 'current' : 'as it was'
  return {
    [`reason ${reasons.join(' or ')}`]: reasons.includes(run.reason),
    'the exit status is that of the reason': isReason(run.reason) && run.exitCode === outcomeOf(run.reason).exitCode,
    [`the file is ${wanted}`]: file === wanted,
    'one send an attempt': shortestGapMs(setup) > ONE_ATTEMPT_MS && reuses === 0,
    'only a 429 is tried again': requests.token.length <= (run.reason === 'rate-limited' ? 3 : 1),
    'an exchange was made': requests.token.length > 0 || run.reason === 'timeout',
    'no model request': requests.model.length === 0,
    'only a rejection by the endpoint itself is remembered':
      isRemembered === (name === '400' && run.reason === 'login-rejected'),
    'nothing else is left': isRemembered || setup.leftovers.length === 0
  }
}

function shortestGapMs({ endpoint }: E2eSetup): number {
  const arrivals = endpoint.requests.token.map(({ atMs }) => atMs)
  return Math.min(Infinity, ...arrivals.slice(1).map((atMs, index) => atMs - (arrivals[index] ?? 0)))
}
