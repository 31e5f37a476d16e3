import { rmSync } from 'node:fs'
import { killProcess } from '../../src/action/clr/signals.js'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { kill } from '../../testing/faults/kills.js'
import { isCurrent } from '../../testing/faults/login-state.js'
import { stopAt } from '../../testing/faults/named-kills.js'
import { PAIR_IN_HOME } from '../../testing/faults/points.js'
import { parseObject } from '../../testing/json-object.js'
import { CLR, NODE20 } from '../../testing/paths.js'
import { startProgram, type Ended, type Running } from '../../testing/program.js'
import { until } from '../../testing/waiting.js'
import { fieldChanges } from './field-changes.js'

/** What happened to a login whose refresh was killed, and to the next run. */
export interface KilledRefresh {
  /** Whether it was killed after the endpoint had answered, and before the new tokens were in the file. */
  readonly isKilledBetween: boolean
  readonly next: Ended
  /** Whether the file has the tokens that are valid at the endpoint, after the next run. */
  readonly isLoginKept: boolean
  /** The fields of the login in the file, before the killed run and after the next one. */
  readonly changes: string
}

/** How a refresh is started, killed, and repeated. */
interface Trial {
  readonly start: () => Running
  /** Resolves when the refresh should be killed. */
  readonly moment: () => Promise<void>
  readonly kill: (pid: number) => void
  readonly startNext: () => Running
}

const TEN_MINUTES_MS = 600_000

/** On macOS the CLI would read and write the user's own Keychain: this `security` has no item, and stores none. */
const SECURITY = '#!/bin/sh\nexit 44\n'

/** Locks of the killed CLI, for which the next one would wait a while (docs/claude-cli.md#two-locks-around-a-refresh). */
const LOCKS = ['.claude.lock', '.claude/.oauth_refresh.lock']

/** A refresh by the CLI itself, in an ordinary HOME. It is killed when it asks for the profile, before it stores the tokens. */
export async function killBareClaude(): Promise<KilledRefresh> {
  await using setup = await createSetup()
  const { endpoint, environment, home } = setup
  home.write('caller/bin/security', SECURITY, 0o755)
  const env = { ...environment, PATH: `${home.at('caller/bin')}:${environment.PATH}` }
  const start = (): Running => startProgram(['claude', '--print', '.'], { env, cwd: home.path, detached: true })
  return await killOnce(setup, {
    start,
    moment: () => until(() => endpoint.requests.profile.length > 0),
    kill: pid => {
      killProcess(-pid, 'SIGKILL')
    },
    startNext: () => {
      for (const lock of LOCKS) rmSync(home.at(lock), { recursive: true, force: true })
      return start()
    }
  })
}

/** A refresh by `clr`. It is killed with its `claude`, when that has stored the tokens in the isolated HOME. */
export async function killClr(): Promise<KilledRefresh> {
  await using setup = await createSetup()
  const { environment: env, home } = setup
  const [moment, { preload }] = stopAt(setup, PAIR_IN_HOME)
  const startClr = (...options: readonly string[]): Running =>
    startProgram([NODE20, ...options, CLR, 'refresh'], { env, cwd: home.path })
  return await killOnce(setup, {
    start: () => startClr('--import', preload),
    moment,
    kill: pid => {
      kill(setup, 'tree', pid)
    },
    startNext: startClr
  })
}

/** The access token has expired, so the CLI refreshes it at its start. Its request for the profile gets no answer. */
function createSetup(): Promise<E2eSetup> {
  return E2eSetup.create({
    login: { expiresAt: Date.now() - TEN_MINUTES_MS },
    profile: { kind: 'hang' },
    model: { kind: 'status', status: 401 } // as for every token that has expired
  })
}

async function killOnce(setup: E2eSetup, trial: Trial): Promise<KilledRefresh> {
  const { endpoint, home, originalText } = setup
  const run = trial.start()
  const isReached = await Promise.race([run.ended.then(() => false), trial.moment().then(() => true)])
  const isAnswered = endpoint.requests.token[0]?.answeredAtMs !== undefined
  if (isReached) trial.kill(run.pid)
  const { exitCode } = await run.ended
  const isKilledBetween = isReached && isAnswered && exitCode === null && setup.fileState === 'as it was'
  const next = await trial.startNext().ended
  const changes = fieldChanges(parseObject(originalText), home.document, Date.now())
  return { isKilledBetween, next, isLoginKept: isCurrent(setup), changes }
}
