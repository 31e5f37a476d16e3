import { renameSync, writeFileSync } from 'node:fs'
import { FILE, NEW_PAIR, note } from './login.js'

// Shared by the small programs that answer `claude auth login`.

const HOUR_MS = 3_600_000

/** Notes the arguments and the environment of a call. Answers `--version` with LC_VERSION. @returns whether it is a sign-in */
export function noteCall() {
  const args = process.argv.slice(2)
  if (args[0] === '--version') process.stdout.write(process.env.LC_VERSION ?? '')
  note(JSON.stringify({ args, env: process.env, cwd: process.cwd() }))
  return args[0] === 'auth'
}

/** Stores a new login with the fields in LC_FIELDS, as the CLI does after a sign-in. */
export function storeNewLogin() {
  const fields = { ...NEW_PAIR, expiresAt: Date.now() + 8 * HOUR_MS, scopes: ['user:inference'] }
  const given = JSON.parse(process.env.LC_FIELDS ?? '{}')
  const next = `${FILE}.tmp.1a2b3c` // a file that is there is whole
  writeFileSync(next, JSON.stringify({ claudeAiOauth: { ...fields, ...given } }), { mode: 0o600 })
  renameSync(next, FILE)
}
