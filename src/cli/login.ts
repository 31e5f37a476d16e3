import { RefreshError } from '../core/reasons.js'
import type { LoginRequest } from './login-options.js'

/** Runs `clr login`, which prints what it does. @returns the exit status @throws RefreshError */
export function runLogin(request: LoginRequest): Promise<0 | 1> {
  throw new RefreshError('internal', `\`clr ${request.kind}\` is not built yet`)
}
