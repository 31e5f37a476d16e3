/** What a run tells while it is at work. Nothing that passes here holds a token. */
export interface Log {
  /** A line of the trace. */
  readonly trace: (line: string) => void
  /** What a failed `claude` printed. */
  readonly claudeOutput: (text: string) => void
}
