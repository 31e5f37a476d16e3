import { CREDS, currentAccountFile, type TypedPath } from '../core/credentials/typed-path.js'
import { DEFAULTS, parseBoolean, parseMinValidityMs, parseTimeoutSeconds } from '../core/options.js'

/** The values of the options, as they were typed. */
export interface OptionValues {
  readonly creds?: string | undefined
  readonly timeout?: string | undefined
  readonly 'min-validity'?: string | undefined
  readonly trace: boolean
}

/** What was asked for: by an option; else by its variable (an empty one counts as not set); else by default. @throws RefreshError `usage` */
export class Given {
  constructor(
    private readonly values: OptionValues,
    private readonly environment: NodeJS.ProcessEnv
  ) {}

  creds(): TypedPath {
    if (this.values.creds !== undefined) return { text: this.values.creds, name: CREDS }
    const text = this.environment.CLR_CREDS ?? ''
    return text === '' ? currentAccountFile(this.environment) : { text, name: 'CLR_CREDS' }
  }

  timeoutSeconds(): number {
    if (this.values.timeout !== undefined) return parseTimeoutSeconds(this.values.timeout)
    const text = this.#variable('CLR_TIMEOUT')
    return text === '' ? parseTimeoutSeconds(DEFAULTS.timeout) : parseTimeoutSeconds(text, 'CLR_TIMEOUT')
  }

  minValidityMs(): number {
    const option = this.values['min-validity']
    if (option !== undefined) return parseMinValidityMs(option)
    const text = this.#variable('CLR_MIN_VALIDITY')
    return text === '' ? parseMinValidityMs(DEFAULTS.minValidity) : parseMinValidityMs(text, 'CLR_MIN_VALIDITY')
  }

  trace(): boolean {
    if (this.values.trace) return true
    const text = this.#variable('CLR_TRACE')
    if (['', '0', '1'].includes(text)) return text === '1'
    return parseBoolean(text, 'CLR_TRACE', 'true, false, 1 or 0')
  }

  /** Without the blanks around it, as the action reads its inputs; empty if it is not set. */
  #variable(name: string): string {
    return (this.environment[name] ?? '').trim()
  }
}
