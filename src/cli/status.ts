import { RefreshError } from '../core/reasons.js'
import type { StatusRequest } from './status-arguments.js'

/** Runs `clr status`, which prints what it finds. @returns the exit status @throws RefreshError */
export function runStatus(request: StatusRequest): Promise<0 | 1> {
  throw new RefreshError('internal', `\`clr ${request.kind}\` is not built yet`)
}
