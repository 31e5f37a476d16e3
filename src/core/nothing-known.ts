/** What the report of a run says that ended before its steps began. Apart from report.ts, for entry files without the table of reasons. */
export const NOTHING_KNOWN = {
  creds: null,
  previousExpiresAt: null,
  expiresAt: null,
  loginExpiresAt: null,
  elapsedMs: 0,
  claude: null,
  phases: [],
  warnings: []
} as const
