import type { Patience } from '../core/deadline.js'
import { orNull } from '../core/or-null.js'
import { become } from '../core/system/rights.js'
import { userToActAs } from '../core/user-to-act-as.js'

/**
 * If root works on another user's file, makes this process that user permanently: neither it nor `claude` then has root's
 * rights. If that is not possible it stays root, and the run refuses the folder before anything is sent.
 * @throws RefreshError `timeout`, `cancelled`: a version manager did not answer in time
 */
export async function actAsOwner(credsPath: string, patience: Patience): Promise<void> {
  const user = await userToActAs(credsPath, patience, process.env)
  if (user === null) return
  orNull(() => {
    become(user)
  })
}
