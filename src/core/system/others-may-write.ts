import type { Stats } from 'node:fs'

/** Of a file's or folder's `stat`, what says who may change it. */
export type Ownership = Pick<Stats, 'uid' | 'gid' | 'mode'>

/**
 * Whether a user other than us and root may change a file, or what lies in a folder. A sticky folder counts: others may
 * not remove what is ours there, but may add what is not there yet. An access list shows in the group's bits (acl(5)).
 * @param uid ours
 */
export function othersMayWrite({ uid: owner, gid, mode }: Ownership, uid: number): boolean {
  if (owner !== uid && owner !== 0) return true
  return (mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && gid !== 0)
}
