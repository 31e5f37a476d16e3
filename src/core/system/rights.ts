import { statSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'

/** A user of this machine. */
export interface User {
  readonly uid: number
  readonly gid: number
}

/**
 * The user that root must act as to work on a file: the owner of its folder, for example if a container's root works in a
 * folder of its host. Then nothing happens that the owner could not do, and new files belong to the owner.
 * @param real path of the file, links resolved
 * @returns null if this process is not root, or root owns the folder
 */
export function ownerToActFor(real: string): User | null {
  if (process.geteuid?.() !== 0) return null
  const folder = statSync(path.dirname(real))
  if (folder.uid === 0) return null
  // Never root's own group, and not the file's group either: the owner need not be a member of it.
  return { uid: folder.uid, gid: folder.gid === 0 ? folder.uid : folder.gid }
}

/**
 * Becomes a user permanently. @throws the failed system call's error: no CAP_SETUID, or a uid that is not mapped here
 */
export function become({ uid, gid }: User): void {
  process.setgroups?.([gid])
  process.setgid?.(gid)
  process.setuid?.(uid)
}

/**
 * Does some work with a user's rights in place of root's; with our own rights if the user is null. @throws what the work
 * throws
 */
export async function withRightsOf<T>(user: User | null, work: () => Promise<T>): Promise<T> {
  const restore = user === null ? null : takeRightsOf(user)
  try {
    return await work()
  } finally {
    restore?.()
  }
}

/** Does some work with this process's own rights, even inside `withRightsOf`. */
export function withOwnRights(work: () => void): void {
  const [uid, own] = [process.geteuid?.() ?? 0, process.getuid?.() ?? 0]
  process.seteuid?.(own)
  try {
    work()
  } finally {
    process.seteuid?.(uid)
  }
}

/** Whether some work that changes nothing succeeds with a user's rights. */
export function succeedsAs(user: User, look: () => void): boolean {
  const restore = takeRightsOf(user)
  try {
    look()
    return restore !== null
  } catch {
    return false
  } finally {
    restore?.()
  }
}

/** @returns a function that restores root's rights; null if this process may not switch, and is still root */
function takeRightsOf({ uid, gid }: User): (() => void) | null {
  const [groups, ownGid] = [process.getgroups?.() ?? [], process.getegid?.() ?? 0]
  const restore = (): void => {
    process.seteuid?.(0)
    process.setegid?.(ownGid)
    process.setgroups?.(groups)
  }
  try {
    process.setgroups?.([gid])
    process.setegid?.(gid)
    process.seteuid?.(uid)
    return restore
  } catch {
    orNull(restore) // without CAP_SETGID nothing has changed
    return null
  }
}
