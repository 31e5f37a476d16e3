import type { Command } from '../options.js'
import { CLR_HELP } from './clr-help.js'
import { LOGIN_HELP } from './login-help.js'
import { RECOVER_HELP } from './recover-help.js'
import { REFRESH_HELP } from './refresh-help.js'
import { STATUS_HELP } from './status-help.js'

const HELP: Readonly<Record<'clr' | Command, string>> = {
  clr: CLR_HELP,
  refresh: REFRESH_HELP,
  login: LOGIN_HELP,
  status: STATUS_HELP,
  recover: RECOVER_HELP
}

/** The help text of the program, or of one command. */
export function helpText(of: 'clr' | Command): string {
  return HELP[of]
}
