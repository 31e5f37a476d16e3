import type { Reason } from '../reasons.js'
import type { TokenUse } from '../token-use.js'

/** What a line of the CLI's debug log, or of its output, says about a failed exchange. */
export interface FailureSign {
  readonly reason: Reason
  /** What went wrong, as a sentence. */
  readonly what: string
  /** The HTTP status of the answer; null if there was none, or it is not known. */
  readonly status: number | null
  /** Whether the CLI must be ended at once, because it would send the same token again by itself. */
  readonly endAtOnce: boolean
  /** Whether another try may help, and is safe because the endpoint has certainly not used the token up. */
  readonly isRepeatable: boolean
  /** Whether the endpoint itself answered. */
  readonly isAnswer: boolean
  /** Null if the line says nothing about the token. */
  readonly tokenUse: TokenUse | null
  /** What a person should do now, if it differs from the usual remedy of the reason. */
  readonly remedy?: string
}

/** What most lines about a failed exchange say: the CLI must be ended at once, and the token may have been used up. */
export const USUAL_SIGN = {
  status: null,
  endAtOnce: true,
  isRepeatable: false,
  tokenUse: 'perhaps-used'
} as const satisfies Partial<FailureSign>
