/** The fields of a report that are empty if a run ended before its first step. Apart from report.ts, so that entry files load no table of reasons. */
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
