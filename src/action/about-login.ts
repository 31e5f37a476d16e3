import { loginOrNull } from '../core/credentials/credentials.js'
import { endOf, endsWithin, LOGIN_WARNING_MS, parseEnd } from '../core/credentials/login-end.js'
import { replaceCommand, signInCommand, withCommand } from '../core/login-command.js'
import { orNull } from '../core/or-null.js'
import { WITH_CLR_LOGIN } from '../core/reasons.js'
import { safeLine } from '../core/redact.js'
import type { RefreshReport } from '../core/report.js'
import { unwrapBase64 } from './creds-json/base64.js'
import { inWordsOfAction } from './input-names.js'
import { parseLoginWarningMs, readInputs, readSecretTexts } from './inputs.js'
import { loginCommandFor } from './login-command.js'
import { howToSignIn } from './output/text.js'
import { lookAt, seeCredentials } from './seen-credentials.js'

/** What a step says about its login. */
export interface AboutLogin {
  /** The report of the run, with what follows from the inputs: when the login ends soon, and how to renew it. */
  readonly report: RefreshReport
  /** The `clr login` line that renews the login where the inputs keep it; empty if they do not say where. */
  readonly loginCommand: string
}

/**
 * Adds to a report what the inputs say about the login, and when it ends, if a failed run could not find that out.
 * @param creds absolute path of the credentials file; empty if it is not known
 */
export function aboutLogin(
  report: RefreshReport,
  creds: string,
  env: NodeJS.ProcessEnv,
  nowMs = Date.now()
): AboutLogin {
  const loginCommand = loginCommandFor(creds, env)
  const loginExpiresAt = report.loginExpiresAt ?? (report.exitCode === 0 ? null : endNow(creds, env, nowMs))
  const warnBeforeMs = orNull(() => parseLoginWarningMs(readInputs(env).loginWarning)) ?? LOGIN_WARNING_MS
  const loginEndsSoon = endsWithin(parseEnd(loginExpiresAt), warnBeforeMs, nowMs)
  const worded = inWordsOfAction({ ...report, remedy: withoutCommand(report, report.creds ?? creds) })
  const remedy = worded.remedy.replaceAll(WITH_CLR_LOGIN, () => howToSignIn(loginCommand)) // last: its path stays as it is
  return { report: { ...worded, remedy, loginExpiresAt, loginEndsSoon }, loginCommand }
}

/** When the login of `creds-json` ends, or else that in the file, as a report says it. */
function endNow(creds: string, env: NodeJS.ProcessEnv, nowMs: number): string | null {
  const { credsJson } = readSecretTexts(env)
  const { document } = credsJson === '' ? seeCredentials(creds) : lookAt(unwrapBase64(credsJson).json)
  const login = document && loginOrNull(document)
  const endMs = login && endOf(login, nowMs)
  return endMs === null ? null : new Date(endMs).toISOString()
}

/** A remedy without the line of `clr`, which knows only the file, not in which secret the login is kept. */
function withoutCommand({ remedy }: RefreshReport, creds: string): string {
  const ofClr = [signInCommand(creds), replaceCommand(creds)].map(line => safeLine(withCommand(line)))
  return ofClr.reduce((text, how) => text.replaceAll(how, () => WITH_CLR_LOGIN), remedy)
}
