import { performance } from 'node:perf_hooks'
import type { AnyLogin, Credentials } from './credentials/credentials.js'
import { describeEnd, endOf, endsWithin, hasEnded, isEndDisproven, LOGIN_WARNING_MS } from './credentials/login-end.js'
import { describeTokenValidity, describeValidity, isUsable, whyNotUsed } from './credentials/validity.js'
import { fromFileCommand, replaceCommand, signInCommand, withCommand, withLoginCommand } from './login-command.js'
import type { PhaseName } from './options.js'
import { outcomeOf, type Reason, type RefreshError } from './reasons.js'
import { safeLine } from './redact.js'
import type { ClaudeProgram, Phase, RefreshReport } from './report.js'
import { describeMoment } from './times.js'
import { SENT_BEFORE } from './token-use.js'
import type { RescueFile } from './recovery/rescue-file.js'

/** Collects what a run finds out, so that a failure at any step is reported with everything known so far. */
export class ReportDraft {
  creds: string | null = null
  claude: ClaudeProgram | null = null
  /** The first good login that the run read from the file. */
  before: AnyLogin | null = null
  /** The login that the run refreshes; not `before` if the file was changed in between. */
  current: AnyLogin | null = null
  /** Pairs that an earlier run could not write back, and that, as far as is known, belong to other logins. */
  waiting: readonly RescueFile[] = []
  readonly #startMs = performance.now()
  readonly #phases: Phase[] = []
  readonly #warnings: string[] = []
  #isSentBefore = false
  #phase: { readonly name: string; readonly startMs: number } | null = null

  /** @param onPhase called when a phase starts */
  constructor(private readonly onPhase: (name: PhaseName) => void = () => undefined) {}

  /** Ends the current phase and starts another. */
  enter(name: PhaseName): void {
    this.#endPhase()
    this.onPhase(name)
    this.#phase = { name, startMs: performance.now() }
  }

  /** Adds what a person should know although it does not change the outcome: a sentence each, without a full stop. */
  warn(...sentences: readonly string[]): void {
    this.#warnings.push(...sentences.map(safeLine))
  }

  /**
   * Call it if an earlier run may have sent the token in the file and lost the answer. A successful refresh proves that the
   * token was not used.
   */
  readonly onSentBefore = (): void => {
    this.#isSentBefore = true
  }

  refreshed(after: Credentials): RefreshReport {
    const odd = 'the new tokens are in the file, but `claude` stored an impossible expiry date with them'
    const validity = after.expiresAtMs === null ? odd : describeValidity(after)
    const now = this.#withoutWrongEnd(after, hasEnded(after.loginExpiresAtMs))
    return this.#report('refreshed', now, `refreshed ${this.creds ?? ''}: ${validity}${endNote(now)}`)
  }

  refreshedByAnother(after: Credentials): RefreshReport {
    const now = this.#withoutWrongEnd(after, hasEnded(after.loginExpiresAtMs))
    const how = 'was refreshed by another run or `claude` session'
    return this.#report('refreshed', now, `${this.creds ?? ''} ${how}: ${describeValidity(now)}${endNote(now)}`)
  }

  recovered(after: Credentials): RefreshReport {
    const now = this.#withoutWrongEnd(after, isEndDisproven(after))
    const what = `recovered ${this.creds ?? ''} from an interrupted run`
    return this.#report('recovered', now, `${what}: ${describeValidity(now)}${endNote(now)}`)
  }

  stillValid(login: AnyLogin): RefreshReport {
    const whyNot = whyNotUsed(login)
    if (whyNot !== null) this.warn(whyNot)
    const validity = `${describeValidity(login)}${endNote(login)}`
    return this.#report('still-valid', login, `nothing to do for ${this.creds ?? ''}: ${validity}`)
  }

  nothingToRecover(login: AnyLogin): RefreshReport {
    const validity = `${describeValidity(login)}${endNote(login)}`
    return this.#report('still-valid', login, `nothing to recover for ${this.creds ?? ''}: ${validity}`)
  }

  /**
   * Of a dry run.
   * @param login what the next run refreshes
   * @param facts clauses for the message, about what the next run does first
   */
  ready(login: AnyLogin, facts: readonly string[]): RefreshReport {
    const by = this.claude === null ? '' : ` with claude ${this.claude.version ?? this.claude.path}`
    const validity = `${describeTokenValidity(login)}${endNote(login)}`
    const what = [...facts, validity, 'no token was sent, and no file was changed'].join('; ')
    return this.#report('ready', login, `ready to refresh ${this.creds ?? ''}${by}: ${what}`)
  }

  /** A login that is rejected after its stated end has ended, which has its own reason. The remedy names the exact command. */
  failed(error: RefreshError): RefreshReport {
    const login = this.current ?? this.before
    const endMs = login === null ? null : endOf(login)
    const isExpired = error.reason === 'login-rejected' && endMs !== null && hasEnded(endMs)
    const report = isExpired
      ? this.#report('login-expired', login, `${error.message}; ${describeEnd(endMs)}, the date set at its sign-in`)
      : this.#report(error.reason, login, error.message)
    const isUseless = login === null || isExpired || !isUsable(login)
    return { ...report, remedy: this.#withCommand(error.remedy, isUseless) }
  }

  get #elapsedMs(): number {
    return Math.round(performance.now() - this.#startMs)
  }

  #endPhase(): void {
    if (this.#phase === null) return
    this.#phases.push({ name: this.#phase.name, ms: Math.round(performance.now() - this.#phase.startMs) })
    this.#phase = null
  }

  /**
   * A login whose end counts as unknown if its last refresh proves the stated date wrong. The first run that finds that out says
   * so.
   */
  #withoutWrongEnd(after: Credentials, isWrong: boolean): Credentials {
    if (!isWrong || after.loginExpiresAtMs === null) return after
    if (this.before === null || !isEndDisproven(this.before)) {
      const date = describeMoment(after.loginExpiresAtMs, Date.now())
      this.warn(
        `this login was refreshed after ${date}, the end date set at sign-in, so that date is wrong: the end now counts as unknown`
      )
    }
    return { ...after, loginExpiresAtMs: null }
  }

  /** A rejection is not always remembered, and then `clr login` replaces the login only with `--replace`. */
  #withCommand(remedy: string, isUseless: boolean): string {
    if (this.creds === null) return remedy
    return safeLine(withLoginCommand(remedy, (isUseless ? signInCommand : replaceCommand)(this.creds)))
  }

  /** Only their owner knows which of two logins to keep. A success is not about them, so there it is a warning. */
  #otherPairsNote(): string | null {
    const paths = this.waiting.map(({ path }) => path)
    const [first] = paths
    if (first === undefined) return null
    const command = withCommand(fromFileCommand(this.creds ?? '', first))
    return `tokens of another login are in ${paths.join(', ')}: delete that file, or put its login into the credentials file ${command}`
  }

  #report(reason: Reason, now: AnyLogin | null, message: string): RefreshReport {
    this.#endPhase()
    const { exitCode, remedy } = outcomeOf(reason)
    const endMs = now === null ? null : endOf(now)
    if (this.#isSentBefore && !SHOWS_IF_USED.includes(reason)) this.warn(SENT_BEFORE)
    const others = this.#otherPairsNote()
    if (exitCode === 0 && others !== null) this.warn(others)
    return {
      refreshed: reason === 'refreshed' || reason === 'recovered',
      reason,
      exitCode,
      creds: this.creds,
      previousExpiresAt: iso(this.before?.expiresAtMs),
      expiresAt: iso(now?.expiresAtMs),
      loginExpiresAt: iso(endMs),
      loginEndsSoon: endsWithin(endMs, LOGIN_WARNING_MS),
      elapsedMs: this.#elapsedMs,
      claude: this.claude,
      phases: this.#phases,
      warnings: this.#warnings,
      message: safeLine(exitCode === 0 || others === null ? message : `${message}; ${others}`),
      remedy
    }
  }
}

/** How a run ends that shows whether an earlier one has used up the token. */
const SHOWS_IF_USED: readonly Reason[] = ['refreshed', 'login-rejected', 'login-expired']

/** When a login ends, to be appended to a message; empty if that is not known, or is when its only token expires. */
function endNote(login: AnyLogin): string {
  const endMs = login.refreshToken === null ? null : endOf(login)
  return endMs === null ? '' : `; ${describeEnd(endMs)}`
}

function iso(ms: number | null | undefined): string | null {
  return ms == null ? null : new Date(ms).toISOString()
}
