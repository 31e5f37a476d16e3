import { performance } from 'node:perf_hooks'
import type { AnyLogin, Credentials } from './credentials/credentials.js'
import { describeValidity, whyNotUsed } from './credentials/validity.js'
import { outcomeOf, type Reason, type RefreshError } from './reasons.js'
import { safeLine } from './redact.js'
import type { ClaudeProgram, Phase, RefreshReport } from './report.js'
import { SENT_BEFORE } from './token-use.js'
import type { RescueFile } from './recovery/rescue-file.js'

/** Collects what a run finds out, so that a failure at any step is reported with everything known so far. */
export class ReportDraft {
  creds: string | null = null
  claude: ClaudeProgram | null = null
  /** The first good login that the run read from the file. */
  before: AnyLogin | null = null
  /** Pairs that an earlier run could not write back, and that, as far as is known, belong to other logins. */
  waiting: readonly RescueFile[] = []
  readonly #startMs = performance.now()
  readonly #phases: Phase[] = []
  readonly #warnings: string[] = []
  #isSentBefore = false
  #phase: { readonly name: string; readonly startMs: number } | null = null

  /** Ends the current phase and starts another. */
  enter(name: string): void {
    this.#endPhase()
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
    const took = `took ${(this.#elapsedMs / 1000).toFixed(1)} s`
    const odd = 'the new tokens are in the file, but the expiry that `claude` stored with them makes no sense'
    const validity = after.expiresAtMs === null ? odd : describeValidity(after)
    return this.#report('refreshed', withoutPastEnd(after), `refreshed ${this.creds ?? ''}: ${validity}; ${took}`)
  }

  refreshedByAnother(after: Credentials): RefreshReport {
    const message = `${this.creds ?? ''} was refreshed by another run or session meanwhile: ${describeValidity(after)}`
    return this.#report('refreshed', withoutPastEnd(after), message)
  }

  recovered(after: Credentials): RefreshReport {
    const message = `recovered ${this.creds ?? ''} from a run that was cut short: ${describeValidity(after)}`
    return this.#report('recovered', after, message)
  }

  stillValid(login: AnyLogin): RefreshReport {
    const whyNot = whyNotUsed(login)
    if (whyNot !== null) this.warn(whyNot)
    return this.#report('still-valid', login, `nothing to do for ${this.creds ?? ''}: ${describeValidity(login)}`)
  }

  nothingToRecover(login: AnyLogin): RefreshReport {
    const message = `nothing to recover for ${this.creds ?? ''}: ${describeValidity(login)}`
    return this.#report('still-valid', login, message)
  }

  /**
   * Of a dry run.
   * @param login what the next run refreshes
   * @param facts clauses for the message, about what the next run does first
   */
  ready(login: AnyLogin, facts: readonly string[]): RefreshReport {
    const by = this.claude === null ? '' : ` with claude ${this.claude.version ?? this.claude.path}`
    const what = [...facts, describeValidity(login), 'nothing was sent or changed'].join('; ')
    return this.#report('ready', login, `ready to refresh ${this.creds ?? ''}${by}: ${what}`)
  }

  failed(error: RefreshError): RefreshReport {
    return { ...this.#report(error.reason, this.before, error.message), remedy: error.remedy }
  }

  get #elapsedMs(): number {
    return Math.round(performance.now() - this.#startMs)
  }

  #endPhase(): void {
    if (this.#phase === null) return
    this.#phases.push({ name: this.#phase.name, ms: Math.round(performance.now() - this.#phase.startMs) })
    this.#phase = null
  }

  #report(reason: Reason, now: AnyLogin | null, message: string): RefreshReport {
    this.#endPhase()
    const { exitCode, remedy } = outcomeOf(reason)
    if (this.#isSentBefore && reason !== 'refreshed') this.warn(SENT_BEFORE)
    return {
      refreshed: reason === 'refreshed' || reason === 'recovered',
      reason,
      exitCode,
      creds: this.creds,
      previousExpiresAt: iso(this.before?.expiresAtMs),
      expiresAt: iso(now?.expiresAtMs),
      loginExpiresAt: iso(now?.loginExpiresAtMs),
      elapsedMs: this.#elapsedMs,
      claude: this.claude,
      phases: this.#phases,
      warnings: this.#warnings,
      message: safeLine(`${message}${otherPairsNote(this.waiting)}`),
      remedy
    }
  }
}

/** Only their owner knows which of two logins to keep. */
function otherPairsNote(waiting: readonly RescueFile[]): string {
  if (waiting.length === 0) return ''
  const paths = waiting.map(({ path }) => path).join(', ')
  return `; a pair that does not descend from the one in the file waits in ${paths}: delete it, or, if it is of another login that you want here, move it over the file`
}

/** A refresh that succeeds after the stored end of the login proves that date wrong. */
function withoutPastEnd(login: Credentials): Credentials {
  const isPast = login.loginExpiresAtMs !== null && login.loginExpiresAtMs <= Date.now()
  return isPast ? { ...login, loginExpiresAtMs: null } : login
}

function iso(ms: number | null | undefined): string | null {
  return ms == null ? null : new Date(ms).toISOString()
}
