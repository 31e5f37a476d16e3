import type { Command } from '../options.js'
import { CLR_HELP } from './clr.js'
import { LOGIN_HELP } from './login.js'
import { RECOVER_HELP } from './recover.js'
import { REFRESH_HELP } from './refresh.js'
import { STATUS_HELP } from './status.js'

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
