import { failureSignIn } from '../claude/failure-signs.js'
import { isWrittenBack } from '../home/found-login.js'
import type { IsolatedHome } from '../home/isolated-home.js'
import { readTextOrEmpty } from '../system/read.js'

/**
 * Whether a run that was killed may have sent the token of this HOME, in which there is no new pair. Nothing can be sent
 * before the file that is to replace the user's is made, and the HOME's first lock is taken away; nor was anything used up
 * if the logs say so.
 */
export function mayHaveLostAnswer(home: IsolatedHome): boolean {
  if (isWrittenBack(home) || home.isLockedAsSeeded()) return false
  const { debug, stdout, stderr } = home.logs
  const tokenUse = failureSignIn([debug, stdout, stderr].map(readTextOrEmpty).join('\n'))?.tokenUse
  return tokenUse !== 'not-sent' && tokenUse !== 'not-used'
}
