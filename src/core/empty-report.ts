/**
 * The fields of a report that are empty if a run ended before its first step. Kept out of report.ts, so that entry files
 * need not load the table of reasons.
 */
export const NOTHING_KNOWN = {
  creds: null,
  previousExpiresAt: null,
  expiresAt: null,
  loginExpiresAt: null,
  loginEndsSoon: false,
  elapsedMs: 0,
  claude: null,
  phases: [],
  warnings: []
} as const
